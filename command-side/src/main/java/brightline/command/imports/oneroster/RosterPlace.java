package brightline.command.imports.oneroster;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row that says where a student is: a role, or what stands for one.
 *
 * @param id what the roster calls the row; empty where it has no name of its own
 * @param org sourcedId of the organisation
 * @param from first day; null where nobody said
 * @param to last day; null if open
 * @param deleted whether the row was taken back: then it is over, whatever its days
 */
record RosterPlace(
        String id,
        String org,
        boolean primary,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean deleted) {
    boolean isOver(LocalDate today) {
        return deleted || to != null && to.isBefore(today);
    }

    /** Begun and not ended on the day. */
    boolean isCurrent(LocalDate today) {
        return !isOver(today) && !begins(today);
    }

    /** Whether it is still to begin. */
    boolean begins(LocalDate today) {
        return !isOver(today) && from != null && from.isAfter(today);
    }

    /** Of what is over. */
    LocalDate lastDay(LocalDate today) {
        return to == null || to.isAfter(today) ? today : to;
    }

    /** Taken back on a day; what had ended before then ended when it did. */
    RosterPlace takenBack(LocalDate day) {
        return new RosterPlace(id, org, primary, from, to == null || to.isAfter(day) ? day : to, true);
    }

    /** The same row under another id. */
    RosterPlace as(String other) {
        return new RosterPlace(other, org, primary, from, to, deleted);
    }
}

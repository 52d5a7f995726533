package brightline.query.caseload;

import brightline.events.Code;
import brightline.events.code.CodeLists;
import brightline.events.interaction.InteractionEvent.*;
import brightline.query.projection.Row;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The columns that say what was unticked after an officer had been shown the line, in the table's order: a pure function of the contact. */
final class LineRow {
    private static final String COERCIVE = "coercive";

    private final CodeLists lists;

    LineRow(CodeLists lists) {
        this.lists = lists;
    }

    /**
     * What a contact tells of the line so far.
     *
     * @param reportedBy null where the record names none
     * @param day of the contact
     */
    record Told(@Nullable UUID reportedBy, LocalDate day, boolean shown, List<ActionUnticked> unticked) {
        Told {
            unticked = List.copyOf(unticked);
        }
    }

    static Told fold(@Nullable Told before, Object event) {
        if (event instanceof InteractionOpened opened) {
            // No row of the list ends within a day of another zone's.
            return new Told(
                    opened.reportingOfficer() == null
                            ? null
                            : opened.reportingOfficer().value(),
                    opened.occurredAt().atZone(ZoneOffset.UTC).toLocalDate(),
                    false,
                    List.of());
        }
        Told told = Objects.requireNonNull(before, "An interaction begins with interaction.opened");
        if (event instanceof AdviceShown) {
            return new Told(told.reportedBy(), told.day(), true, told.unticked());
        }
        if (event instanceof ActionUnticked unticked) {
            List<ActionUnticked> all = new ArrayList<>(told.unticked());
            all.add(unticked);
            return new Told(told.reportedBy(), told.day(), told.shown(), all);
        }
        return told;
    }

    /** Null where no line was shown. */
    @Nullable
    Row of(Told told) {
        if (!told.shown()) {
            return null;
        }
        return Row.of("reported_by", told.reportedBy())
                .set("unticked", told.unticked().size())
                .set("coercive_mistap", coercive(told, "MISTAP"))
                .set("coercive_did_not_happen", coercive(told, "DID_NOT_HAPPEN"))
                .set("coercive_no_reason", coercive(told, null));
    }

    /** @param reason null for none given */
    private int coercive(Told told, @Nullable String reason) {
        return (int) told.unticked().stream()
                .filter(one -> lists.find(one.action(), told.day())
                        .filter(entry -> "yes".equals(entry.attribute(COERCIVE)))
                        .isPresent())
                .filter(one -> Objects.equals(code(one.reason()), reason))
                .count();
    }

    private static @Nullable String code(@Nullable Code reason) {
        return reason == null ? null : reason.code();
    }
}

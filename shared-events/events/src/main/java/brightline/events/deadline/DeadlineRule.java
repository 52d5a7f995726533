package brightline.events.deadline;

import brightline.events.Code;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table of deadlines: after which event, by when, and who says so.
 *
 * @param rule code of the row
 * @param title what has to be done
 * @param jurisdiction profile of the agencies it binds, such as {@code illinois}
 * @param conduct codes any of which triggers it; empty unless the trigger is {@link Trigger#CONDUCT}
 * @param due {@code PT24H} counts hours from the trigger, {@code P10D} days of the agency's zone, the last one to its end
 * @param responsible role of the account that has it on its list, in its text form
 * @param source the law or clause
 * @param verification how sure the row is, in words
 * @param on whether it sets deadlines unless the agency says otherwise
 * @param validFrom first day on which the row holds, in the agency's zone
 * @param validTo first day on which it no longer holds; null while it is open
 */
public record DeadlineRule(
        String rule,
        String title,
        String jurisdiction,
        Trigger trigger,
        Set<Code> conduct,
        String due,
        String responsible,
        String source,
        String verification,
        boolean on,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {

    /** What sets a deadline. */
    public enum Trigger {
        /** A student was taken into custody. */
        ARREST,
        /** A student was ticketed, summoned or cited. */
        TICKET,
        /** The conduct of a student was put under one of the row's codes. */
        CONDUCT,
        /** A school resource officer was assigned to a school. */
        SRO_ASSIGNED
    }

    /** @throws java.time.format.DateTimeParseException if {@code due} is neither hours nor days */
    public DeadlineRule {
        conduct = Set.copyOf(conduct);
        if (due.startsWith("PT")) {
            Duration.parse(due);
        } else {
            Period.parse(due);
        }
    }

    /** Whether the source was read, at least in part. */
    public boolean verified() {
        return verification.startsWith("verified");
    }

    public boolean validOn(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || day.isBefore(validTo));
    }

    /**
     * The last moment at which it is done in time.
     *
     * @param zone the agency's
     */
    public Instant dueAt(Instant triggered, ZoneId zone) {
        if (due.startsWith("PT")) {
            return triggered.plus(Duration.parse(due));
        }
        LocalDate last = triggered.atZone(zone).toLocalDate().plus(Period.parse(due));
        return last.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
    }
}

package brightline.query.question;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** The moment whose knowledge counts: a day, meant to its end in the agency's zone, or an instant. */
public sealed interface AsKnownOn {
    /** To the end of the day. */
    record Day(LocalDate day) implements AsKnownOn {
        @Override
        public Instant moment(ZoneId zone) {
            return day.plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1_000);
        }

        @Override
        public String toString() {
            return day.toString();
        }
    }

    /** Up to and with the instant. */
    record Moment(Instant instant) implements AsKnownOn {
        @Override
        public Instant moment(ZoneId zone) {
            return instant;
        }

        @Override
        public String toString() {
            return instant.toString();
        }
    }

    /** The last moment whose recordings count. The database keeps microseconds. */
    Instant moment(ZoneId zone);

    /**
     * Reads {@code 2026-03-02} or {@code 2026-03-02T17:00:00Z}, with any offset.
     *
     * @throws DateTimeParseException if it is neither, or lies outside the years of {@link Times}
     */
    static AsKnownOn of(String text) {
        return text.indexOf('T') < 0 ? new Day(Times.day(text)) : new Moment(Times.moment(text));
    }
}

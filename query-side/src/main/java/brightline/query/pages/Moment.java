package brightline.query.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A point in time as a page shows it: for people in the agency's zone, for machines in UTC. */
public record Moment(Instant instant, ZoneId zone) {

    private static final DateTimeFormatter PEOPLE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss zzz", Locale.US);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.US);

    /** For instance {@code 2 Mar 2026, 10:15:00 CST}. */
    public String text() {
        return PEOPLE.format(instant.atZone(zone));
    }

    /** For instance {@code 2 Mar 2026}, the day in the agency's zone. */
    public String day() {
        return DAY.format(instant.atZone(zone));
    }

    /** The day in the agency's zone as a query takes it, for instance {@code 2026-03-02}. */
    public String isoDay() {
        return instant.atZone(zone).toLocalDate().toString();
    }

    /** For instance {@code 2026-03-02T16:15:00Z}. */
    public String iso() {
        return instant.toString();
    }
}

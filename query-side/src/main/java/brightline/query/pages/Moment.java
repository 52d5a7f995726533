package brightline.query.pages;

import brightline.query.question.AsKnownOn;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;

/** A point in time as a page shows it: for people in the agency's zone, for machines in UTC. */
public record Moment(Instant instant, ZoneId zone) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.US);
    private static final DateTimeFormatter MINUTES = halves("MMM d, uuuu, h:mm ", "");
    private static final DateTimeFormatter SECONDS = halves("MMM d, uuuu, h:mm:ss ", " zzz");

    /** To the minute, for instance {@code Mar 2, 2026, 10:15 a.m.} */
    public String text() {
        return MINUTES.format(instant.atZone(zone));
    }

    /**
     * To the second and with the zone, for instance {@code Mar 2, 2026, 10:15:07 a.m. CST}: where the order of two moments or a
     * change of the clocks matters, as to an auditor.
     */
    public String exact() {
        return SECONDS.format(instant.atZone(zone));
    }

    /** The day in the agency's zone, for instance {@code Mar 2, 2026}. */
    public String day() {
        return day(instant.atZone(zone).toLocalDate());
    }

    /** The day in the agency's zone as a query takes it, for instance {@code 2026-03-02}. */
    public String isoDay() {
        return instant.atZone(zone).toLocalDate().toString();
    }

    /** For instance {@code 2026-03-02T16:15:00Z}. */
    public String iso() {
        return instant.toString();
    }

    /** A day, for instance {@code Mar 2, 2026}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** What a question is asked of: the day where it is a day, else the moment. */
    public static String words(AsKnownOn known, ZoneId zone) {
        return switch (known) {
            case AsKnownOn.Day(LocalDate day) -> day(day);
            case AsKnownOn.Moment(Instant instant) -> new Moment(instant, zone).text();
        };
    }

    /** A month, for instance {@code Mar 2026}. */
    public static String month(YearMonth month) {
        return MONTH.format(month);
    }

    private static DateTimeFormatter halves(String before, String after) {
        return new DateTimeFormatterBuilder()
                .appendPattern(before)
                .appendText(ChronoField.AMPM_OF_DAY, Map.of(0L, "a.m.", 1L, "p.m."))
                .append(DateTimeFormatter.ofPattern(after, Locale.US))
                .toFormatter(Locale.US);
    }
}

package brightline.query.question;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/**
 * Days and moments as requests name them: within {@value #FIRST_YEAR} to {@value #LAST_YEAR}. Nothing on record lies outside, and the
 * database and the calendar disagree there about what there is.
 */
public final class Times {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;

    /** What a day has to be, for who is told that it is not. */
    public static final String DAY = "a date such as 2026-03-02, from " + FIRST_YEAR + " to " + LAST_YEAR;

    /** What a day or moment has to be, for who is told that it is not. */
    public static final String DAY_OR_MOMENT =
            "a date, or a moment such as 2026-03-02T17:00:00Z, from " + FIRST_YEAR + " to " + LAST_YEAR;

    private Times() {}

    /** @throws DateTimeParseException if it is no date, or outside those years */
    public static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        refuseOutside(day.getYear(), text);
        return day;
    }

    /**
     * Reads {@code 2026-03-02T17:00:00Z}, with any offset.
     *
     * @throws DateTimeParseException if it is no moment, or outside those years
     */
    public static Instant moment(String text) {
        OffsetDateTime moment = OffsetDateTime.parse(text);
        refuseOutside(moment.getYear(), text);
        return moment.toInstant();
    }

    private static void refuseOutside(int year, String text) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new DateTimeParseException("Nothing is on record then", text, 0);
        }
    }
}

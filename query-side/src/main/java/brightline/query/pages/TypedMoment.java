package brightline.query.pages;

import brightline.query.question.AsKnownOn;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A moment as people type it, in the agency's zone: {@code Nov 27, 2026, 8:48 a.m.}, {@code 11/27/2026}, {@code 11/27/2026 8:48 pm},
 * {@code 2026-11-27}, {@code 2026-11-27T08:48}, or an instant as addresses hold it. It is meant to its end: a day to midnight, a minute to
 * its last microsecond.
 */
public final class TypedMoment {
    /** What is said of a text that is no moment. */
    public static final String NONE = "This is no date and time. Write it as Nov 27, 2026 8:48 a.m., or 11/27/2026.";

    private static final Pattern WHOLE = Pattern.compile("(.+?)(?:[ t]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))? ?(am|pm)?)?");
    private static final Pattern NAMED = Pattern.compile("([a-z]{3,9}) (\\d{1,2}) (\\d{4})");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final List<String> MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");
    private static final int MICROSECOND = 1_000;

    private TypedMoment() {}

    /** The last instant that is meant; empty when the text is no moment between the years 1900 and 9999. */
    public static Optional<Instant> read(String text, ZoneId zone) {
        return known(text, zone).map(meant -> meant.moment(zone));
    }

    /** The same as what a question is asked of: the day where a day is typed, else the last instant that is meant. */
    public static Optional<AsKnownOn> known(String text, ZoneId zone) {
        try {
            return instant(text.strip()).or(() -> local(text, zone));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<AsKnownOn> instant(String text) {
        try {
            return Optional.of(new AsKnownOn.Moment(OffsetDateTime.parse(text).toInstant()));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<AsKnownOn> local(String text, ZoneId zone) {
        String plain = text.strip()
                .toLowerCase(Locale.ROOT)
                .replace("a.m.", "am")
                .replace("p.m.", "pm")
                .replaceAll("[,.\\s\\u00a0\\u202f]+", " ")
                .strip();
        Matcher whole = WHOLE.matcher(plain);
        LocalDate day = whole.matches() ? day(whole.group(1)) : null;
        if (day == null || day.getYear() < 1900) {
            return Optional.empty();
        }
        if (whole.group(2) == null) {
            return Optional.of(new AsKnownOn.Day(day));
        }
        LocalTime time = time(whole);
        LocalDateTime end = LocalDateTime.of(day, time).plusSeconds(whole.group(4) == null ? 60 : 1);
        return Optional.of(new AsKnownOn.Moment(end.atZone(zone).toInstant().minusNanos(MICROSECOND)));
    }

    private static LocalTime time(Matcher whole) {
        int hour = Integer.parseInt(whole.group(2));
        String half = whole.group(5);
        if (half != null && (hour < 1 || hour > 12)) {
            throw new DateTimeException("No hour of half a day");
        }
        int ofDay = half == null ? hour : hour % 12 + (half.equals("pm") ? 12 : 0);
        return LocalTime.of(
                ofDay, Integer.parseInt(whole.group(3)), whole.group(4) == null ? 0 : Integer.parseInt(whole.group(4)));
    }

    private static @org.jspecify.annotations.Nullable LocalDate day(String text) {
        Matcher named = NAMED.matcher(text);
        if (named.matches()) {
            for (int i = 0; i < MONTHS.size(); i++) {
                if (MONTHS.get(i).startsWith(named.group(1)) || named.group(1).equals("sept") && i == 8) {
                    return LocalDate.of(number(named, 3), i + 1, number(named, 2));
                }
            }
            return null;
        }
        Matcher slashed = SLASHED.matcher(text);
        if (slashed.matches()) {
            return LocalDate.of(number(slashed, 3), number(slashed, 1), number(slashed, 2));
        }
        Matcher iso = ISO.matcher(text);
        return iso.matches() ? LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)) : null;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}

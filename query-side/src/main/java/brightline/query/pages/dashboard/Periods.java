package brightline.query.pages.dashboard;

import brightline.query.figures.AgreementTerm;
import brightline.query.pages.Moment;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The days a view is about, and the days it is set beside: the last whole school year before the agreement in force, never a period
 * that overlaps it; where none is in force, the school year before.
 *
 * @param from first day of the view; null for no limit
 * @param to last day of the view; null for no limit
 * @param words the view's days as the beginning of a sentence, for instance {@code Since the agreement of Aug 1, 2025}
 * @param agreement the one in force on the view's last day; null for none
 * @param before the school year it is set beside; null where the view has no first day
 * @param like the same months of this school year and of earlier ones, the earliest first; empty where they say nothing more
 */
record Periods(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String words,
        @Nullable AgreementTerm agreement,
        @Nullable Span before,
        List<Span> like) {

    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("MMM d", Locale.US);

    Periods {
        like = List.copyOf(like);
    }

    /** Some days, both ends included. @param words what they are called in a sentence */
    record Span(LocalDate from, LocalDate to, String words) {}

    /**
     * The days of a view.
     *
     * @param from as the reader chose it; null for since the agreement in force, or else for this school year
     * @param to as the reader chose it; null for today
     * @param agreements all there are
     * @param yearStart first day of the school year
     * @param today or the day of which the view is as known
     */
    static Periods of(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<AgreementTerm> agreements,
            MonthDay yearStart,
            LocalDate today) {
        LocalDate end = to == null || to.isAfter(today) ? today : to;
        AgreementTerm agreement = agreements.stream()
                .filter(term -> term.bindsOn(end))
                .findFirst()
                .orElse(null);
        LocalDate first =
                from != null || to != null ? from : agreement != null ? agreement.from() : yearOf(end, yearStart);
        if (first == null || first.isAfter(end)) {
            return new Periods(first, to, words(first, to, agreement), agreement, null, List.of());
        }
        AgreementTerm under = agreement != null && !first.isBefore(agreement.from()) ? agreement : null;
        LocalDate year = yearOf(under == null ? first : under.from(), yearStart);
        String called = under == null
                ? "In the school year before"
                : first.equals(under.from()) && from == null
                        ? "In the school year before it"
                        : "In the school year before the agreement of " + Moment.day(under.from());
        Span before = new Span(year.minusYears(1), year.minusDays(1), called);
        return new Periods(
                first,
                to,
                words(first, to, from == null ? agreement : null),
                agreement,
                before,
                like(before, first, end, yearStart));
    }

    private static String words(@Nullable LocalDate first, @Nullable LocalDate to, @Nullable AgreementTerm agreement) {
        if (first == null) {
            return to == null ? "On all days" : "Until " + Moment.day(to);
        }
        if (to != null) {
            return "From " + Moment.day(first) + " to " + Moment.day(to);
        }
        return agreement != null && first.equals(agreement.from())
                ? "Since the agreement of " + Moment.day(first)
                : "Since " + Moment.day(first);
    }

    /** From the school year before up to this one, at most the first and the last two. */
    private static List<Span> like(Span before, LocalDate first, LocalDate end, MonthDay yearStart) {
        LocalDate year = yearOf(end, yearStart);
        LocalDate start = first.isAfter(year) ? first : year;
        int years = year.getYear() - before.from().getYear();
        List<Span> like = new ArrayList<>();
        for (int back = years; back >= 0; back--) {
            if (back == years || back <= 1) {
                LocalDate then = start.minusYears(back);
                LocalDate last = end.minusYears(back);
                like.add(new Span(
                        then,
                        last,
                        then.getYear() == last.getYear()
                                ? String.valueOf(then.getYear())
                                : then.getYear() + " to " + last.getYear()));
            }
        }
        return like;
    }

    /** The days of the year that the like months are, for instance {@code Aug 1 to Nov 28}; empty without any. */
    String likeDays() {
        return like.isEmpty()
                ? ""
                : DAY_OF_YEAR.format(like.getLast().from()) + " to "
                        + DAY_OF_YEAR.format(like.getLast().to());
    }

    /** First day of the school year that holds the day. */
    private static LocalDate yearOf(LocalDate day, MonthDay yearStart) {
        LocalDate start = yearStart.atYear(day.getYear());
        return day.isBefore(start) ? yearStart.atYear(day.getYear() - 1) : start;
    }
}

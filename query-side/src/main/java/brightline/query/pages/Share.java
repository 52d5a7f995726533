package brightline.query.pages;

import brightline.query.figures.Proportion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A share as a page writes it: how many of how many, with its 95 percent interval.
 *
 * @param value null when the denominator is 0: nothing to take a share of is not 0 percent
 * @param lower lower end of the interval, 0 to 1; null when {@code value} is
 * @param upper upper end of the interval, 0 to 1; null when {@code value} is
 */
public record Share(
        long numerator,
        long denominator,
        @Nullable Double value,
        @Nullable Double lower,
        @Nullable Double upper) {

    /** The share as a figure's row has it. */
    public static Share of(Proportion counted) {
        BigDecimal value = counted.value();
        Proportion.Interval interval = counted.interval();
        return new Share(
                counted.numerator(),
                counted.denominator(),
                value == null ? null : value.doubleValue(),
                interval == null ? null : interval.low().doubleValue(),
                interval == null ? null : interval.high().doubleValue());
    }

    public boolean known() {
        return value != null;
    }

    /** For instance {@code 15.0 %}, rounded half up; a dash when there is nothing to take a share of. */
    public String percent() {
        return value == null ? "–" : percent(value);
    }

    /** For instance {@code 8.1–26.1 %}; a dash without an interval. */
    public String interval() {
        return lower == null || upper == null ? "–" : oneDecimal(lower) + "–" + percent(upper);
    }

    /** For instance {@code 9 of 60}. */
    public String counts() {
        return numerator + " of " + denominator;
    }

    /** A share of 1 as percent with one decimal, rounded half up. */
    public static String percent(double share) {
        return oneDecimal(share) + "\u00a0%";
    }

    private static String oneDecimal(double share) {
        return BigDecimal.valueOf(share)
                .movePointRight(2)
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString();
    }
}

package brightline.query.pages;

import brightline.events.measure.Proportion;
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

    /** The least one can take a share of: with fewer it says more about chance than about people. */
    public static final int FEWEST = 10;

    private static final String NOTHING = "–";

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

    /** Whether there is something to take a share of, and less than {@value #FEWEST} of it: then counts are told and no share. */
    public boolean tooFew() {
        return value != null && denominator < FEWEST;
    }

    /** For a sentence or a heading, see {@link #percent(double)}; a dash when there is nothing to take a share of. */
    public String percent() {
        return value == null ? NOTHING : percent(value);
    }

    /**
     * For a table or a chart, beside its interval: always with one decimal, for instance {@code 15.2%}, rounded half up; a dash
     * when there is nothing to take a share of.
     */
    public String precise() {
        return value == null ? NOTHING : oneDecimal(value) + "%";
    }

    /** For instance {@code 8.1–26.1%}; a dash without an interval. */
    public String interval() {
        return lower == null || upper == null ? NOTHING : oneDecimal(lower) + "–" + oneDecimal(upper) + "%";
    }

    /** For instance {@code 9 of 1,352}. */
    public String counts() {
        return Count.of(numerator) + " of " + Count.of(denominator);
    }

    /**
     * A share of 1 as a sentence has it, rounded half up: whole from 10 percent on, {@code 15%}; with one decimal where a whole
     * number would hide what matters, below 10 percent and where it would round to 100, {@code 4.2%} and {@code 99.7%}. What is
     * not 0 or 1 never reads so: {@code <0.1%}, {@code >99.9%}.
     */
    public static String percent(double share) {
        if (share == 0 || share == 1 || share >= 0.1 && share < 0.995) {
            return decimals(share, 0) + "%";
        }
        String text = oneDecimal(share);
        return switch (text) {
            case "0.0" -> "<0.1%";
            case "100.0" -> ">99.9%";
            default -> text + "%";
        };
    }

    private static String oneDecimal(double share) {
        return decimals(share, 1);
    }

    private static String decimals(double share, int places) {
        return BigDecimal.valueOf(share)
                .movePointRight(2)
                .setScale(places, RoundingMode.HALF_UP)
                .toPlainString();
    }
}

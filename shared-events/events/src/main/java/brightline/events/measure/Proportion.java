package brightline.events.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A share of counted things with its 95 percent Wilson score interval, z = 1.959964. Values are rounded half up to 4 decimals.
 *
 * @param numerator not above the denominator
 */
public record Proportion(long numerator, long denominator) {
    /** The 97.5 percent point of the normal distribution. */
    private static final BigDecimal Z = new BigDecimal("1.959964");

    private static final BigDecimal Z_SQUARED = Z.multiply(Z);
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    /** @throws IllegalArgumentException if it is no part of a whole */
    public Proportion {
        if (numerator < 0 || numerator > denominator) {
            throw new IllegalArgumentException("Not a part of a whole: " + numerator + " of " + denominator);
        }
    }

    /** The interval's ends. */
    public record Interval(BigDecimal low, BigDecimal high) {}

    /** Null of nothing. */
    public @Nullable BigDecimal value() {
        return denominator == 0
                ? null
                : BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), 4, RoundingMode.HALF_UP);
    }

    /** Null of nothing. */
    public @Nullable Interval interval() {
        if (denominator == 0) {
            return null;
        }
        BigDecimal n = BigDecimal.valueOf(denominator);
        BigDecimal p = Decimals.quotient(numerator, denominator);
        BigDecimal aside = Z_SQUARED.divide(n.multiply(BigDecimal.TWO), Decimals.WORKING);
        BigDecimal spread = p.multiply(BigDecimal.ONE.subtract(p))
                .divide(n, Decimals.WORKING)
                .add(Z_SQUARED.divide(n.multiply(n).multiply(FOUR), Decimals.WORKING));
        BigDecimal half = Z.multiply(spread.sqrt(Decimals.WORKING));
        BigDecimal whole = BigDecimal.ONE.add(Z_SQUARED.divide(n, Decimals.WORKING));
        BigDecimal centre = p.add(aside);
        return new Interval(
                numerator == 0
                        ? end(BigDecimal.ZERO)
                        : end(centre.subtract(half).divide(whole, Decimals.WORKING)),
                numerator == denominator
                        ? end(BigDecimal.ONE)
                        : end(centre.add(half).divide(whole, Decimals.WORKING)));
    }

    private static BigDecimal end(BigDecimal value) {
        return Decimals.rounded(value);
    }

    /** Whether it is above 5 percent, from where on missing facts are warned of. */
    public boolean isAboveFivePercent() {
        return numerator * 20 > denominator;
    }
}

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
    private static final double Z = 1.959964;

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
        double n = denominator;
        double p = numerator / n;
        double centre = p + Z * Z / (2 * n);
        double half = Z * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        double whole = 1 + Z * Z / n;
        return new Interval(
                numerator == 0 ? rounded(0) : rounded((centre - half) / whole),
                numerator == denominator ? rounded(1) : rounded((centre + half) / whole));
    }

    /** Whether it is above 5 percent, from where on missing facts are warned of. */
    public boolean isAboveFivePercent() {
        return numerator * 20 > denominator;
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
    }
}

package brightline.events.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How figures are reckoned and rounded: in decimals of far more digits than are shown, and rounded half up. Binary fractions would round
 * a tie by how they happen to be stored: 5/32 to 0.1562 in place of 0.1563.
 */
public final class Decimals {
    /** What is reckoned in. */
    public static final MathContext WORKING = new MathContext(40, RoundingMode.HALF_UP);

    /** What is not exact in {@link #WORKING} is off in its last digits: without them a tie is a tie again. */
    public static final MathContext SURE = new MathContext(30, RoundingMode.HALF_UP);

    private static final int SHOWN = 4;

    private Decimals() {}

    /** A quotient, as exact as the working digits go. */
    public static BigDecimal quotient(long dividend, long divisor) {
        return BigDecimal.valueOf(dividend).divide(BigDecimal.valueOf(divisor), WORKING);
    }

    /** Half up to the four places that answers show. */
    public static BigDecimal rounded(BigDecimal value) {
        return value.round(SURE).setScale(SHOWN, RoundingMode.HALF_UP);
    }
}

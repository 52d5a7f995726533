package brightline.proof.recount;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** So many of so many, with Wilson's interval; of nothing there is no share. */
record Share(long numerator, long denominator) {
    private static final BigDecimal Z = new BigDecimal("1.959964");
    private static final MathContext EXACT = new MathContext(50);
    private static final int PLACES = 4;

    /** Half up, four decimals. */
    @Nullable
    BigDecimal value() {
        return denominator == 0
                ? null
                : BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), PLACES, RoundingMode.HALF_UP);
    }

    /** (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n). */
    @Nullable
    List<BigDecimal> interval() {
        if (denominator == 0) {
            return null;
        }
        BigDecimal n = BigDecimal.valueOf(denominator);
        BigDecimal p = BigDecimal.valueOf(numerator).divide(n, EXACT);
        BigDecimal z2 = Z.multiply(Z);
        BigDecimal middle = p.add(z2.divide(n.multiply(BigDecimal.TWO), EXACT));
        BigDecimal root = p.multiply(BigDecimal.ONE.subtract(p))
                .divide(n, EXACT)
                .add(z2.divide(n.multiply(n).multiply(BigDecimal.valueOf(4)), EXACT))
                .sqrt(EXACT);
        BigDecimal reach = Z.multiply(root);
        BigDecimal whole = BigDecimal.ONE.add(z2.divide(n, EXACT));
        return List.of(rounded(middle.subtract(reach), whole), rounded(middle.add(reach), whole));
    }

    private static BigDecimal rounded(BigDecimal upper, BigDecimal lower) {
        return upper.divide(lower, EXACT)
                .max(BigDecimal.ZERO)
                .min(BigDecimal.ONE)
                .setScale(PLACES, RoundingMode.HALF_UP);
    }
}

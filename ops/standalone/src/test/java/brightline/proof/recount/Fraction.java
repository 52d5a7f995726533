package brightline.proof.recount;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** An exact number. @param lower above zero */
record Fraction(BigInteger upper, BigInteger lower) implements Comparable<Fraction> {
    static final Fraction ZERO = of(0, 1);
    static final Fraction ONE = of(1, 1);

    private static final MathContext EXACT = new MathContext(60);
    private static final int PLACES = 4;

    Fraction {
        BigInteger shared = upper.gcd(lower);
        upper = upper.divide(shared);
        lower = lower.divide(shared);
    }

    static Fraction of(long upper, long lower) {
        return new Fraction(BigInteger.valueOf(upper), BigInteger.valueOf(lower));
    }

    Fraction plus(Fraction other) {
        return new Fraction(upper.multiply(other.lower).add(other.upper.multiply(lower)), lower.multiply(other.lower));
    }

    Fraction minus(Fraction other) {
        return plus(new Fraction(other.upper.negate(), other.lower));
    }

    Fraction times(Fraction other) {
        return new Fraction(upper.multiply(other.upper), lower.multiply(other.lower));
    }

    /** @param other above zero */
    Fraction over(Fraction other) {
        return times(new Fraction(other.lower, other.upper));
    }

    BigDecimal decimal() {
        return new BigDecimal(upper).divide(new BigDecimal(lower), EXACT);
    }

    /** Half up, four decimals. */
    BigDecimal rounded() {
        return new BigDecimal(upper).divide(new BigDecimal(lower), PLACES, RoundingMode.HALF_UP);
    }

    @Override
    public int compareTo(Fraction other) {
        return upper.multiply(other.lower).compareTo(other.upper.multiply(lower));
    }
}

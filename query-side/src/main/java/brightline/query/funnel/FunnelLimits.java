package brightline.query.funnel;

import brightline.events.measure.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * How many events chance leaves open to a unit (measure M7, edition 2). Normal limits from 50 contacts on, exact binomial ones below.
 *
 * @param low fewer events than this are flagged low; a whole number where exact
 * @param high more events than this are flagged high; a whole number where exact
 */
record FunnelLimits(BigDecimal low, BigDecimal high) {
    /** Contacts from which on the normal limits hold. */
    static final int NORMAL_FROM = 50;

    /** How rarely a unit in line with the target falls outside. */
    enum Level {
        /** Once in 20 looks. */
        P95("95", 0.05, "1.96"),
        /** Once in 500 looks. */
        P998("99.8", 0.002, "3.0902");

        private final String percent;
        private final double outside;
        private final BigDecimal z;

        Level(String percent, double outside, String z) {
            this.percent = percent;
            this.outside = outside;
            this.z = new BigDecimal(z);
        }

        /** The part that stays inside, in percent. */
        String percent() {
            return percent;
        }
    }

    /** The limits of a unit. @param widening factor of the distance from what is expected; 1 for none */
    static FunnelLimits of(Funnel.Unit unit, Level level, BigDecimal widening) {
        return unit.n() < NORMAL_FROM ? exact(unit, level, widening) : normal(unit, level, widening);
    }

    /** What is expected and z standard errors to either side, cut to what can be. */
    static FunnelLimits normal(Funnel.Unit unit, Level level, BigDecimal widening) {
        BigDecimal half = level.z.multiply(widening).multiply(unit.variance().sqrt(Decimals.WORKING));
        return cut(unit, unit.expected().subtract(half), unit.expected().add(half));
    }

    /**
     * The smallest counts r with F(r) at least half of what lies outside, and at least all but that half. Widened, they move away
     * from the expected count and are rounded outwards.
     */
    static FunnelLimits exact(Funnel.Unit unit, Level level, BigDecimal widening) {
        BinomialDistribution chance =
                BinomialDistribution.of(Math.toIntExact(unit.n()), unit.target().doubleValue());
        BigDecimal low = BigDecimal.valueOf(chance.inverseCumulativeProbability(level.outside / 2));
        BigDecimal high = BigDecimal.valueOf(chance.inverseCumulativeProbability(1 - level.outside / 2));
        return cut(
                unit,
                low.min(away(unit, low, widening).setScale(0, RoundingMode.FLOOR)),
                high.max(away(unit, high, widening).setScale(0, RoundingMode.CEILING)));
    }

    private static BigDecimal away(Funnel.Unit unit, BigDecimal limit, BigDecimal widening) {
        return unit.expected()
                .add(limit.subtract(unit.expected()).multiply(widening))
                .round(Decimals.SURE);
    }

    private static FunnelLimits cut(Funnel.Unit unit, BigDecimal low, BigDecimal high) {
        return new FunnelLimits(low.max(BigDecimal.ZERO), high.min(BigDecimal.valueOf(unit.n())));
    }

    /** Whether so many events are outside. */
    boolean excludes(long events) {
        BigDecimal observed = BigDecimal.valueOf(events);
        return observed.compareTo(low) < 0 || observed.compareTo(high) > 0;
    }
}

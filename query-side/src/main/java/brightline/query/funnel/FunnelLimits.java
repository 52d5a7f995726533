package brightline.query.funnel;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * How many events chance leaves open to a unit (measure M7, edition 1). Normal limits from 50 contacts on, exact binomial ones below.
 *
 * @param low fewer events than this are flagged low; a whole number where exact
 * @param high more events than this are flagged high; a whole number where exact
 */
record FunnelLimits(double low, double high) {
    /** Contacts from which on the normal limits hold. */
    static final int NORMAL_FROM = 50;

    /** How rarely a unit in line with the target falls outside. */
    enum Level {
        /** Once in 20 looks. */
        P95("95", 0.05, 1.96),
        /** Once in 500 looks. */
        P998("99.8", 0.002, 3.0902);

        private final String percent;
        private final double outside;
        private final double z;

        Level(String percent, double outside, double z) {
            this.percent = percent;
            this.outside = outside;
            this.z = z;
        }

        /** The part that stays inside, in percent. */
        String percent() {
            return percent;
        }
    }

    /** The limits of a unit of that size. @param widening factor of the distance from the target; 1 for none */
    static FunnelLimits of(long n, double target, Level level, double widening) {
        return n < NORMAL_FROM ? exact(n, target, level, widening) : normal(n, target, level, widening);
    }

    /** The target and z standard errors to either side, cut to what can be. */
    static FunnelLimits normal(long n, double target, Level level, double widening) {
        double half = level.z * widening * Math.sqrt(n * target * (1 - target));
        return new FunnelLimits(Math.max(0, n * target - half), Math.min(n, n * target + half));
    }

    /**
     * The smallest counts r with F(r) at least half of what lies outside, and at least all but that half. Widened, they move away
     * from the expected count and are rounded outwards.
     */
    static FunnelLimits exact(long n, double target, Level level, double widening) {
        BinomialDistribution chance = BinomialDistribution.of(Math.toIntExact(n), target);
        int low = chance.inverseCumulativeProbability(level.outside / 2);
        int high = chance.inverseCumulativeProbability(1 - level.outside / 2);
        double expected = n * target;
        return new FunnelLimits(
                Math.max(0, Math.min(low, Math.floor(expected - (expected - low) * widening))),
                Math.min(n, Math.max(high, Math.ceil(expected + (high - expected) * widening))));
    }
}

package brightline.query.funnel;

import brightline.events.measure.Decimals;
import brightline.query.funnel.FunnelLimits.Level;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Units of one kind against what was expected of them (measure M7, edition 2). Pure.
 *
 * <p>phi, the sum of squared z-scores over the units that have a point, divided by their number, tells whether they differ by more
 * than chance. Limits are widened by its root where that sum is above the 0.95 quantile of chi-square with units - 1 degrees of
 * freedom. One unit alone tells nothing of it.
 *
 * @param points in the order of the units
 * @param phi null where no unit has a z-score
 * @param scored how many units phi rests on
 */
record Funnel(List<Point> points, @Nullable BigDecimal phi, int scored, boolean widened) {
    /** Units with fewer contacts have no point. */
    static final int FEWEST = 10;

    private static final double CLEARLY = 0.95;

    Funnel {
        points = List.copyOf(points);
    }

    /**
     * A school or an officer.
     *
     * @param events of n
     * @param expected how many of n there would be at the pooled rate; not above n
     */
    record Unit(long events, long n, BigDecimal expected) {
        /** The rate that is expected; 0 of nothing. */
        BigDecimal target() {
            return n == 0 ? BigDecimal.ZERO : expected.divide(BigDecimal.valueOf(n), Decimals.WORKING);
        }

        boolean hasPoint() {
            return n >= FEWEST;
        }

        /** Of a binomial count at the expected rate. */
        BigDecimal variance() {
            return expected.multiply(BigDecimal.ONE.subtract(target()))
                    .setScale(Decimals.SURE.getPrecision(), RoundingMode.HALF_UP)
                    .max(BigDecimal.ZERO);
        }

        /** Squared standard errors between observed and expected; null where nothing can differ. */
        @Nullable
        BigDecimal zSquared() {
            BigDecimal apart = BigDecimal.valueOf(events).subtract(expected);
            return variance().signum() > 0
                    ? apart.multiply(apart)
                            .divide(expected.multiply(BigDecimal.ONE.subtract(target())), Decimals.WORKING)
                    : null;
        }

        /** Standard errors between observed and expected; null where nothing can differ. */
        @Nullable
        BigDecimal z() {
            BigDecimal squared = zSquared();
            if (squared == null) {
                return null;
            }
            BigDecimal size = squared.round(Decimals.SURE).sqrt(Decimals.WORKING);
            return BigDecimal.valueOf(events).compareTo(expected) < 0 ? size.negate() : size;
        }
    }

    /** On which side of which limits a unit lies. @param beyond the widest it is outside of */
    record Flag(boolean high, Level beyond) {}

    /**
     * @param limits empty where the unit has no point
     * @param flag null inside the limits, and where there is no point
     * @param flagRemoved whether only the widening of the limits keeps it inside
     */
    record Point(
            Unit unit,
            Map<Level, FunnelLimits> limits,
            @Nullable Flag flag,
            boolean flagRemoved) {
        Point {
            limits = Map.copyOf(limits);
        }
    }

    /** Units that are expected to be at the rate of all of them together. */
    static Funnel pooled(List<long[]> eventsAndContacts) {
        long events = eventsAndContacts.stream().mapToLong(unit -> unit[0]).sum();
        long contacts = eventsAndContacts.stream().mapToLong(unit -> unit[1]).sum();
        return of(eventsAndContacts.stream()
                .map(unit -> new Unit(
                        unit[0],
                        unit[1],
                        contacts == 0
                                ? BigDecimal.ZERO
                                : Decimals.quotient(Math.multiplyExact(unit[1], events), contacts)))
                .toList());
    }

    static Funnel of(List<Unit> units) {
        List<BigDecimal> scores = units.stream()
                .filter(Unit::hasPoint)
                .map(Unit::zSquared)
                .filter(Objects::nonNull)
                .toList();
        BigDecimal sum = scores.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal phi = scores.isEmpty() ? null : sum.divide(BigDecimal.valueOf(scores.size()), Decimals.WORKING);
        boolean clearly = scores.size() > 1
                && sum.doubleValue()
                        > ChiSquaredDistribution.of(scores.size() - 1.0).inverseCumulativeProbability(CLEARLY);
        BigDecimal widening =
                clearly && phi != null ? phi.sqrt(Decimals.WORKING).max(BigDecimal.ONE) : BigDecimal.ONE;
        return new Funnel(units.stream().map(unit -> point(unit, widening)).toList(), phi, scores.size(), clearly);
    }

    private static Point point(Unit unit, BigDecimal widening) {
        if (!unit.hasPoint()) {
            return new Point(unit, Map.of(), null, false);
        }
        Map<Level, FunnelLimits> limits = limits(unit, widening);
        Flag flag = flag(unit, limits);
        return new Point(unit, limits, flag, flag == null && flag(unit, limits(unit, BigDecimal.ONE)) != null);
    }

    private static Map<Level, FunnelLimits> limits(Unit unit, BigDecimal widening) {
        Map<Level, FunnelLimits> limits = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            limits.put(level, FunnelLimits.of(unit, level, widening));
        }
        return limits;
    }

    private static @Nullable Flag flag(Unit unit, Map<Level, FunnelLimits> limits) {
        Flag flag = null;
        for (Map.Entry<Level, FunnelLimits> at : limits.entrySet()) {
            if (at.getValue().excludes(unit.events())) {
                flag = new Flag(
                        BigDecimal.valueOf(unit.events())
                                        .compareTo(at.getValue().high())
                                > 0,
                        at.getKey());
            }
        }
        return flag;
    }
}

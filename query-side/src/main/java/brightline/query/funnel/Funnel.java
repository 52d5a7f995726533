package brightline.query.funnel;

import brightline.query.funnel.FunnelLimits.Level;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Units of one kind against what was expected of them (measure M7, edition 1). Pure.
 *
 * <p>phi, the mean of squared z-scores over the units that have a point, tells whether they differ by more than chance. Limits are
 * widened by its root where it is clearly above 1: above 1 + 2 * sqrt(2 / units), some two standard errors of phi in control. That
 * "clearly" is ours. One unit alone tells nothing of it.
 *
 * @param points in the order of the units
 * @param phi null where no unit has a z-score
 * @param scored how many units phi rests on
 */
record Funnel(List<Point> points, @Nullable Double phi, int scored, boolean widened) {
    /** Units with fewer contacts have no point. */
    static final int FEWEST = 10;

    Funnel {
        points = List.copyOf(points);
    }

    /**
     * A school or an officer.
     *
     * @param events of n
     * @param expected how many of n there would be at the pooled rate
     */
    record Unit(long events, long n, double expected) {
        /** The rate that is expected; 0 of nothing. */
        double target() {
            return n == 0 ? 0 : Math.min(1, expected / n);
        }

        boolean hasPoint() {
            return n >= FEWEST;
        }

        /** Standard errors between observed and expected; null where nothing can differ. */
        @Nullable
        Double z() {
            double variance = n * target() * (1 - target());
            return variance > 0 ? (events - expected) / Math.sqrt(variance) : null;
        }
    }

    /** On which side of which limits a unit lies. @param beyond the widest it is outside of */
    record Flag(boolean high, Level beyond) {}

    /** @param limits empty where the unit has no point @param flag null inside the limits, and where there is no point */
    record Point(
            Unit unit,
            Map<Level, FunnelLimits> limits,
            @Nullable Flag flag) {
        Point {
            limits = Map.copyOf(limits);
        }
    }

    /** Units that are expected to be at the rate of all of them together. */
    static Funnel pooled(List<long[]> eventsAndContacts) {
        double events = eventsAndContacts.stream().mapToLong(unit -> unit[0]).sum();
        double contacts = eventsAndContacts.stream().mapToLong(unit -> unit[1]).sum();
        return of(eventsAndContacts.stream()
                .map(unit -> new Unit(unit[0], unit[1], contacts == 0 ? 0 : unit[1] * events / contacts))
                .toList());
    }

    static Funnel of(List<Unit> units) {
        List<Double> scores = units.stream()
                .filter(Unit::hasPoint)
                .map(Unit::z)
                .filter(Objects::nonNull)
                .toList();
        Double phi = scores.isEmpty()
                ? null
                : scores.stream().mapToDouble(z -> z * z).average().orElseThrow();
        boolean clearly = phi != null && scores.size() > 1 && phi > 1 + 2 * Math.sqrt(2.0 / scores.size());
        double widening = clearly && phi != null ? Math.sqrt(phi) : 1;
        return new Funnel(units.stream().map(unit -> point(unit, widening)).toList(), phi, scores.size(), clearly);
    }

    private static Point point(Unit unit, double widening) {
        Map<Level, FunnelLimits> limits = new EnumMap<>(Level.class);
        Flag flag = null;
        if (unit.hasPoint()) {
            for (Level level : Level.values()) {
                FunnelLimits at = FunnelLimits.of(unit.n(), unit.target(), level, widening);
                limits.put(level, at);
                if (unit.events() < at.low() || unit.events() > at.high()) {
                    flag = new Flag(unit.events() > at.high(), level);
                }
            }
        }
        return new Point(unit, limits, flag);
    }
}

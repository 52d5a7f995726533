package brightline.proof.recount;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * M7: the strict share of school discipline of each school or officer beside what chance leaves open. Expected of a school: what its
 * contacts would hold at the rate of all schools; of an officer: what they would hold at the rate of all officers in the same school and
 * tier. Limits of 95 and 99.8 percent about it: the normal ones from 50 contacts on, the exact binomial ones below; widened by the root of phi
 * where the units differ by more than chance would have it 19 times of 20. Fewer than 10 contacts: no point.
 */
final class FairComparison implements Figure {
    private static final Set<String> WHOLE = Set.of(
            "ROUTINE_DISCIPLINE",
            "ROUTINE_DISCIPLINE_LOW",
            "DECLINED",
            "SAFETY_RESPONSE",
            "LAW_ENFORCEMENT",
            "LAW_ENFORCEMENT_DISCRETION",
            "NOT_ROUTINE");
    private static final int FEWEST = 10;
    private static final int NORMAL_FROM = 50;
    private static final int PLACES = 4;
    private static final MathContext EXACT = new MathContext(60);
    private static final List<Level> LEVELS = List.of(
            new Level("95", Fraction.of(25, 1_000), new BigDecimal("1.96")),
            new Level("99.8", Fraction.of(1, 1_000), new BigDecimal("3.0902")));

    /** @param tail what lies outside on one side, for a unit like all the others */
    private record Level(String percent, Fraction tail, BigDecimal z) {}

    /** A school or an officer. @param expected of n */
    private record Unit(long events, long n, Fraction expected) {
        boolean hasPoint() {
            return n >= FEWEST;
        }

        Fraction rate() {
            return expected.over(Fraction.of(n, 1));
        }

        Fraction variance() {
            return expected.times(Fraction.ONE.minus(rate()));
        }

        /** Null where nothing can differ. */
        @Nullable
        Fraction zSquared() {
            Fraction apart = Fraction.of(events, 1).minus(expected);
            return variance().equals(Fraction.ZERO) ? null : apart.times(apart).over(variance());
        }

        @Nullable
        BigDecimal z() {
            Fraction squared = zSquared();
            if (squared == null) {
                return null;
            }
            BigDecimal size = squared.decimal().sqrt(EXACT);
            return (Fraction.of(events, 1).compareTo(expected) < 0 ? size.negate() : size)
                    .setScale(PLACES, RoundingMode.HALF_UP);
        }
    }

    /** Fewer events than low, or more than high, are flagged. */
    private record Limits(BigDecimal low, BigDecimal high) {}

    /** All units with how far they differ from each other. @param phi null where none can */
    private record Pool(Map<String, Unit> units, @Nullable Fraction phi, int scored, boolean widened, Share pooled) {
        BigDecimal widening() {
            return widened && phi != null ? phi.decimal().sqrt(EXACT).max(BigDecimal.ONE) : BigDecimal.ONE;
        }
    }

    @Override
    public String name() {
        return Question.FUNNELS;
    }

    @Override
    public boolean isOfUnits() {
        return true;
    }

    /** A filter on the units says which are shown; the others are set against them all the same. */
    @Override
    public Map<List<@Nullable String>, Row> rows(Known known, List<Involvement> all, Question question) {
        String kind = question.groupBy().getFirst();
        Set<String> shown = question.filters().getOrDefault(kind, Set.of());
        Pool pool = pool(all, question.without(kind), kind);
        Map<List<@Nullable String>, Row> rows = new LinkedHashMap<>();
        pool.units().forEach((name, unit) -> {
            if (shown.isEmpty() || shown.contains(name)) {
                List<@Nullable String> group = new ArrayList<>();
                group.add(name);
                rows.put(group, row(unit, pool.widening()));
            }
        });
        return rows;
    }

    @Override
    public Map<String, @Nullable Object> besideRows(List<Involvement> all, Question question) {
        String kind = question.groupBy().getFirst();
        Pool pool = pool(all, question.without(kind), kind);
        Map<String, @Nullable Object> beside = new LinkedHashMap<>();
        beside.put("/pooled/numerator", pool.pooled().numerator());
        beside.put("/pooled/denominator", pool.pooled().denominator());
        beside.put("/pooled/value", pool.pooled().value());
        beside.put("/dispersion/phi", pool.phi() == null ? null : pool.phi().rounded());
        beside.put("/dispersion/units", pool.scored());
        beside.put("/dispersion/widened", pool.widened());
        return beside;
    }

    private static Pool pool(List<Involvement> all, Question question, String kind) {
        List<Involvement> whole = all.stream()
                .filter(one -> !one.isVoided() && one.ofStudent() && question.holds(one))
                .filter(one -> WHOLE.contains(one.involvementClass()) && one.value(kind) != null)
                .toList();
        Function<Involvement, List<String>> stratum = kind.equals("officer")
                ? one -> List.of(one.incident.school, String.valueOf(one.tier()))
                : _ -> List.of();
        Map<List<String>, Share> rates = new HashMap<>();
        whole.stream().collect(Collectors.groupingBy(stratum)).forEach((name, those) -> rates.put(name, share(those)));
        Map<String, Unit> units = new LinkedHashMap<>();
        whole.stream()
                .collect(Collectors.groupingBy(one -> Objects.requireNonNull(one.value(kind))))
                .forEach((name, those) -> {
                    Fraction expected = those.stream()
                            .map(one -> Objects.requireNonNull(rates.get(stratum.apply(one))))
                            .map(rate -> Fraction.of(rate.numerator(), rate.denominator()))
                            .reduce(Fraction.ZERO, Fraction::plus);
                    units.put(name, new Unit(share(those).numerator(), those.size(), expected));
                });
        List<Fraction> scores = units.values().stream()
                .filter(Unit::hasPoint)
                .map(Unit::zSquared)
                .filter(Objects::nonNull)
                .toList();
        Fraction sum = scores.stream().reduce(Fraction.ZERO, Fraction::plus);
        return new Pool(
                units,
                scores.isEmpty() ? null : sum.over(Fraction.of(scores.size(), 1)),
                scores.size(),
                scores.size() > 1 && chiSquare(sum.decimal().doubleValue(), scores.size() - 1) > 0.95,
                share(whole));
    }

    private static Share share(List<Involvement> those) {
        return new Share(Figure.count(those, one -> one.involvementClass().equals("ROUTINE_DISCIPLINE")), those.size());
    }

    private static Row row(Unit unit, BigDecimal widening) {
        Row row = new Row().with("count", unit.n());
        if (!unit.hasPoint()) {
            return row.with("/text", "too few");
        }
        boolean exact = unit.n() < NORMAL_FROM;
        row.share("M2a", unit.events(), unit.n())
                .with("expected", unit.expected().rounded())
                .with("expectedRate", unit.rate().rounded())
                .with("z", unit.z())
                .with("/limits/method", exact ? "EXACT_BINOMIAL" : "NORMAL");
        String direction = null;
        String beyond = null;
        for (Level level : LEVELS) {
            Limits limits = exact ? exact(unit, level, widening) : normal(unit, level, widening);
            String at = "/limits/" + level.percent();
            row.with(at + "/low", ofAll(limits.low(), unit)).with(at + "/high", ofAll(limits.high(), unit));
            row.with(at + "/lowCount", exact ? limits.low() : null);
            row.with(at + "/highCount", exact ? limits.high() : null);
            BigDecimal events = BigDecimal.valueOf(unit.events());
            if (events.compareTo(limits.low()) < 0 || events.compareTo(limits.high()) > 0) {
                direction = events.compareTo(limits.high()) > 0 ? "HIGH" : "LOW";
                beyond = level.percent();
            }
        }
        return row.with("/flag/direction", direction).with("/flag/beyond", beyond);
    }

    private static BigDecimal ofAll(BigDecimal limit, Unit unit) {
        return limit.divide(BigDecimal.valueOf(unit.n()), EXACT).setScale(PLACES, RoundingMode.HALF_UP);
    }

    private static Limits normal(Unit unit, Level level, BigDecimal widening) {
        BigDecimal reach =
                level.z().multiply(widening).multiply(unit.variance().decimal().sqrt(EXACT));
        BigDecimal expected = unit.expected().decimal();
        return cut(unit, expected.subtract(reach), expected.add(reach));
    }

    /** The smallest counts up to which at least the lower tail lies, and all but the upper one. */
    private static Limits exact(Unit unit, Level level, BigDecimal widening) {
        BigDecimal low = BigDecimal.valueOf(smallest(unit, level.tail()));
        BigDecimal high = BigDecimal.valueOf(smallest(unit, Fraction.ONE.minus(level.tail())));
        if (widening.compareTo(BigDecimal.ONE) == 0) {
            return cut(unit, low, high);
        }
        return cut(
                unit,
                low.min(away(unit, low, widening).setScale(0, RoundingMode.FLOOR)),
                high.max(away(unit, high, widening).setScale(0, RoundingMode.CEILING)));
    }

    private static BigDecimal away(Unit unit, BigDecimal limit, BigDecimal widening) {
        BigDecimal expected = unit.expected().decimal();
        return expected.add(limit.subtract(expected).multiply(widening)).round(new MathContext(40));
    }

    private static long smallest(Unit unit, Fraction share) {
        Fraction yes = unit.rate();
        Fraction no = Fraction.ONE.minus(yes);
        if (no.equals(Fraction.ZERO)) {
            return unit.n();
        }
        Fraction chance = Fraction.ONE;
        for (int i = 0; i < unit.n(); i++) {
            chance = chance.times(no);
        }
        Fraction below = chance;
        int r = 0;
        while (below.compareTo(share) < 0) {
            chance = chance.times(Fraction.of(unit.n() - r, r + 1)).times(yes).over(no);
            below = below.plus(chance);
            r++;
        }
        return r;
    }

    private static Limits cut(Unit unit, BigDecimal low, BigDecimal high) {
        return new Limits(low.max(BigDecimal.ZERO), high.min(BigDecimal.valueOf(unit.n())));
    }

    /** The share of chi-square that lies up to x, by the series of the incomplete gamma function. */
    private static double chiSquare(double x, int degrees) {
        double shape = degrees / 2.0;
        double half = x / 2;
        if (half <= 0) {
            return 0;
        }
        double term = 1 / shape;
        double sum = term;
        for (int i = 1; term > sum * 1e-17; i++) {
            term *= half / (shape + i);
            sum += term;
        }
        double gamma = degrees % 2 == 0 ? 1 : Math.sqrt(Math.PI);
        for (double at = degrees % 2 == 0 ? 1 : 0.5; at < shape; at++) {
            gamma *= at;
        }
        return Math.exp(shape * Math.log(half) - half) * sum / gamma;
    }
}

package brightline.query.funnel;

import brightline.events.measure.Decimals;
import brightline.events.measure.Proportion;
import brightline.query.figures.Dimension;
import brightline.query.figures.FigureAnswer;
import brightline.query.figures.FigureEngine;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.FigureRow;
import brightline.query.figures.FigureScope;
import brightline.query.routine.RoutineFigures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Fair comparison of schools or officers by their strict share of routine discipline, M2a (measure M7, edition 2).
 *
 * <p>Schools are expected to be at the pooled rate of all schools asked about. Of an officer is expected what the officer's contacts
 * would hold at the pooled rate of their school and tier; contacts of a tier that is not recorded are a tier of their own. The limits
 * are those of a binomial count at the expected rate, which for a mix of rates is a little wide. Contacts that name no officer belong
 * to no unit and are in no pooled rate.
 */
@Component
final class FunnelFigures {
    private static final String MEASURE = "M2a";

    private final FigureEngine engine;
    private final RoutineFigures routine;

    public FunnelFigures(FigureEngine engine, RoutineFigures routine) {
        this.engine = engine;
        this.routine = routine;
    }

    /** Contacts of one unit in one part of the mix. */
    private record Cell(String unit, List<@Nullable String> stratum, Proportion share) {}

    /**
     * The funnel. A filter on the units themselves says which are shown and not which are pooled, unless the asker may only see
     * those.
     *
     * @param asked without groups
     * @param shownOnly whether the units shown are also the only ones to be pooled
     */
    public FunnelAnswer compare(FigureQuestion asked, FunnelUnit unit, boolean shownOnly) {
        FigureQuestion question = engine.known(asked);
        Set<String> shown = question.filters().getOrDefault(unit.dimension(), Set.of());
        FigureQuestion pool = shownOnly ? question : question.without(unit.dimension());
        return engine.read(question, scope -> {
            FigureAnswer units = routine.share(scope.asking(pool.groupedBy(unit.dimension())));
            return funnel(question, unit, shown, units, cells(scope, pool, unit, units));
        });
    }

    private List<Cell> cells(FigureScope scope, FigureQuestion pool, FunnelUnit unit, FigureAnswer units) {
        List<Dimension> groups = new ArrayList<>(List.of(unit.dimension()));
        groups.addAll(unit.mix());
        FigureAnswer mixed = unit.mix().isEmpty()
                ? units
                : routine.share(scope.asking(pool.groupedBy(groups.toArray(Dimension[]::new))));
        List<Cell> cells = new ArrayList<>();
        for (FigureRow row : mixed.rows()) {
            String name = row.value(unit.dimension());
            Proportion share = row.measure(MEASURE);
            if (name != null && share.denominator() > 0) {
                List<@Nullable String> stratum = new ArrayList<>();
                unit.mix().forEach(dimension -> stratum.add(row.value(dimension)));
                cells.add(new Cell(name, stratum, share));
            }
        }
        return cells;
    }

    private static FunnelAnswer funnel(
            FigureQuestion question, FunnelUnit unit, Set<String> shown, FigureAnswer units, List<Cell> cells) {
        Map<List<@Nullable String>, Proportion> strata = new HashMap<>();
        cells.forEach(cell -> strata.merge(cell.stratum(), cell.share(), FunnelFigures::together));
        Map<String, BigDecimal> expected = new HashMap<>();
        cells.forEach(cell -> expected.merge(cell.unit(), expected(cell, strata), BigDecimal::add));
        List<FigureRow> compared = units.rows().stream()
                .filter(row -> row.value(unit.dimension()) != null
                        && row.measure(MEASURE).denominator() > 0)
                .toList();
        Funnel funnel = Funnel.of(compared.stream()
                .map(row -> new Funnel.Unit(
                        row.measure(MEASURE).numerator(),
                        row.measure(MEASURE).denominator(),
                        expected.getOrDefault(row.value(unit.dimension()), BigDecimal.ZERO)))
                .toList());
        Map<FigureRow, Funnel.Point> points = new LinkedHashMap<>();
        for (int i = 0; i < compared.size(); i++) {
            FigureRow row = compared.get(i);
            if (shown.isEmpty() || shown.contains(row.value(unit.dimension()))) {
                points.put(row(row, funnel.points().get(i)), funnel.points().get(i));
            }
        }
        FigureAnswer answer = new FigureAnswer(
                "M7",
                2,
                question,
                units.ruleSet(),
                units.agreement(),
                units.index(),
                List.copyOf(points.keySet()),
                units.leftOut(),
                FunnelNotes.of(unit, units, funnel, withoutUnit(units, unit), alone(cells, strata)));
        Proportion pooled = cells.stream().map(Cell::share).reduce(new Proportion(0, 0), FunnelFigures::together);
        return new FunnelAnswer(answer, unit, points, pooled, funnel.phi(), funnel.scored(), funnel.widened());
    }

    private static Proportion together(Proportion one, Proportion other) {
        return new Proportion(one.numerator() + other.numerator(), one.denominator() + other.denominator());
    }

    private static BigDecimal expected(Cell cell, Map<List<@Nullable String>, Proportion> strata) {
        Proportion pooled = strata.getOrDefault(cell.stratum(), cell.share());
        return Decimals.quotient(
                Math.multiplyExact(cell.share().denominator(), pooled.numerator()), pooled.denominator());
    }

    /** Contacts that count and name no unit. */
    private static long withoutUnit(FigureAnswer units, FunnelUnit unit) {
        return units.rows().stream()
                .filter(row -> row.value(unit.dimension()) == null)
                .mapToLong(row -> row.measure(MEASURE).denominator())
                .sum();
    }

    /** Contacts in a part of the mix that one unit has to itself, of all. */
    private static Proportion alone(List<Cell> cells, Map<List<@Nullable String>, Proportion> strata) {
        long all = cells.stream().mapToLong(cell -> cell.share().denominator()).sum();
        long alone = cells.stream()
                .filter(cell -> cell.share().equals(strata.get(cell.stratum())))
                .mapToLong(cell -> cell.share().denominator())
                .sum();
        return new Proportion(alone, all);
    }

    /** {@code count} is the contacts that count; without a point there is no share and nothing to set it against. */
    private static FigureRow row(FigureRow counted, Funnel.Point point) {
        Funnel.Unit unit = point.unit();
        Map<String, @Nullable BigDecimal> values = new LinkedHashMap<>();
        if (unit.hasPoint()) {
            values.put("expected", Decimals.rounded(unit.expected()));
            values.put("expectedRate", Decimals.rounded(unit.target()));
            BigDecimal z = unit.z();
            values.put("z", z == null ? null : Decimals.rounded(z));
        }
        return new FigureRow(
                counted.group(),
                counted.labels(),
                unit.n(),
                Map.of(),
                unit.hasPoint() ? Map.of(MEASURE, counted.measure(MEASURE)) : Map.of(),
                values);
    }
}

package brightline.query.pages.dashboard;

import brightline.query.pages.Count;
import brightline.query.pages.Share;
import brightline.query.pages.chart.IntervalDots;
import brightline.query.pages.chart.StackedBars;
import brightline.query.pages.dashboard.Figure.Row;
import brightline.query.pages.dashboard.Figure.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Arrests versus alternatives as a figure (measure M1). */
public final class ArrestCharts {

    private ArrestCharts() {}

    /**
     * The decisions of one group.
     *
     * @param alternatives P, closed with an alternative and no arrest
     * @param arrests A, any arrest, physical or paper
     * @param settled S, those of A then settled without a petition
     * @param undecided U, eligible with an undecided or unknown outcome
     * @param missing share of the involvements of tier 2 to 4 where it is not recorded whether an arrest was possible
     */
    public record Decisions(
            long alternatives,
            long arrests,
            long settled,
            long undecided,
            Share avoidance,
            Share settledAfterArrest,
            Share keptOutOfCourt,
            Share missing) {}

    /** @param groups by name, in order; not a ranking */
    public static Figure by(String groupedBy, Map<String, Decisions> groups) {
        StackedBars bars = new StackedBars(
                "arrest-counts",
                "Alternatives and arrests",
                "For each group a bar of its eligible involvements: closed with an alternative, arrested and then settled,"
                        + " arrested, undecided. The table below has every number.",
                List.of(
                        "Alternative, no arrest (P)",
                        "Arrest, then settled (S)",
                        "Arrest, not settled (A − S)",
                        "Undecided (U)"),
                groups.entrySet().stream()
                        .map(group -> new StackedBars.Row(group.getKey(), parts(group.getValue())))
                        .toList());
        IntervalDots dots = new IntervalDots(
                "arrest-avoidance",
                "Avoidance: alternatives among decided involvements (M1a)",
                "For each group a dot for the share and a line for its 95 percent interval.",
                groups.entrySet().stream()
                        .map(group -> new IntervalDots.Row(
                                group.getKey(), group.getValue().avoidance()))
                        .toList());
        boolean nothing = bars.empty();
        return new Figure(
                "arrests",
                "Arrests versus alternatives",
                "Where an arrest was lawfully possible, how often was there an alternative instead?",
                missingWarning(groups),
                nothing ? List.of() : List.of(bars.svg(), dots.svg()),
                new Table(
                        "Eligible involvements and their highest outcome by " + groupedBy.toLowerCase(Locale.US),
                        List.of(
                                groupedBy,
                                "P",
                                "A",
                                "S",
                                "U",
                                "Avoidance (M1a)",
                                "95% interval",
                                "After arrest (M1b)",
                                "95% interval",
                                "Out of court (M1c)",
                                "95% interval",
                                "Not stated"),
                        groups.entrySet().stream()
                                .map(group -> row(group.getKey(), group.getValue()))
                                .toList()),
                List.of(Measures.M1A, Measures.M1B, Measures.M1C, Measures.INTERVAL));
    }

    private static List<Long> parts(Decisions decisions) {
        return List.of(
                decisions.alternatives(),
                decisions.settled(),
                decisions.arrests() - decisions.settled(),
                decisions.undecided());
    }

    private static Row row(String name, Decisions decisions) {
        return new Row(
                name,
                List.of(
                        Count.of(decisions.alternatives()),
                        Count.of(decisions.arrests()),
                        Count.of(decisions.settled()),
                        Count.of(decisions.undecided()),
                        decisions.avoidance().precise(),
                        decisions.avoidance().interval(),
                        decisions.settledAfterArrest().precise(),
                        decisions.settledAfterArrest().interval(),
                        decisions.keptOutOfCourt().precise(),
                        decisions.keptOutOfCourt().interval(),
                        decisions.missing().precise()));
    }

    private static @Nullable String missingWarning(Map<String, Decisions> groups) {
        long missing = 0;
        long base = 0;
        for (Decisions decisions : groups.values()) {
            missing += decisions.missing().numerator();
            base += decisions.missing().denominator();
        }
        if (base == 0 || (double) missing / base <= RoutineCharts.DOUBTFUL) {
            return null;
        }
        return "For " + Share.percent((double) missing / base) + " (" + missing + " of " + base
                + ") of the involvements of tier 2 to 4 it is not recorded whether an arrest was lawfully possible. They are"
                + " in none of these shares.";
    }
}

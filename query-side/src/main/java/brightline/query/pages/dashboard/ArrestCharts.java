package brightline.query.pages.dashboard;

import brightline.query.pages.Count;
import brightline.query.pages.Share;
import brightline.query.pages.chart.IntervalDots;
import brightline.query.pages.chart.StackedBars;
import brightline.query.pages.dashboard.Figure.*;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Alternatives and arrests as figures (measure M1). */
public final class ArrestCharts {

    private ArrestCharts() {}

    /**
     * The decisions of one group.
     *
     * @param alternatives closed with an alternative and no arrest
     * @param arrests any arrest, physical or paper
     * @param settled those of the arrests then settled without a petition
     * @param undecided an arrest was possible, and the outcome is pending or not known
     * @param missing share of the decisions about offenses where it is not recorded whether an arrest was possible
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

    /** Alternatives against arrests. @param groups by name, in order; not a ranking */
    public static Figure instead(String groupedBy, Map<String, Decisions> groups, int threshold) {
        IntervalDots dots = new IntervalDots(
                "instead-share",
                "Alternatives instead of arrest, of decisions with a known outcome",
                "For each group a dot for the share and a line for its 95 percent interval. The table has every number.",
                groups.entrySet().stream()
                        .map(group -> new IntervalDots.Row(
                                group.getKey(), group.getValue().avoidance()))
                        .toList());
        StackedBars bars = bars("instead-counts", groups);
        return new Figure(
                "instead",
                "Alternative or arrest",
                "Where an arrest was lawfully possible, how often was there an alternative instead?",
                missingWarning(groups),
                bars.empty()
                        ? List.of()
                        : List.of(
                                Chart.of("In counts", bars.svg()),
                                Chart.of("As a share of what was decided", dots.svg())),
                table(
                        "Decisions where an arrest was lawfully possible, by " + groupedBy.toLowerCase(Locale.US),
                        List.of(
                                Column.of(groupedBy),
                                Column.of("Alternative"),
                                Column.of("Arrest"),
                                Column.of("Alternative of 100"),
                                Column.interval(),
                                Column.of("Pending or not known"),
                                Column.of("Not stated if possible")),
                        groups,
                        decisions -> List.of(
                                Cell.count(decisions.alternatives(), threshold),
                                Cell.count(decisions.arrests(), threshold),
                                Cell.share(decisions.avoidance()),
                                Cell.interval(decisions.avoidance()),
                                Cell.count(decisions.undecided(), threshold),
                                Cell.count(decisions.missing().numerator(), threshold)),
                        threshold),
                List.of(Measures.M1A, Measures.INTERVAL, Measures.NOT_STATED));
    }

    /** What became of the arrests. @param groups by name, in order; not a ranking */
    public static Figure after(String groupedBy, Map<String, Decisions> groups, int threshold) {
        return new Figure(
                "after-arrest",
                "After an arrest",
                "How many of those arrested were then diverted, and how many were kept out of court in all?",
                null,
                List.of(),
                table(
                        "Arrests and what became of them, by " + groupedBy.toLowerCase(Locale.US),
                        List.of(
                                Column.of(groupedBy),
                                Column.of("Arrest"),
                                Column.of("Arrested, then diverted"),
                                Column.of("Diverted of 100"),
                                Column.interval(),
                                Column.of("Kept out of court of 100"),
                                Column.interval()),
                        groups,
                        decisions -> List.of(
                                Cell.count(decisions.arrests(), threshold),
                                Cell.count(decisions.settled(), threshold),
                                Cell.share(decisions.settledAfterArrest()),
                                Cell.interval(decisions.settledAfterArrest()),
                                Cell.share(decisions.keptOutOfCourt()),
                                Cell.interval(decisions.keptOutOfCourt())),
                        threshold),
                List.of(Measures.M1B, Measures.M1C, Measures.INTERVAL));
    }

    /** The counts as bars by themselves, for the front page. */
    static StackedBars bars(String id, Map<String, Decisions> groups) {
        return new StackedBars(
                id,
                "Alternatives and arrests, in counts",
                "For each group a bar of its decisions: closed with an alternative, arrested and then diverted, arrested, pending or"
                        + " not known. The table has every number.",
                List.of(
                        "Alternative, no arrest",
                        "Arrested, then diverted",
                        "Arrested, not diverted",
                        "Pending or not known"),
                groups.entrySet().stream()
                        .map(group -> new StackedBars.Row(group.getKey(), parts(group.getValue())))
                        .toList());
    }

    private static List<Long> parts(Decisions decisions) {
        return List.of(
                decisions.alternatives(),
                decisions.settled(),
                decisions.arrests() - decisions.settled(),
                decisions.undecided());
    }

    private static Table table(
            String caption,
            List<Column> columns,
            Map<String, Decisions> groups,
            Function<Decisions, List<Cell>> cells,
            int threshold) {
        return new Table(
                caption,
                columns,
                groups.entrySet().stream()
                        .map(group -> new Row(group.getKey(), cells.apply(group.getValue())))
                        .toList(),
                threshold);
    }

    static @Nullable String missingWarning(Map<String, Decisions> groups) {
        Share missing = RoutineCharts.total(
                groups.values().stream().map(Decisions::missing).toList());
        if (missing.denominator() < Share.FEWEST
                || (double) missing.numerator() / missing.denominator() <= RoutineCharts.DOUBTFUL) {
            return null;
        }
        return "For " + Share.percent((double) missing.numerator() / missing.denominator()) + " ("
                + Count.of(missing.numerator()) + " of " + Count.of(missing.denominator())
                + ") of the decisions about offenses it is not recorded whether an arrest was lawfully possible. They are in none of"
                + " these shares.";
    }
}

package brightline.query.pages.dashboard;

import brightline.query.pages.Count;
import brightline.query.pages.Moment;
import brightline.query.pages.Share;
import brightline.query.pages.chart.IntervalDots;
import brightline.query.pages.chart.MonthLineChart;
import brightline.query.pages.chart.Scale;
import brightline.query.pages.dashboard.Figure.*;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The share of school discipline handled by police as figures (measure M2). */
public final class RoutineCharts {
    /** The share above which a backlog or a missing part makes a figure doubtful. */
    static final double DOUBTFUL = 0.05;

    static final List<Definition> DEFINITIONS =
            List.of(Measures.M2A, Measures.M2B, Measures.M2D, Measures.INTERVAL, Measures.NOT_STATED);

    private static final List<Column> SHARES = List.of(
            Column.of("Handled by police"),
            Column.of("Contacts"),
            Column.of("Share"),
            Column.interval(),
            Column.of("With talk at staff’s request"),
            Column.interval(),
            Column.of("Facts missing"));
    private static final MonthLineChart.Frame SMALL = new MonthLineChart.Frame(480, 240, null);

    private RoutineCharts() {}

    /** The shares of one group or month. @param asked staff requests turned over (M2c) @param backlog measure M2d */
    public record Shares(Share strict, Share broad, Share asked, Share backlog) {}

    /**
     * The line: the share by month.
     *
     * @param months in order, months without contacts left out or with n 0
     * @param marks days to be seen in the picture
     * @param threshold counts below it are marked
     */
    public static Figure byMonth(Map<YearMonth, Shares> months, List<MonthLineChart.Mark> marks, int threshold) {
        return new Figure(
                "by-month",
                "By month",
                "Of the contacts that count, in how many did police handle the school’s discipline?",
                backlogWarning(Map.of(
                        "all months",
                        total(months.values().stream().map(Shares::backlog).toList()))),
                List.of(Chart.of(
                        "By month",
                        line(
                                        "by-month",
                                        "Share of school discipline handled by police, by month",
                                        months,
                                        marks,
                                        new MonthLineChart.Frame(900, 320, null))
                                .svg())),
                table(
                        "School discipline handled by police, by month of the contact",
                        "Month",
                        rows(months, Moment::month, threshold, _ -> null),
                        threshold),
                DEFINITIONS);
    }

    /** The line by itself, for the front page. */
    static MonthLineChart line(
            String id,
            String title,
            Map<YearMonth, Shares> months,
            List<MonthLineChart.Mark> marks,
            MonthLineChart.Frame frame) {
        List<MonthLineChart.Point> points = new ArrayList<>();
        months.forEach((month, shares) -> points.add(new MonthLineChart.Point(month, shares.strict())));
        return new MonthLineChart(
                id,
                title,
                "A line with its 95 percent intervals as a band; hollow marks are months with fewer than "
                        + Share.FEWEST + " contacts. The table has every number.",
                List.of(new MonthLineChart.Line("Handled by police", points)),
                marks,
                frame);
    }

    /**
     * A small picture for each school that was chosen, all on one scale.
     *
     * @param schools by name, in order; each with all months of the view in order
     */
    public static Figure bySchoolAndMonth(Map<String, Map<YearMonth, Shares>> schools, int threshold) {
        double top = Scale.over(schools.values().stream()
                .flatMap(months -> months.values().stream())
                .map(Shares::strict));
        List<Chart> charts = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        Map<String, Share> backlogs = new LinkedHashMap<>();
        schools.forEach((school, months) -> {
            MonthLineChart chart = line(
                    "school-" + (charts.size() + 1),
                    school,
                    months,
                    List.of(),
                    new MonthLineChart.Frame(SMALL.width(), SMALL.height(), top));
            charts.add(new Chart(school, chart.svg(), true));
            rows.addAll(rows(months, month -> school + ", " + Moment.month(month), threshold, _ -> null).stream()
                    .toList());
            backlogs.put(
                    school, total(months.values().stream().map(Shares::backlog).toList()));
        });
        return new Figure(
                "by-school-and-month",
                "By month, for each chosen school",
                "How did the share move at each school?",
                backlogWarning(backlogs),
                charts,
                table(
                        "School discipline handled by police, by school and month of the contact",
                        "School and month",
                        rows,
                        threshold),
                List.of(Measures.M2A, Measures.M2B, Measures.M2D, Measures.INTERVAL));
    }

    /**
     * The share by any one grouping.
     *
     * @param id unique within the page
     * @param by what groups are, for instance {@code School}
     * @param groups by name, in order; not a ranking
     * @param behind the address of the contacts handled by police, by the group's name; null where they are not open
     */
    public static Figure byGroup(
            String id,
            String heading,
            String question,
            String by,
            Map<String, Shares> groups,
            int threshold,
            Function<String, @Nullable String> behind) {
        Map<String, Share> backlogs = new LinkedHashMap<>();
        groups.forEach((name, shares) -> backlogs.put(name, shares.backlog()));
        return new Figure(
                id,
                heading,
                question,
                backlogWarning(backlogs),
                List.of(Chart.of(heading, dots(id, heading, groups, 760).svg())),
                table(heading, by, rows(groups, name -> name, threshold, behind), threshold),
                DEFINITIONS);
    }

    /** The shares of groups as dots by themselves, for the front page. */
    static IntervalDots dots(String id, String heading, Map<String, Shares> groups, int width) {
        return new IntervalDots(
                id,
                heading,
                "For each group a dot for its share and a line for its 95 percent interval; hollow marks are groups of fewer than "
                        + Share.FEWEST + " contacts. The table has every number.",
                groups.entrySet().stream()
                        .map(group -> new IntervalDots.Row(
                                group.getKey(), group.getValue().strict()))
                        .toList(),
                width);
    }

    private static Table table(String caption, String first, List<Row> rows, int threshold) {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of(first));
        columns.addAll(SHARES);
        return new Table(caption, columns, rows, threshold);
    }

    private static <T> List<Row> rows(
            Map<T, Shares> groups, Function<T, String> name, int threshold, Function<T, @Nullable String> behind) {
        return groups.entrySet().stream()
                .map(group ->
                        row(name.apply(group.getKey()), group.getValue(), threshold, behind.apply(group.getKey())))
                .toList();
    }

    private static Row row(String heading, Shares shares, int threshold, @Nullable String behind) {
        return new Row(
                heading,
                List.of(
                        Cell.count(shares.strict().numerator(), threshold).behind(behind),
                        Cell.count(shares.strict().denominator(), threshold),
                        Cell.share(shares.strict()),
                        Cell.interval(shares.strict()),
                        Cell.share(shares.broad()),
                        Cell.interval(shares.broad()),
                        Cell.count(shares.backlog().numerator(), threshold)));
    }

    /** Numerators and denominators together, without an interval. */
    static Share total(List<Share> shares) {
        return new Share(
                shares.stream().mapToLong(Share::numerator).sum(),
                shares.stream().mapToLong(Share::denominator).sum(),
                null,
                null,
                null);
    }

    /**
     * Names whoever leaves more than the tolerated part to be reviewed: nobody may look good by leaving fields empty. Of fewer than
     * {@value Share#FEWEST} nothing is said.
     */
    static @Nullable String backlogWarning(Map<String, Share> backlogs) {
        List<String> doubtful = new ArrayList<>();
        backlogs.forEach((name, backlog) -> {
            if (backlog.denominator() >= Share.FEWEST
                    && (double) backlog.numerator() / backlog.denominator() > DOUBTFUL) {
                doubtful.add(name + " " + Share.percent((double) backlog.numerator() / backlog.denominator()) + " ("
                        + Count.of(backlog.numerator()) + " of " + Count.of(backlog.denominator()) + ")");
            }
        });
        return doubtful.isEmpty()
                ? null
                : "Facts are missing for more than 5 of 100 contacts: " + String.join("; ", doubtful)
                        + ". These contacts are not in the share: it may look better than it is.";
    }
}

package brightline.query.pages.dashboard;

import brightline.query.pages.Moment;
import brightline.query.pages.Share;
import brightline.query.pages.chart.IntervalDots;
import brightline.query.pages.chart.MonthLineChart;
import brightline.query.pages.dashboard.Figure.Row;
import brightline.query.pages.dashboard.Figure.Table;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The routine-discipline share as figures (measure M2). */
public final class RoutineCharts {

    /** The share above which a backlog or a missing part makes a figure doubtful. */
    static final double DOUBTFUL = 0.05;

    private static final int MOST_LINES = 6;
    private static final List<String> SHARES =
            List.of("n", "Strict (M2a)", "95% interval", "Broad (M2b)", "95% interval", "Review backlog (M2d)");

    private RoutineCharts() {}

    /** The shares of one group or month. @param backlog measure M2d */
    public record Shares(Share strict, Share broad, Share backlog) {}

    /** The line: strict and broad share by month. @param months in order, months without involvements left out or with n 0 */
    public static Figure byMonth(Map<YearMonth, Shares> months) {
        List<MonthLineChart.Point> strict = new ArrayList<>();
        List<MonthLineChart.Point> broad = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        months.forEach((month, shares) -> {
            strict.add(new MonthLineChart.Point(month, shares.strict()));
            broad.add(new MonthLineChart.Point(month, shares.broad()));
            rows.add(row(Moment.month(month), shares));
        });
        MonthLineChart chart = new MonthLineChart(
                "routine-by-month",
                "Share of routine discipline by month",
                "Two lines, strict and broad, with their 95 percent intervals as bands. The table below has every number.",
                List.of(new MonthLineChart.Line("Strict", strict), new MonthLineChart.Line("Broad", broad)));
        return new Figure(
                "routine-by-month",
                "Routine discipline by month",
                "Of the contacts with students, how many were police doing the school’s discipline?",
                backlogWarning(Map.of("all months", months.values())),
                List.of(chart.svg()),
                table("Routine-discipline share by month of the contact", "Month", rows),
                List.of(Measures.M2A, Measures.M2B, Measures.M2D, Measures.INTERVAL));
    }

    /** A line for each school: the strict share by month. @param schools by name, in order; each with its months in order */
    public static Figure bySchoolAndMonth(Map<String, Map<YearMonth, Shares>> schools) {
        List<MonthLineChart.Line> lines = schools.entrySet().stream()
                .map(school -> new MonthLineChart.Line(
                        school.getKey(),
                        school.getValue().entrySet().stream()
                                .map(month -> new MonthLineChart.Point(
                                        month.getKey(), month.getValue().strict()))
                                .toList()))
                .toList();
        List<Row> rows = new ArrayList<>();
        schools.forEach((school, months) ->
                months.forEach((month, shares) -> rows.add(row(school + ", " + Moment.month(month), shares))));
        boolean drawn = lines.size() <= MOST_LINES;
        MonthLineChart chart = new MonthLineChart(
                "routine-by-school-and-month",
                "Strict share of routine discipline by school and month",
                "One line for each school. The table below has every number and interval.",
                drawn ? lines : List.of());
        Map<String, Collection<Shares>> bySchool = new LinkedHashMap<>();
        schools.forEach((school, months) -> bySchool.put(school, months.values()));
        String tooMany = drawn
                ? null
                : "More than " + MOST_LINES
                        + " schools cannot be told apart as lines: choose one school above, or read the table.";
        String warning = join(tooMany, backlogWarning(bySchool));
        return new Figure(
                "routine-by-school-and-month",
                "Routine discipline by school and month",
                "How did the strict share move at each school?",
                warning,
                List.of(chart.svg()),
                table("Routine-discipline share by school and month of the contact", "School and month", rows),
                List.of(Measures.M2A, Measures.INTERVAL));
    }

    /**
     * The share by any one grouping; also the initiator split.
     *
     * @param id unique within the page
     * @param by what groups are, for instance {@code School}
     * @param groups by name, in order; not a ranking
     */
    public static Figure byGroup(String id, String heading, String question, String by, Map<String, Shares> groups) {
        List<Row> rows = groups.entrySet().stream()
                .map(group -> row(group.getKey(), group.getValue()))
                .toList();
        IntervalDots chart = new IntervalDots(
                id,
                heading,
                "For each group a dot for the strict share and a line for its 95 percent interval. The table below has every"
                        + " number.",
                groups.entrySet().stream()
                        .map(group -> new IntervalDots.Row(
                                group.getKey(), group.getValue().strict()))
                        .toList());
        return new Figure(
                id,
                heading,
                question,
                backlogWarning(each(groups)),
                List.of(chart.svg()),
                table(heading, by, rows),
                List.of(Measures.M2A, Measures.M2B, Measures.M2D, Measures.INTERVAL));
    }

    private static Map<String, List<Shares>> each(Map<String, Shares> groups) {
        Map<String, List<Shares>> lists = new LinkedHashMap<>();
        groups.forEach((name, shares) -> lists.put(name, List.of(shares)));
        return lists;
    }

    private static @Nullable String join(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one + " " + other;
    }

    private static Table table(String caption, String first, List<Row> rows) {
        List<String> columns = new ArrayList<>();
        columns.add(first);
        columns.addAll(SHARES);
        return new Table(caption, columns, rows);
    }

    private static Row row(String heading, Shares shares) {
        return new Row(
                heading,
                List.of(
                        shares.strict().counts(),
                        shares.strict().precise(),
                        shares.strict().interval(),
                        shares.broad().precise(),
                        shares.broad().interval(),
                        shares.backlog().precise() + " (" + shares.backlog().counts() + ")"));
    }

    /** Names whoever leaves more than the tolerated part to be reviewed: nobody may look good by leaving fields empty. */
    private static @Nullable String backlogWarning(Map<String, ? extends Collection<Shares>> groups) {
        List<String> doubtful = new ArrayList<>();
        groups.forEach((name, all) -> {
            long waiting = all.stream()
                    .mapToLong(shares -> shares.backlog().numerator())
                    .sum();
            long base = all.stream()
                    .mapToLong(shares -> shares.backlog().denominator())
                    .sum();
            if (base > 0 && (double) waiting / base > DOUBTFUL) {
                doubtful.add(
                        name + " " + Share.percent((double) waiting / base) + " (" + waiting + " of " + base + ")");
            }
        });
        return doubtful.isEmpty()
                ? null
                : "Review backlog above 5 percent: " + String.join("; ", doubtful)
                        + ". Facts are missing there, and these involvements are not in the share: it may look better than it is.";
    }
}

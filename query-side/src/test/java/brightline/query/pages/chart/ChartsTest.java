package brightline.query.pages.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.query.pages.Share;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ChartsTest {

    private static final Share NOTHING = new Share(0, 0, null, null, null);

    @Test
    void a_line_chart_is_one_image_named_by_its_title_and_description() throws Exception {
        Document svg =
                parse(line(point("2026-01", 9, 60, 0.15, 0.081, 0.2611), point("2026-02", 5, 50, 0.1, 0.04, 0.21))
                        .svg());
        assertThat(svg.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(svg.getDocumentElement().getAttribute("aria-labelledby")).isEqualTo("m2-title m2-description");
        assertThat(svg.getElementsByTagName("title").item(0).getTextContent()).isEqualTo("Routine share");
    }

    @Test
    void names_from_data_cannot_become_markup() throws Exception {
        String hostile = "<script>alert('x')</script>&\"";
        String svg = new MonthLineChart(
                        "m2",
                        hostile,
                        hostile,
                        List.of(new MonthLineChart.Line(hostile, List.of(point("2026-01", 1, 2, 0.5, 0.1, 0.9)))))
                .svg();
        assertThat(svg).doesNotContain("<script").doesNotContain("style=");
        assertThat(parse(svg).getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo(hostile);
        parse(new IntervalDots("d", hostile, hostile, List.of(new IntervalDots.Row(hostile, NOTHING))).svg());
        parse(new StackedBars(
                        "b", hostile, hostile, List.of(hostile), List.of(new StackedBars.Row(hostile, List.of(3L))))
                .svg());
    }

    @Test
    void nothing_known_draws_nothing_instead_of_zeros() {
        assertThat(new MonthLineChart("m2", "t", "d", List.of()).svg()).isEmpty();
        assertThat(line(new MonthLineChart.Point(YearMonth.of(2026, 1), NOTHING))
                        .svg())
                .isEmpty();
        assertThat(new IntervalDots("d", "t", "d", List.of()).svg()).isEmpty();
        assertThat(new StackedBars("b", "t", "d", List.of("a"), List.of(new StackedBars.Row("MAR", List.of(0L)))).svg())
                .isEmpty();
    }

    @Test
    void a_single_month_is_a_marker_with_its_interval_and_no_line() {
        String svg = line(point("2026-01", 9, 60, 0.15, 0.081, 0.2611)).svg();
        assertThat(svg)
                .contains("bl-chart__whisker")
                .doesNotContain("bl-chart__line")
                .doesNotContain("bl-chart__band");
        assertThat(count(svg, "<circle")).isEqualTo(1);
    }

    @Test
    void a_missing_month_splits_the_line() {
        String svg = line(
                        point("2025-09", 1, 10, 0.1, 0.02, 0.4),
                        point("2025-10", 1, 10, 0.1, 0.02, 0.4),
                        new MonthLineChart.Point(YearMonth.of(2025, 11), NOTHING),
                        point("2026-01", 1, 10, 0.1, 0.02, 0.4),
                        point("2026-02", 1, 10, 0.1, 0.02, 0.4))
                .svg();
        assertThat(count(svg, "bl-chart__line")).isEqualTo(2);
        assertThat(count(svg, "bl-chart__band")).isEqualTo(2);
        assertThat(count(svg, "<circle")).isEqualTo(4);
        assertThat(svg).contains(">Dec<").doesNotContain("NaN");
    }

    @Test
    void fewer_than_ten_are_a_hollow_mark_that_no_line_joins_and_that_stretches_no_axis() {
        String svg = line(
                        point("2025-09", 1, 10, 0.1, 0.02, 0.4),
                        point("2025-10", 1, 10, 0.1, 0.02, 0.4),
                        point("2025-11", 1, 1, 1, 0.2065, 1),
                        point("2025-12", 1, 10, 0.1, 0.02, 0.4),
                        point("2026-01", 1, 10, 0.1, 0.02, 0.4))
                .svg();
        assertThat(count(svg, "bl-chart__few")).isEqualTo(1);
        assertThat(count(svg, "bl-chart__line"))
                .as("before and after, not across")
                .isEqualTo(2);
        assertThat(svg).contains("too few to take a share of (1 of 1)", ">40%<").doesNotContain(">100%<", "100.0%");
        String dots = new IntervalDots(
                        "d",
                        "t",
                        "d",
                        List.of(
                                new IntervalDots.Row("Marlow", new Share(3, 60, 0.05, 0.02, 0.14)),
                                new IntervalDots.Row("Lakebend", new Share(1, 1, 1.0, 0.2, 1.0))))
                .svg();
        assertThat(count(dots, "bl-chart__few")).isEqualTo(1);
        assertThat(dots).contains("1 of 1, too few", ">20%<").doesNotContain(">100%<", "100.0%");
    }

    @Test
    void nought_and_one_stay_inside_the_frame() {
        String svg = line(point("2026-01", 0, 10, 0, 0, 0.2775), point("2026-02", 10, 10, 1, 0.7225, 1))
                .svg();
        assertThat(svg).contains(">0%<").contains(">100%<").contains("0.0% (0 of 10)");
        assertThat(ys(svg)).allSatisfy(y -> assertThat(y).isBetween(15.0, 300.0));
    }

    @Test
    void series_differ_by_shape_and_dash_and_carry_their_names() {
        MonthLineChart chart = new MonthLineChart(
                "m2",
                "t",
                "d",
                List.of(
                        new MonthLineChart.Line(
                                "Strict",
                                List.of(
                                        point("2026-01", 1, 10, 0.1, 0.02, 0.4),
                                        point("2026-02", 1, 10, 0.1, 0.02, 0.4))),
                        new MonthLineChart.Line(
                                "Broad",
                                List.of(
                                        point("2026-01", 2, 10, 0.2, 0.06, 0.5),
                                        point("2026-02", 2, 10, 0.2, 0.06, 0.5)))));
        assertThat(chart.svg()).contains("bl-dash-1", "bl-dash-2", ">Strict<", ">Broad<", "<circle", "<path");
    }

    @Test
    void names_of_lines_that_end_together_do_not_overlap() throws Exception {
        List<MonthLineChart.Line> together = List.of("A", "B", "C", "D", "E", "F", "G").stream()
                .map(name -> new MonthLineChart.Line(name, List.of(point("2026-01", 0, 10, 0, 0, 0.3))))
                .toList();
        String svg = new MonthLineChart("m2", "t", "d", together).svg();
        List<Double> positions = Pattern.compile("y=\"([0-9.]+)\" class=\"bl-chart__name\"")
                .matcher(svg)
                .results()
                .map(match -> Double.valueOf(match.group(1)))
                .toList();
        assertThat(positions).hasSize(7).isSorted();
        for (int i = 1; i < positions.size(); i++) {
            assertThat(positions.get(i) - positions.get(i - 1)).isGreaterThanOrEqualTo(15.9);
        }
        assertThat(svg).as("too many lines for bands").doesNotContain("bl-chart__band", "bl-chart__whisker");
    }

    @Test
    void a_group_without_a_base_says_so_and_has_no_dot() throws Exception {
        String svg = new IntervalDots(
                        "m1",
                        "t",
                        "d",
                        List.of(
                                new IntervalDots.Row("Marlow", new Share(21, 36, 0.5833, 0.4220, 0.7286)),
                                new IntervalDots.Row("Quillfeather", NOTHING)))
                .svg();
        parse(svg);
        assertThat(count(svg, "<circle")).isEqualTo(1);
        assertThat(svg).contains("21 of 36", "nothing to take a share of", "58.3%");
    }

    @Test
    void bars_carry_their_counts_and_differ_by_pattern() throws Exception {
        StackedBars bars = new StackedBars(
                "m1",
                "t",
                "d",
                List.of("Alternative", "Arrest"),
                List.of(new StackedBars.Row("Marlow", List.of(21L, 15L))));
        String svg = bars.svg();
        parse(svg);
        assertThat(svg).contains(">21<", ">15<", ">36<", "url(#m1-part-1)", "url(#m1-part-2)");
        assertThatThrownBy(() ->
                        new StackedBars("m1", "t", "d", List.of("a"), List.of(new StackedBars.Row("M", List.of()))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static MonthLineChart line(MonthLineChart.Point... points) {
        return new MonthLineChart(
                "m2", "Routine share", "By month", List.of(new MonthLineChart.Line("Strict", List.of(points))));
    }

    private static MonthLineChart.Point point(
            String month, long numerator, long denominator, double value, double lower, double upper) {
        return new MonthLineChart.Point(YearMonth.parse(month), new Share(numerator, denominator, value, lower, upper));
    }

    private static List<Double> ys(String svg) {
        return Pattern.compile(" c?y=\"([0-9.]+)\" (?:r|class=\"bl-chart__marker)")
                .matcher(svg)
                .results()
                .map(match -> Double.valueOf(match.group(1)))
                .toList();
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }
}

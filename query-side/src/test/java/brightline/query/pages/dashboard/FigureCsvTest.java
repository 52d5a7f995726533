package brightline.query.pages.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.events.measure.Proportion;
import brightline.query.pages.Share;
import brightline.query.pages.dashboard.Figure.Cell;
import brightline.query.pages.dashboard.Figure.Column;
import brightline.query.pages.dashboard.Figure.Row;
import brightline.query.pages.dashboard.Figure.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tables as files. */
class FigureCsvTest {
    private static Figure figure(String name) {
        Share share = Share.of(new Proportion(9, 1200));
        Share few = Share.of(new Proportion(1, 1));
        return new Figure(
                "by-school",
                "By school",
                "Where?",
                null,
                List.of(),
                new Table(
                        "By school",
                        List.of(
                                Column.of("School"),
                                Column.of("Handled by police"),
                                Column.of("Contacts"),
                                Column.of("Share"),
                                Column.interval()),
                        List.of(
                                new Row(
                                        name,
                                        List.of(
                                                Cell.count(9, 10),
                                                Cell.count(1200, 10),
                                                Cell.share(share),
                                                Cell.interval(share))),
                                new Row(
                                        "Lakebend",
                                        List.of(
                                                Cell.count(1, 10),
                                                Cell.count(1, 10),
                                                Cell.share(few),
                                                Cell.interval(few)))),
                        10),
                List.of(Measures.M2A));
    }

    @Test
    void the_file_says_what_it_is_about_and_then_holds_plain_numbers() {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("Filters", "Contacts of school resource officers at all schools.");
        about.put(
                "Not in this view",
                "862 contacts are not in this view: 787 assignment that day not stated, 75 patrol officer.");
        assertThat(FigureCsv.of(figure("Marlow, High"), about).split("\r\n", -1))
                .containsSubsequence(
                        "Table,By school",
                        "Filters,Contacts of school resource officers at all schools.",
                        "Not in this view,\"862 contacts are not in this view: 787 assignment that day not stated, 75 patrol officer.\"",
                        "School,Handled by police,Contacts,Share,Share: 95% interval from,Share: 95% interval to,Counts below 10",
                        "\"Marlow, High\",9,1200,0.0075,0.004,0.0142,Handled by police",
                        "Lakebend,1,1,1,0.2065,1,Handled by police; Contacts");
        assertThat(FigureCsv.of(figure("Marlow"), about))
                .contains("Definition of School discipline handled by police,");
    }

    @Test
    void no_name_on_record_can_start_a_formula() {
        for (String name : List.of("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1")) {
            assertThat(FigureCsv.safe(name)).isEqualTo("'" + name);
            assertThat(FigureCsv.of(figure(name), Map.of("Filters", name))).contains("'" + name);
        }
        assertThat(FigureCsv.safe("Marlow = High")).isEqualTo("Marlow = High");
    }
}

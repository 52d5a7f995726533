package brightline.query.pages.dashboard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question answered: its charts, the same numbers as a table, and how they are counted.
 *
 * @param id unique within the page
 * @param question what is asked, as a sentence
 * @param warning why the answer must be read with care; null when there is nothing to warn of
 * @param charts SVG texts made by {@code brightline.query.pages.chart}; empty when there is nothing to draw
 * @param table the numbers; without rows when nothing was counted
 */
public record Figure(
        String id,
        String heading,
        String question,
        @Nullable String warning,
        List<String> charts,
        Table table,
        List<Definition> definitions) {

    public Figure {
        charts = charts.stream().filter(svg -> !svg.isEmpty()).toList();
    }

    public boolean empty() {
        return table.rows().isEmpty();
    }

    /** Numbers under headings. @param columns headings, the first for the row's own heading */
    public record Table(String caption, List<String> columns, List<Row> rows) {}

    /** @param cells one text for each column after the first */
    public record Row(String heading, List<String> cells) {}

    /** How a measure is counted. @param id for instance M2a @param text in words, with numerator and denominator */
    public record Definition(String id, String name, String text) {}
}

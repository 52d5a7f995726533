package brightline.query.pages.dashboard;

import brightline.query.pages.Count;
import brightline.query.pages.Share;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One question answered: its charts, the same numbers as a table, and how they are counted.
 *
 * @param id unique within the page, and the table's name in an address
 * @param question what is asked, as a sentence
 * @param warning why the answer must be read with care; null when there is nothing to warn of
 * @param charts empty when there is nothing to draw
 * @param table the numbers; without rows when nothing was counted
 */
public record Figure(
        String id,
        String heading,
        String question,
        @Nullable String warning,
        List<Chart> charts,
        Table table,
        List<Definition> definitions) {

    public Figure {
        charts = charts.stream().filter(chart -> !chart.svg().isEmpty()).toList();
    }

    public boolean empty() {
        return table.rows().isEmpty();
    }

    /**
     * A picture.
     *
     * @param title seen above it where a figure has several
     * @param svg made by {@code brightline.query.pages.chart}
     * @param small one of several side by side
     */
    public record Chart(String title, String svg, boolean small) {
        static Chart of(String title, String svg) {
            return new Chart(title, svg, false);
        }
    }

    /**
     * Numbers under headings.
     *
     * @param columns headings, the first for the row's own heading
     * @param threshold counts from 1 to below it are marked
     */
    public record Table(String caption, List<Column> columns, List<Row> rows, int threshold) {

        /** Whether any cell is marked. */
        public boolean marked() {
            return rows.stream().flatMap(row -> row.cells().stream()).anyMatch(Cell::few);
        }
    }

    /** A heading. @param ends whether a cell below it holds the two ends of an interval */
    public record Column(String name, boolean ends) {
        static Column of(String name) {
            return new Column(name, false);
        }

        static Column interval() {
            return new Column("95% interval", true);
        }
    }

    /** @param cells one for each column after the first */
    public record Row(String heading, List<Cell> cells) {}

    /**
     * One number as people read it and as programs do.
     *
     * @param plain without separators or percent signs, shares from 0 to 1 with four decimals; two of an interval; empty texts of
     *     nothing
     * @param few a count from 1 to below the threshold: it does not leave the room
     * @param href the contacts behind it, for whom they are open; null otherwise
     */
    public record Cell(
            String text,
            List<String> plain,
            boolean few,
            @Nullable String href) {
        static Cell count(long count, int threshold) {
            return new Cell(Count.of(count), List.of(String.valueOf(count)), count > 0 && count < threshold, null);
        }

        /** A share; of fewer than {@value Share#FEWEST} none is told. */
        static Cell share(Share share) {
            return new Cell(share.tooFew() ? "too few" : share.precise(), List.of(plain(share.value())), false, null);
        }

        static Cell interval(Share share) {
            return new Cell(
                    share.tooFew() ? "–" : share.interval(),
                    List.of(plain(share.lower()), plain(share.upper())),
                    false,
                    null);
        }

        Cell behind(@Nullable String address) {
            return new Cell(text, plain, few, address);
        }

        private static String plain(@Nullable Double share) {
            return share == null
                    ? ""
                    : BigDecimal.valueOf(share).stripTrailingZeros().toPlainString();
        }
    }

    /**
     * How a measure is counted.
     *
     * @param id for instance M2a
     * @param text one plain sentence
     * @param rules orders of the rules behind it; empty where none is
     * @param source where the definition comes from; null for what is plain arithmetic
     */
    public record Definition(
            String id,
            String name,
            String text,
            List<String> rules,
            @Nullable String source) {}
}

package brightline.query.pages.chart;

import brightline.query.pages.Count;
import java.util.List;

/**
 * Counts of several groups as horizontal bars of named parts. Parts differ by pattern and by their number in the bar, not by
 * colour alone.
 *
 * @param id unique within the page
 * @param description what the picture shows, in words, for readers who do not see it
 * @param parts names of the parts in the order of {@link Row#counts()}, at most four
 */
public record StackedBars(String id, String title, String description, List<String> parts, List<Row> rows) {

    /** A group's counts, one for each part. */
    public record Row(String name, List<Long> counts) {}

    private static final int MOST_PARTS = 4;
    private static final int WIDTH = 760;
    private static final int LEFT = 210;
    private static final int RIGHT = WIDTH - 60;
    private static final int ROW = 36;
    private static final int LEGEND_ROW = 22;
    private static final int MOST_LABEL_LENGTH = 28;

    public StackedBars {
        if (parts.size() > MOST_PARTS) {
            throw new IllegalArgumentException("at most " + MOST_PARTS + " parts can be told apart");
        }
        for (Row row : rows) {
            if (row.counts().size() != parts.size()) {
                throw new IllegalArgumentException("each row needs one count for each part");
            }
        }
    }

    public boolean empty() {
        return longest() == 0;
    }

    /** The picture, or an empty text when nothing was counted. */
    public String svg() {
        long longest = longest();
        if (longest == 0) {
            return "";
        }
        int legendHeight = LEGEND_ROW * ((parts.size() + 1) / 2) + 14;
        int bottom = legendHeight + ROW * rows.size();
        Svg svg = Svg.image(id, "bl-chart", WIDTH, bottom + 8, title, description);
        patterns(svg);
        for (int part = 0; part < parts.size(); part++) {
            double x = LEFT + part % 2 * 260.0;
            double y = 6.0 + LEGEND_ROW * (part / 2);
            block(svg, part, x, y, 22, 14, parts.get(part));
            svg.text(x + 30, y + 12, "bl-chart__label", "start", parts.get(part));
        }
        svg.line(LEFT, legendHeight, LEFT, bottom, "bl-chart__axis");
        for (int i = 0; i < rows.size(); i++) {
            row(svg, rows.get(i), legendHeight + ROW * i + 6.0, longest);
        }
        return svg.done();
    }

    private void row(Svg svg, Row row, double y, long longest) {
        svg.text(LEFT - 12, y + 17, "bl-chart__name", "end", label(row.name()));
        double x = LEFT;
        for (int part = 0; part < parts.size(); part++) {
            long count = row.counts().get(part);
            if (count > 0) {
                double width = (double) (RIGHT - LEFT) * count / longest;
                block(svg, part, x, y, width, 24, row.name() + ", " + parts.get(part) + ": " + Count.of(count));
                String number = Count.of(count);
                double plate = 8.0 * number.length() + 6;
                if (width > plate + 4) {
                    svg.empty(
                            "rect",
                            "x",
                            Svg.number(x + width / 2 - plate / 2),
                            "y",
                            Svg.number(y + 4),
                            "width",
                            Svg.number(plate),
                            "height",
                            "16",
                            "rx",
                            "3",
                            "class",
                            "bl-chart__plate");
                    svg.text(x + width / 2, y + 16.5, "bl-chart__name", "middle", number);
                }
                x += width;
            }
        }
        svg.text(x + 8, y + 17, "bl-chart__label", "start", Count.of(total(row)));
    }

    private void block(Svg svg, int part, double x, double y, double width, double height, String tip) {
        svg.pointed(
                "rect",
                tip,
                "x",
                Svg.number(x),
                "y",
                Svg.number(y),
                "width",
                Svg.number(width),
                "height",
                Svg.number(height),
                "fill",
                "url(#" + id + "-part-" + (part + 1) + ")",
                "class",
                "bl-chart__block");
    }

    private void patterns(Svg svg) {
        svg.start("defs");
        String[] strokes = {"", "M0 8L8 0", "M0 0L8 8M0 8L8 0", "M0 4H8"};
        for (int part = 0; part < parts.size(); part++) {
            svg.start(
                    "pattern",
                    "id",
                    id + "-part-" + (part + 1),
                    "width",
                    "8",
                    "height",
                    "8",
                    "patternUnits",
                    "userSpaceOnUse");
            svg.empty("rect", "width", "8", "height", "8", "class", "bl-stack-" + (part + 1));
            if (!strokes[part].isEmpty()) {
                svg.empty("path", "d", strokes[part], "class", "bl-chart__hatch");
            }
            svg.end("pattern");
        }
        svg.end("defs");
    }

    private long longest() {
        return rows.stream().mapToLong(StackedBars::total).max().orElse(0);
    }

    private static long total(Row row) {
        return row.counts().stream().mapToLong(Long::longValue).sum();
    }

    private static String label(String name) {
        return name.length() <= MOST_LABEL_LENGTH ? name : name.substring(0, MOST_LABEL_LENGTH - 1) + "…";
    }
}

package brightline.query.pages.chart;

import brightline.query.pages.Share;
import java.util.List;
import java.util.Objects;

/**
 * Shares of several groups, each a dot with its 95 percent interval as a line, from 0 to 100 percent. Not a league table:
 * rows stand in the order given. A group with nothing to take a share of says so and has no dot.
 *
 * @param id unique within the page
 * @param description what the picture shows, in words, for readers who do not see it
 */
public record IntervalDots(String id, String title, String description, List<Row> rows) {

    /** A group's share. */
    public record Row(String name, Share share) {}

    private static final int WIDTH = 760;
    private static final int LEFT = 210;
    private static final int RIGHT = WIDTH - 120;
    private static final int TOP = 12;
    private static final int ROW = 30;
    private static final int MOST_LABEL_LENGTH = 28;

    public boolean empty() {
        return rows.isEmpty();
    }

    /** The picture, or an empty text when there are no groups. */
    public String svg() {
        if (rows.isEmpty()) {
            return "";
        }
        int bottom = TOP + ROW * rows.size();
        Svg svg = Svg.image(id, "bl-chart", WIDTH, bottom + 30, title, description);
        for (int step = 0; step <= 4; step++) {
            double share = step / 4.0;
            svg.line(x(share), TOP, x(share), bottom, step == 0 ? "bl-chart__axis" : "bl-chart__grid");
            svg.text(x(share), bottom + 20, "bl-chart__label", "middle", step * 25 + "%");
        }
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double y = TOP + ROW * (i + 0.5);
            svg.text(LEFT - 12, y + 4, "bl-chart__name", "end", label(row.name()));
            Share share = row.share();
            if (share.known()) {
                dot(svg, row.name(), share, y);
                svg.text(RIGHT + 12, y + 4, "bl-chart__label", "start", share.counts());
            } else {
                svg.text(LEFT + 8, y + 4, "bl-chart__label", "start", "nothing to take a share of");
            }
        }
        return svg.done();
    }

    private static void dot(Svg svg, String name, Share share, double y) {
        Double lower = share.lower();
        Double upper = share.upper();
        if (lower != null && upper != null) {
            svg.line(x(lower), y, x(upper), y, "bl-chart__whisker bl-series-1");
            svg.line(x(lower), y - 5, x(lower), y + 5, "bl-chart__whisker bl-series-1");
            svg.line(x(upper), y - 5, x(upper), y + 5, "bl-chart__whisker bl-series-1");
        }
        String tip = name + ": " + share.precise() + " (" + share.counts() + "), 95% interval " + share.interval();
        Marker.CIRCLE.draw(svg, x(Objects.requireNonNull(share.value())), y, "bl-chart__marker bl-series-1", tip);
    }

    private static double x(double share) {
        return LEFT + (RIGHT - LEFT) * share;
    }

    private static String label(String name) {
        return name.length() <= MOST_LABEL_LENGTH ? name : name.substring(0, MOST_LABEL_LENGTH - 1) + "…";
    }
}

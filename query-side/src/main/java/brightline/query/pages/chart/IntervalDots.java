package brightline.query.pages.chart;

import brightline.query.pages.Share;
import java.util.List;
import java.util.Objects;

/**
 * Shares of several groups, each a dot with its 95 percent interval as a line, on an axis from 0 to the data's end. Not a league
 * table: rows stand in the order given. A group with nothing to take a share of says so and has no dot; one of fewer than
 * {@value Share#FEWEST} has a hollow mark without an interval, and its counts in the place of a share.
 *
 * @param id unique within the page
 * @param description what the picture shows, in words, for readers who do not see it
 * @param width in the picture's own units, at least 400
 */
public record IntervalDots(String id, String title, String description, List<Row> rows, int width) {

    /** A group's share. */
    public record Row(String name, Share share) {}

    private static final int WHOLE = 760;
    private static final int TOP = 12;
    private static final int ROW = 30;

    /** In the usual width. */
    public IntervalDots(String id, String title, String description, List<Row> rows) {
        this(id, title, description, rows, WHOLE);
    }

    public boolean empty() {
        return rows.isEmpty();
    }

    /** The picture, or an empty text when there are no groups. */
    public String svg() {
        if (rows.isEmpty()) {
            return "";
        }
        double end = Scale.over(rows.stream().map(Row::share));
        int bottom = TOP + ROW * rows.size();
        Svg svg = Svg.image(id, "bl-chart", width, bottom + 30, title, description);
        for (int step = 0; step <= 4; step++) {
            double share = end * step / 4;
            svg.line(x(share, end), TOP, x(share, end), bottom, step == 0 ? "bl-chart__axis" : "bl-chart__grid");
            svg.text(x(share, end), bottom + 20, "bl-chart__label", "middle", Scale.label(share));
        }
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            double y = TOP + ROW * (i + 0.5);
            svg.text(left() - 12, y + 4, "bl-chart__name", "end", label(row.name()));
            Share share = row.share();
            if (share.tooFew()) {
                String tip = row.name() + ": too few to take a share of (" + share.counts() + ")";
                double value = Objects.requireNonNull(share.value());
                Scale.few(value, end).draw(svg, x(Math.min(value, end), end), y, "bl-chart__few", tip);
                svg.text(right() + 12, y + 4, "bl-chart__label", "start", share.counts() + ", too few");
            } else if (share.known()) {
                dot(svg, row.name(), share, y, end);
                svg.text(right() + 12, y + 4, "bl-chart__label", "start", share.counts());
            } else {
                svg.text(left() + 8, y + 4, "bl-chart__label", "start", "nothing to take a share of");
            }
        }
        return svg.done();
    }

    private void dot(Svg svg, String name, Share share, double y, double end) {
        Double lower = share.lower();
        Double upper = share.upper();
        if (lower != null && upper != null) {
            svg.line(x(lower, end), y, x(upper, end), y, "bl-chart__whisker bl-series-1");
            svg.line(x(lower, end), y - 5, x(lower, end), y + 5, "bl-chart__whisker bl-series-1");
            svg.line(x(upper, end), y - 5, x(upper, end), y + 5, "bl-chart__whisker bl-series-1");
        }
        String tip = name + ": " + share.precise() + " (" + share.counts() + "), 95% interval " + share.interval();
        Marker.CIRCLE.draw(svg, x(Objects.requireNonNull(share.value()), end), y, "bl-chart__marker bl-series-1", tip);
    }

    private double x(double share, double end) {
        return left() + (right() - left()) * share / end;
    }

    private int left() {
        return width * 3 / 8;
    }

    private int right() {
        return width - 130;
    }

    private String label(String name) {
        int most = left() * 2 / 15;
        return name.length() <= most ? name : name.substring(0, most - 1) + "…";
    }
}

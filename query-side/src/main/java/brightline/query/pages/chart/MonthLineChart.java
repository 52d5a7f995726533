package brightline.query.pages.chart;

import brightline.query.pages.Share;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Shares by month as lines with their 95 percent intervals as bands. A month without a share is a gap in the line, never
 * a zero; one of fewer than {@value Share#FEWEST} is a hollow mark that no line joins. Lines differ by marker, dash and label, not
 * by color alone.
 *
 * @param id unique within the page
 * @param description what the picture shows, in words, for readers who do not see it
 * @param lines each with its points in any order, at most one a month; with more than {@value #MOST_BANDS} lines the bands
 *     are left out, and the table beside the chart has the intervals
 * @param marks days to be seen in the picture, such as the first of an agreement
 */
public record MonthLineChart(
        String id, String title, String description, List<Line> lines, List<Mark> marks, Frame frame) {

    /** A series. */
    public record Line(String name, List<Point> points) {}

    /** A month's share. */
    public record Point(YearMonth month, Share share) {}

    /** A day that matters. @param label short, for instance {@code Agreement} */
    public record Mark(LocalDate day, String label) {}

    /** The picture's size in its own units, and where its axis ends. @param top a share; null for the data's end */
    public record Frame(int width, int height, @Nullable Double top) {
        /** Of a figure by itself. */
        public static final Frame WHOLE = new Frame(760, 320, null);
    }

    static final int MOST_BANDS = 3;

    private static final int LEFT = 52;
    private static final int TOP = 24;
    private static final int LABEL_HEIGHT = 16;
    private static final int MOST_LABEL_LENGTH = 24;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.US);
    private static final DateTimeFormatter MONTH_AND_YEAR = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.US);

    /** Without marks, in the usual size. */
    public MonthLineChart(String id, String title, String description, List<Line> lines) {
        this(id, title, description, lines, List.of(), Frame.WHOLE);
    }

    /** Whether any month has a share to draw. */
    public boolean empty() {
        return known().isEmpty();
    }

    /** The picture, or an empty text when there is nothing to draw: an empty frame would look like a zero. */
    public String svg() {
        List<Point> known = known();
        if (known.isEmpty()) {
            return "";
        }
        return new Drawing(known).draw();
    }

    private List<Point> known() {
        return lines.stream()
                .flatMap(line -> line.points().stream())
                .filter(point -> point.share().known())
                .toList();
    }

    /** One picture being drawn: its scales and its text so far. */
    private final class Drawing {
        private final YearMonth first;
        private final int months;
        private final double top;
        private final int right;
        private final int bottom = frame.height() - 48;
        private final Svg svg = Svg.image(id, "bl-chart", frame.width(), frame.height(), title, description);

        Drawing(List<Point> known) {
            List<YearMonth> all = lines.stream()
                    .flatMap(line -> line.points().stream())
                    .map(Point::month)
                    .sorted()
                    .toList();
            first = all.getFirst();
            months = (int) ChronoUnit.MONTHS.between(first, all.getLast()) + 1;
            Double end = frame.top();
            top = end == null ? Scale.over(known.stream().map(Point::share)) : end;
            int longest = lines.stream()
                    .mapToInt(line -> label(line.name()).length())
                    .max()
                    .orElse(0);
            right = frame.width() - (lines.size() == 1 ? 16 : 30 + 8 * longest);
        }

        String draw() {
            axes();
            marks();
            boolean bands = lines.size() <= MOST_BANDS;
            if (bands) {
                for (int i = 0; i < lines.size(); i++) {
                    for (List<Point> run : runs(lines.get(i))) {
                        band(run, i);
                    }
                }
            }
            for (int i = 0; i < lines.size(); i++) {
                line(lines.get(i), i);
            }
            if (lines.size() > 1) {
                labels();
            }
            return svg.done();
        }

        private void axes() {
            for (int step = 0; step <= 4; step++) {
                double share = top * step / 4;
                svg.line(LEFT, y(share), right, y(share), step == 0 ? "bl-chart__axis" : "bl-chart__grid");
                svg.text(LEFT - 8, y(share) + 4, "bl-chart__label", "end", Scale.label(share));
            }
            int every = Math.max(1, (int) Math.ceil(months * 48.0 / (right - LEFT)));
            for (int i = 0; i < months; i += every) {
                YearMonth month = first.plusMonths(i);
                svg.text(x(month), bottom + 18, "bl-chart__label", "middle", MONTH.format(month));
                if (i == 0 || month.getMonthValue() <= every) {
                    svg.text(x(month), bottom + 36, "bl-chart__label", "middle", String.valueOf(month.getYear()));
                }
            }
        }

        private void marks() {
            for (Mark mark : marks) {
                YearMonth month = YearMonth.from(mark.day());
                double inMonth = (mark.day().getDayOfMonth() - 1.0) / mark.day().lengthOfMonth();
                double between = months == 1 ? 0 : (right - LEFT - 40.0) / (months - 1);
                double x = x(month) + (inMonth - 0.5) * between;
                if (x >= LEFT && x <= right) {
                    svg.line(x, TOP - 14, x, bottom, "bl-chart__mark");
                    boolean late = x > right - 170;
                    svg.text(late ? x - 6 : x + 6, TOP - 4, "bl-chart__name", late ? "end" : "start", mark.label());
                }
            }
        }

        private void band(List<Point> run, int series) {
            if (run.getFirst().share().tooFew()) {
                return;
            }
            if (run.size() == 1) {
                Point only = run.getFirst();
                double x = x(only.month());
                svg.line(
                        x,
                        y(lower(only.share())),
                        x,
                        y(upper(only.share())),
                        "bl-chart__whisker bl-series-" + number(series));
                return;
            }
            StringBuilder path = new StringBuilder();
            for (Point point : run) {
                path.append(path.isEmpty() ? "M" : "L").append(at(point, upper(point.share())));
            }
            for (Point point : run.reversed()) {
                path.append("L").append(at(point, lower(point.share())));
            }
            svg.empty("path", "d", path + "z", "class", "bl-chart__band bl-series-" + number(series));
        }

        private void line(Line line, int series) {
            for (List<Point> run : runs(line)) {
                StringBuilder path = new StringBuilder();
                for (Point point : run) {
                    path.append(path.isEmpty() ? "M" : "L").append(at(point, value(point.share())));
                }
                if (run.size() > 1) {
                    svg.empty(
                            "path",
                            "d",
                            path.toString(),
                            "class",
                            "bl-chart__line bl-dash-" + number(series) + " bl-series-" + number(series));
                }
                for (Point point : run) {
                    if (point.share().tooFew()) {
                        double value = value(point.share());
                        Scale.few(value, top)
                                .draw(
                                        svg,
                                        x(point.month()),
                                        y(Math.min(value, top)),
                                        "bl-chart__few",
                                        tip(line, point));
                        continue;
                    }
                    Marker.of(series)
                            .draw(
                                    svg,
                                    x(point.month()),
                                    y(value(point.share())),
                                    "bl-chart__marker bl-series-" + number(series),
                                    tip(line, point));
                }
            }
        }

        /** The name beside each line's last point, pushed apart where two would overlap. */
        private void labels() {
            record End(int series, String name, double y) {}
            List<End> ends = new ArrayList<>();
            for (int i = 0; i < lines.size(); i++) {
                List<List<Point>> runs = runs(lines.get(i));
                if (!runs.isEmpty()) {
                    Point last = runs.getLast().getLast();
                    ends.add(new End(i, lines.get(i).name(), y(value(last.share()))));
                }
            }
            ends.sort(Comparator.comparingDouble(End::y));
            double free = TOP;
            double lowest = bottom - (ends.size() - 1.0) * LABEL_HEIGHT;
            for (End end : ends) {
                double y = Math.max(free, Math.min(end.y(), lowest));
                String css = "bl-chart__marker bl-series-" + number(end.series());
                Marker.of(end.series()).draw(svg, right + 14, y, css, end.name());
                svg.text(right + 24, y + 4, "bl-chart__name", "start", label(end.name()));
                free = y + LABEL_HEIGHT;
                lowest += LABEL_HEIGHT;
            }
        }

        /** Points with a share, in order, split where a month is missing; too few to take a share of stand alone. */
        private List<List<Point>> runs(Line line) {
            List<List<Point>> runs = new ArrayList<>();
            YearMonth next = null;
            for (Point point : line.points().stream()
                    .filter(point -> point.share().known())
                    .sorted(Comparator.comparing(Point::month))
                    .toList()) {
                if (point.share().tooFew() || !point.month().equals(next)) {
                    runs.add(new ArrayList<>());
                }
                runs.getLast().add(point);
                next = point.share().tooFew() ? null : point.month().plusMonths(1);
            }
            return runs;
        }

        private String tip(Line line, Point point) {
            Share share = point.share();
            String month = line.name() + ", " + MONTH_AND_YEAR.format(point.month()) + ": ";
            return share.tooFew()
                    ? month + "too few to take a share of (" + share.counts() + ")"
                    : month + share.precise() + " (" + share.counts() + "), 95% interval " + share.interval();
        }

        private String at(Point point, double share) {
            return Svg.number(x(point.month())) + " " + Svg.number(y(share));
        }

        private double x(YearMonth month) {
            long position = ChronoUnit.MONTHS.between(first, month);
            double inner = right - LEFT - 40.0;
            return LEFT + 20 + (months == 1 ? inner / 2 : inner * position / (months - 1));
        }

        private double y(double share) {
            return bottom - (bottom - TOP) * share / top;
        }
    }

    private static double value(Share share) {
        return Objects.requireNonNull(share.value());
    }

    private static double lower(Share share) {
        return share.lower() == null ? value(share) : share.lower();
    }

    private static double upper(Share share) {
        return share.upper() == null ? value(share) : share.upper();
    }

    private static int number(int series) {
        return series % Marker.values().length + 1;
    }

    private static String label(String name) {
        return name.length() <= MOST_LABEL_LENGTH ? name : name.substring(0, MOST_LABEL_LENGTH - 1) + "…";
    }
}

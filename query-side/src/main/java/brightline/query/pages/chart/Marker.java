package brightline.query.pages.chart;

/** The shapes that tell series apart without colour. */
enum Marker {
    CIRCLE,
    SQUARE,
    TRIANGLE,
    DIAMOND,
    CROSS,
    PLUS;

    private static final double R = 4.5;

    /** The shape of the series at this place in a chart; shapes repeat after the sixth. */
    static Marker of(int series) {
        return values()[series % values().length];
    }

    void draw(Svg svg, double x, double y, String cssClass, String tip) {
        if (this == CIRCLE) {
            svg.pointed("circle", tip, "cx", Svg.number(x), "cy", Svg.number(y), "r", Svg.number(R), "class", cssClass);
        } else {
            svg.pointed("path", tip, "d", path(x, y), "class", cssClass);
        }
    }

    private String path(double x, double y) {
        return switch (this) {
            case CIRCLE, SQUARE -> at(x - R, y - R) + "h" + 2 * R + "v" + 2 * R + "h" + -2 * R + "z";
            case TRIANGLE -> at(x, y - R - 1) + "L" + pair(x + R + 1, y + R) + "L" + pair(x - R - 1, y + R) + "z";
            case DIAMOND ->
                at(x, y - R - 1.5)
                        + "L"
                        + pair(x + R + 1.5, y)
                        + "L"
                        + pair(x, y + R + 1.5)
                        + "L"
                        + pair(x - R - 1.5, y)
                        + "z";
            case CROSS -> at(x - R, y - R) + "L" + pair(x + R, y + R) + at(x + R, y - R) + "L" + pair(x - R, y + R);
            case PLUS -> at(x - R - 1, y) + "L" + pair(x + R + 1, y) + at(x, y - R - 1) + "L" + pair(x, y + R + 1);
        };
    }

    private static String at(double x, double y) {
        return "M" + pair(x, y);
    }

    private static String pair(double x, double y) {
        return Svg.number(x) + " " + Svg.number(y);
    }
}

package brightline.query.pages.chart;

import brightline.query.pages.Share;
import java.util.stream.Stream;

/** Where an axis of shares ends: at the first round number above the data. */
public final class Scale {
    private static final double[] TOPS = {0.05, 0.1, 0.2, 0.4, 0.6, 0.8, 1.0};

    private Scale() {}

    /** The end of an axis that holds these shares with their intervals. Too few to take a share of do not stretch it. */
    public static double over(Stream<Share> shares) {
        double highest = shares.filter(share -> share.known() && !share.tooFew())
                .mapToDouble(Scale::upper)
                .max()
                .orElse(1);
        double scale = 1;
        for (int i = TOPS.length - 1; i >= 0 && TOPS[i] >= highest; i--) {
            scale = TOPS[i];
        }
        return scale;
    }

    private static double upper(Share share) {
        Double upper = share.upper();
        return upper == null ? share.value() == null ? 0 : share.value() : upper;
    }

    /** A mark of too few: hollow; beyond the scale a triangle at its end. */
    static Marker few(double value, double end) {
        return value > end ? Marker.TRIANGLE : Marker.CIRCLE;
    }

    static String label(double share) {
        return Svg.number(share * 100) + "%";
    }
}

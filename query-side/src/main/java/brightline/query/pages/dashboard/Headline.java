package brightline.query.pages.dashboard;

import brightline.query.figures.FigureRow;
import brightline.query.figures.Proportion;
import brightline.query.pages.Share;
import brightline.query.pages.dashboard.Figure.Row;
import brightline.query.pages.dashboard.Figure.Table;
import java.util.List;

/** The measures of the whole choice, one line each. */
final class Headline {
    private Headline() {}

    /**
     * The table.
     *
     * @param shares measures M2a to M2d of the whole choice
     * @param decisions measures M1a to M1c of the whole choice
     */
    static Figure of(FigureRow shares, FigureRow decisions) {
        return new Figure(
                "headline",
                "At a glance",
                "What do the measures say of the whole choice?",
                null,
                List.of(),
                new Table(
                        "Measures of the whole choice",
                        List.of("Measure", "Share", "95% interval", "Counted"),
                        List.of(
                                row("Routine discipline, strict (M2a)", shares.measure("M2a")),
                                row("Routine discipline, broad (M2b)", shares.measure("M2b")),
                                row("Staff requests declined (M2c)", shares.measure("M2c")),
                                row("Review backlog (M2d)", shares.measure("M2d")),
                                row("Avoidance (M1a)", decisions.measure("M1a")),
                                row("Diversion after arrest (M1b)", decisions.measure("M1b")),
                                row("Kept out of court (M1c)", decisions.measure("M1c")),
                                row("Whether an arrest was possible: not stated", decisions.measure("missing")))),
                List.of(
                        Measures.M2A,
                        Measures.M2B,
                        Measures.M2C,
                        Measures.M2D,
                        Measures.M1A,
                        Measures.M1B,
                        Measures.M1C,
                        Measures.INTERVAL));
    }

    private static Row row(String name, Proportion counted) {
        Share share = Share.of(counted);
        return new Row(name, List.of(share.precise(), share.interval(), share.counts()));
    }
}

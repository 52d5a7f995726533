package brightline.query.funnel;

import brightline.query.figures.Dimension;
import java.util.Arrays;
import java.util.List;

/** What is compared. */
enum FunnelUnit {
    SCHOOL(Dimension.SCHOOL, List.of()),
    /** An officer is followed across schools: expected is adjusted for where, and with what conduct, the officer had to do. */
    OFFICER(Dimension.OFFICER, List.of(Dimension.SCHOOL, Dimension.TIER));

    private final Dimension dimension;
    private final List<Dimension> mix;

    FunnelUnit(Dimension dimension, List<Dimension> mix) {
        this.dimension = dimension;
        this.mix = mix;
    }

    /** The unit of that name, {@code school} or {@code officer}. */
    static FunnelUnit named(String name) {
        return Arrays.stream(values())
                .filter(unit -> unit.dimension.parameter().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Dimension dimension() {
        return dimension;
    }

    /** What the expected count is adjusted for. */
    List<Dimension> mix() {
        return mix;
    }
}

package brightline.query.funnel;

import brightline.events.measure.Decimals;
import brightline.events.measure.Proportion;
import brightline.query.figures.FigureAnswer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** What a reader of a funnel has to know. */
final class FunnelNotes {
    private FunnelNotes() {}

    /** @param withoutUnit contacts that name no unit @param alone contacts with nobody beside them to compare with, of all */
    static List<String> of(FunnelUnit unit, FigureAnswer counted, Funnel funnel, long withoutUnit, Proportion alone) {
        List<String> notes = new ArrayList<>(counted.notes());
        notes.add("A funnel is no league table: a flag opens a review, it is not a finding.");
        notes.add(
                "How often these were looked at before is not recorded. With every further look, a flag by chance is more likely.");
        int units = funnel.points().size();
        if (units == 1) {
            notes.add("There is only one to compare: it is measured against itself.");
        }
        long few = funnel.points().stream()
                .filter(point -> !point.unit().hasPoint())
                .count();
        if (few > 0) {
            notes.add("%d of %d have fewer than %d contacts that count: too few for a point."
                    .formatted(few, units, Funnel.FEWEST));
        }
        if (withoutUnit > 0) {
            notes.add("%d contacts that count name no %s and are in no point."
                    .formatted(withoutUnit, unit.dimension().parameter()));
        }
        if (unit == FunnelUnit.OFFICER) {
            notes.add("Expected is what an officer's contacts would hold at the pooled rate of their school and tier.");
            if (alone.numerator() > 0 && units > 1) {
                notes.add(
                        "%d of %d contacts lie in a school and tier where one officer made them all: there, expected is what was observed."
                                .formatted(alone.numerator(), alone.denominator()));
            }
        }
        BigDecimal phi = funnel.phi();
        if (phi != null && funnel.widened()) {
            notes.add(
                    "They differ by more than chance alone would have it (phi %s): the limits are widened by its root."
                            .formatted(Decimals.rounded(phi)));
            long removed =
                    funnel.points().stream().filter(Funnel.Point::flagRemoved).count();
            if (removed > 0) {
                notes.add(
                        "%d of %d would be flagged by limits that are not widened: only the widening removes the flag."
                                .formatted(removed, units));
            }
        }
        return notes;
    }
}

package brightline.query.funnel;

import brightline.events.measure.Proportion;
import brightline.query.figures.FigureAnswer;
import brightline.query.figures.FigureRow;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question for a funnel.
 *
 * @param figure one row for each unit shown
 * @param points the same units with their limits, in the rows' order
 * @param pooled of all units compared, those not shown too
 * @param phi null where no unit has a z-score
 * @param scored how many units phi rests on
 * @param widened whether the limits are, by the root of phi
 */
record FunnelAnswer(
        FigureAnswer figure,
        FunnelUnit unit,
        Map<FigureRow, Funnel.Point> points,
        Proportion pooled,
        @Nullable BigDecimal phi,
        int scored,
        boolean widened) {
    public FunnelAnswer {
        points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
    }
}

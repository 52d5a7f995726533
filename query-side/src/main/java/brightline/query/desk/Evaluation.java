package brightline.query.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An evaluation of an officer.
 *
 * @param evaluator account that made it
 * @param criteria their edition
 * @param steps codes of the next steps; empty before any were set
 * @param figures as they stood then
 */
record Evaluation(
        UUID evaluationId,
        long begunIndex,
        Instant begunAt,
        UUID officer,
        LocalDate fromDay,
        LocalDate toDay,
        String evaluator,
        String criteria,
        boolean replied,
        List<String> steps,
        @Nullable LocalDate lookAgainOn,
        List<Figure> figures) {

    /**
     * A share as it stood, with its interval.
     *
     * @param value null of nothing
     * @param index of the last event that it rests on
     */
    record Figure(
            String measure,
            int edition,
            long numerator,
            long denominator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            long index) {}
}

package brightline.events.evaluation;

import brightline.events.Code;
import brightline.events.EvaluationId;
import brightline.events.EventName;
import brightline.events.OfficerId;
import brightline.events.SecretRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can happen in the evaluation of an officer. */
public sealed interface EvaluationEvent {
    EvaluationId evaluationId();

    /**
     * A figure as it stood when the evaluation was made; it never moves again.
     *
     * @param measure name of the measure, for example M1a
     * @param edition of the measure's definition
     * @param value numerator by denominator, rounded half up to 4 decimals; null of nothing
     * @param low lower end of the 95 percent Wilson interval; null of nothing
     * @param high upper end of it; null of nothing
     * @param index last index of the log the figure rested on
     */
    record FrozenFigure(
            String measure,
            int edition,
            long numerator,
            long denominator,
            @Nullable BigDecimal value,
            @Nullable BigDecimal low,
            @Nullable BigDecimal high,
            long index) {}

    /**
     * An officer's work over a period was evaluated.
     *
     * @param from first day, in the agency's zone
     * @param to last day, included
     * @param evaluator user name of the account that evaluated
     * @param criteria version of the criteria it went by
     */
    @EventName("evaluation.made")
    record EvaluationMade(
            EvaluationId evaluationId,
            OfficerId officerId,
            LocalDate from,
            LocalDate to,
            String evaluator,
            String criteria,
            List<FrozenFigure> figures)
            implements EvaluationEvent {
        public EvaluationMade {
            figures = List.copyOf(figures);
        }
    }

    /** The officer answered, encrypted: such an answer may name students. */
    @EventName("evaluation.replied")
    record OfficerReplied(EvaluationId evaluationId, SecretRef reply) implements EvaluationEvent {}

    /**
     * What is to follow.
     *
     * @param steps code list {@code evaluation-step}
     * @param lookAgainOn day on which the steps are looked at; null where none was set
     */
    @EventName("evaluation.next-steps-set")
    record NextStepsSet(
            EvaluationId evaluationId,
            List<Code> steps,
            @Nullable LocalDate lookAgainOn) implements EvaluationEvent {
        public NextStepsSet {
            steps = List.copyOf(steps);
        }
    }
}

package brightline.command.evaluation;

import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Creates;
import brightline.command.submission.StreamCommand;
import brightline.events.Code;
import brightline.events.EvaluationId;
import brightline.events.OfficerId;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked about an evaluation. */
sealed interface EvaluationCommand extends StreamCommand, AnsweredBy<EvaluationAnswer> {
    @TargetAggregateIdentifier
    EvaluationId evaluationId();

    /** A figure as the figures answered it. @param index last index of the log it rested on */
    record TakenFigure(String measure, int edition, long numerator, long denominator, long index) {}

    /**
     * @param criteria version of the criteria
     * @param today in the agency's zone
     */
    record MakeEvaluation(
            EvaluationId evaluationId,
            OfficerId officerId,
            LocalDate from,
            LocalDate to,
            String evaluator,
            String criteria,
            List<TakenFigure> figures,
            LocalDate today)
            implements EvaluationCommand, Creates<EvaluationAnswer> {
        public MakeEvaluation {
            figures = List.copyOf(figures);
        }
    }

    /** @param reply in clear, on its way to be sealed */
    record ReplyToEvaluation(EvaluationId evaluationId, String reply) implements EvaluationCommand {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    record SetNextSteps(
            EvaluationId evaluationId,
            List<Code> steps,
            @Nullable LocalDate lookAgainOn) implements EvaluationCommand {
        public SetNextSteps {
            steps = List.copyOf(steps);
        }
    }
}

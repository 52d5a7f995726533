package brightline.command.evaluation;

import brightline.events.evaluation.EvaluationEvent.EvaluationMade;
import brightline.events.evaluation.EvaluationEvent.NextStepsSet;
import org.jspecify.annotations.Nullable;

/** What decisions about an evaluation need to remember. */
sealed interface EvaluationState {
    record Unknown() implements EvaluationState {}

    /** @param next null before next steps were set */
    record Made(
            EvaluationMade as, boolean replied, @Nullable NextStepsSet next) implements EvaluationState {}
}

package brightline.command.evaluation;

import brightline.command.submission.Rule;
import org.jspecify.annotations.Nullable;

/** What can refuse a command about evaluations. The rules are ours. */
enum EvaluationRule implements Rule {
    EVALUATION_UNKNOWN("No evaluation has this id", null, "Look at the list of evaluations."),
    EVALUATION_MADE_DIFFERENTLY("The evaluation is recorded with other particulars", null, "Make another evaluation."),
    PERIOD_ENDS_BEFORE_IT_BEGINS(
            "The last day is before the first", null, "Give a last day that is not before the first."),
    PERIOD_NOT_OVER("The period is not over", null, "Evaluate days that have passed."),
    BOTH_FIGURES_NEEDED(
            "An evaluation rests on de-escalation and on alternatives to arrest",
            null,
            "Give M10a and M1a, each with numerator and denominator; nothing counted is 0 of 0."),
    NO_PART_OF_A_WHOLE(
            "A numerator is above its denominator, or a figure is given twice",
            null,
            "Take the figures as they were answered.");

    private final Words words;

    EvaluationRule(String title, @Nullable String source, String action) {
        words = new Words(title, source, action);
    }

    @Override
    public Words words() {
        return words;
    }
}

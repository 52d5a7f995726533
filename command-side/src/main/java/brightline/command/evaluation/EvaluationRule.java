package brightline.command.evaluation;

import brightline.command.submission.Rule;
import org.jspecify.annotations.Nullable;

/** What can refuse a command about evaluations. The rules are ours. */
enum EvaluationRule implements Rule {
    EVALUATION_UNKNOWN("evaluation-unknown", "No evaluation has this id", null, "Look at the list of evaluations."),
    EVALUATION_MADE_DIFFERENTLY(
            "evaluation-made-differently",
            "The evaluation is recorded with other particulars",
            null,
            "Make another evaluation."),
    PERIOD_ENDS_BEFORE_IT_BEGINS(
            "period-ends-before-it-begins",
            "The last day is before the first",
            null,
            "Give a last day that is not before the first."),
    PERIOD_NOT_OVER("period-not-over", "The period is not over", null, "Evaluate days that have passed."),
    BOTH_FIGURES_NEEDED(
            "both-figures-needed",
            "An evaluation rests on de-escalation and on alternatives to arrest",
            null,
            "Give M10a and M1a, each with numerator and denominator; nothing counted is 0 of 0."),
    NO_PART_OF_A_WHOLE(
            "no-part-of-a-whole",
            "A numerator is above its denominator, or a figure is given twice",
            null,
            "Take the figures as they were answered.");

    private final String code;
    private final String title;
    private final @Nullable String source;
    private final String action;

    EvaluationRule(String code, String title, @Nullable String source, String action) {
        this.code = code;
        this.title = title;
        this.source = source;
        this.action = action;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public @Nullable String source() {
        return source;
    }

    @Override
    public String action() {
        return action;
    }
}

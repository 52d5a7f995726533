package brightline.command.evaluation;

import brightline.command.evaluation.EvaluationCommand.*;
import brightline.command.evaluation.EvaluationState.Made;
import brightline.command.evaluation.EvaluationState.Unknown;
import brightline.events.EvaluationId;
import brightline.events.SecretRef;
import brightline.events.evaluation.EvaluationEvent;
import brightline.events.evaluation.EvaluationEvent.*;
import brightline.events.measure.Proportion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;

final class EvaluationDecider {
    /** De-escalation (M10) and alternatives to arrest (M1): what an evaluation rests on. */
    static final Set<String> NEEDED = Set.of("M10a", "M1a");

    private EvaluationDecider() {}

    /**
     * The events that follow; none when it is already so. A reply once given is the reply, whatever is sent again.
     *
     * @param seal keeps a reply, once it is decided that it is taken
     * @throws brightline.command.submission.CommandRejected naming the rule
     */
    static List<EvaluationEvent> decide(
            EvaluationCommand command, EvaluationState state, BiFunction<EvaluationId, String, SecretRef> seal) {
        return switch (state) {
            case Unknown _ ->
                switch (command) {
                    case MakeEvaluation make -> make(make);
                    case ReplyToEvaluation _, SetNextSteps _ -> throw EvaluationRule.EVALUATION_UNKNOWN.broken();
                };
            case Made made ->
                switch (command) {
                    case MakeEvaluation make -> {
                        if (!make(make).equals(List.of(made.as()))) {
                            throw EvaluationRule.EVALUATION_MADE_DIFFERENTLY.broken();
                        }
                        yield List.of();
                    }
                    case ReplyToEvaluation(var id, var reply) ->
                        made.replied() ? List.of() : List.of(new OfficerReplied(id, seal.apply(id, reply)));
                    case SetNextSteps(var id, var steps, var lookAgainOn) -> {
                        NextStepsSet next = new NextStepsSet(id, steps, lookAgainOn);
                        yield next.equals(made.next()) ? List.of() : List.of(next);
                    }
                };
        };
    }

    private static List<EvaluationEvent> make(MakeEvaluation command) {
        if (command.to().isBefore(command.from())) {
            throw EvaluationRule.PERIOD_ENDS_BEFORE_IT_BEGINS.broken();
        }
        if (!command.to().isBefore(command.today())) {
            throw EvaluationRule.PERIOD_NOT_OVER.broken();
        }
        Set<String> given = new HashSet<>();
        for (TakenFigure figure : command.figures()) {
            if (!given.add(figure.measure()) || figure.numerator() < 0 || figure.numerator() > figure.denominator()) {
                throw EvaluationRule.NO_PART_OF_A_WHOLE.broken();
            }
        }
        if (!given.containsAll(NEEDED)) {
            throw EvaluationRule.BOTH_FIGURES_NEEDED.broken();
        }
        return List.of(frozen(command));
    }

    private static EvaluationMade frozen(MakeEvaluation command) {
        return new EvaluationMade(
                command.evaluationId(),
                command.officerId(),
                command.from(),
                command.to(),
                command.evaluator(),
                command.criteria(),
                command.figures().stream().map(EvaluationDecider::frozen).toList());
    }

    /** With its value and Wilson score interval, as the figures themselves give them. */
    static FrozenFigure frozen(TakenFigure figure) {
        Proportion share = new Proportion(figure.numerator(), figure.denominator());
        Proportion.Interval interval = share.interval();
        return new FrozenFigure(
                figure.measure(),
                figure.edition(),
                figure.numerator(),
                figure.denominator(),
                share.value(),
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high(),
                figure.index());
    }

    static EvaluationState evolve(EvaluationState state, EvaluationEvent event) {
        return switch (event) {
            case EvaluationMade made -> new Made(made, false, null);
            case OfficerReplied _ -> state instanceof Made(var as, var _, var next) ? new Made(as, true, next) : state;
            case NextStepsSet next ->
                state instanceof Made(var as, var replied, var _) ? new Made(as, replied, next) : state;
        };
    }
}

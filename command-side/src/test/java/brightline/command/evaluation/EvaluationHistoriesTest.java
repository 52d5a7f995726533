package brightline.command.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.RandomHistories;
import brightline.command.evaluation.EvaluationCommand.MakeEvaluation;
import brightline.command.evaluation.EvaluationCommand.ReplyToEvaluation;
import brightline.command.evaluation.EvaluationCommand.SetNextSteps;
import brightline.command.evaluation.EvaluationCommand.TakenFigure;
import brightline.command.submission.Rule;
import brightline.events.Code;
import brightline.events.EvaluationId;
import brightline.events.OfficerId;
import brightline.events.SecretId;
import brightline.events.SecretRef;
import brightline.events.evaluation.EvaluationEvent;
import brightline.events.evaluation.EvaluationEvent.FrozenFigure;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EvaluationHistoriesTest extends RandomHistories<EvaluationCommand, EvaluationState, EvaluationEvent> {
    private static final LocalDate DAY = LocalDate.parse("2026-01-30");

    private EvaluationId evaluation() {
        return new EvaluationId(stream());
    }

    @Override
    protected EvaluationState begin() {
        return new EvaluationState.Unknown();
    }

    @Override
    protected EvaluationCommand command(Random random, EvaluationState state) {
        return switch (random.nextInt(4)) {
            case 0, 1 ->
                new MakeEvaluation(
                        evaluation(),
                        new OfficerId(new UUID(0, 2)),
                        DAY.minusDays(random.nextInt(4) - 1),
                        DAY,
                        "supervisor",
                        "2025-1",
                        switch (random.nextInt(3)) {
                            case 0 -> List.of(figure("M10a", 9, 12));
                            case 1 -> List.of(figure("M10a", 9, 12), figure("M1a", 9, 8));
                            default -> List.of(figure("M10a", 9, 12), figure("M1a", 0, 0));
                        },
                        DAY.plusDays(random.nextInt(2)));
            case 2 -> new ReplyToEvaluation(evaluation(), "The radio failed");
            default ->
                new SetNextSteps(
                        evaluation(),
                        List.of(Code.of(random.nextBoolean() ? "evaluation-step/NONE" : "evaluation-step/TRAINING")),
                        null);
        };
    }

    private static TakenFigure figure(String measure, long numerator, long denominator) {
        return new TakenFigure(measure, 1, numerator, denominator, 17);
    }

    @Override
    protected List<EvaluationEvent> decide(EvaluationCommand command, EvaluationState state) {
        return EvaluationDecider.decide(command, state, (_, _) -> new SecretRef(new SecretId(new UUID(0, 3)), "00ff"));
    }

    @Override
    protected EvaluationState evolve(EvaluationState state, EvaluationEvent event) {
        return EvaluationDecider.evolve(state, event);
    }

    @Override
    protected Collection<? extends Rule> rules() {
        return List.of(EvaluationRule.values());
    }

    @Test
    void a_figure_is_frozen_with_the_value_and_interval_that_the_figures_give() {
        FrozenFigure frozen = EvaluationDecider.frozen(figure("M2a", 12, 60));
        assertThat(frozen.value()).isEqualTo(new BigDecimal("0.2000"));
        assertThat(frozen.low()).isEqualTo(new BigDecimal("0.1183"));
        assertThat(frozen.high()).isEqualTo(new BigDecimal("0.3178"));
        FrozenFigure nothing = EvaluationDecider.frozen(figure("M1a", 0, 0));
        assertThat(nothing.value()).isNull();
        assertThat(nothing.low()).isNull();
    }
}

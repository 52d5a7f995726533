package brightline.command.evaluation;

import brightline.command.Decisions;
import brightline.command.evaluation.EvaluationCommand.MakeEvaluation;
import brightline.command.evaluation.EvaluationCommand.ReplyToEvaluation;
import brightline.command.evaluation.EvaluationCommand.SetNextSteps;
import brightline.command.evaluation.EvaluationCommand.TakenFigure;
import brightline.events.Code;
import brightline.events.EvaluationId;
import brightline.events.OfficerId;
import brightline.events.SecretId;
import brightline.events.SecretRef;
import brightline.events.evaluation.EvaluationEvent;
import brightline.events.evaluation.EvaluationEvent.EvaluationMade;
import brightline.events.evaluation.EvaluationEvent.FrozenFigure;
import brightline.events.evaluation.EvaluationEvent.NextStepsSet;
import brightline.events.evaluation.EvaluationEvent.OfficerReplied;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EvaluationDeciderTest {
    private static final EvaluationId ID = new EvaluationId(new UUID(0, 1));
    private static final OfficerId OFFICER = new OfficerId(new UUID(0, 2));
    private static final SecretRef SEALED = new SecretRef(new SecretId(new UUID(0, 3)), "00ff");
    private static final LocalDate FROM = LocalDate.of(2025, 8, 1);
    private static final LocalDate TO = LocalDate.of(2026, 7, 31);
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 10);
    private static final TakenFigure CALMING = new TakenFigure("M10a", 1, 18, 25, 900);
    private static final TakenFigure NO_CHOICES = new TakenFigure("M1a", 1, 0, 0, 900);

    private static final EvaluationMade MADE = new EvaluationMade(
            ID,
            OFFICER,
            FROM,
            TO,
            "supervisor",
            "2025-1",
            List.of(
                    new FrozenFigure(
                            "M10a",
                            1,
                            18,
                            25,
                            new BigDecimal("0.7200"),
                            new BigDecimal("0.5242"),
                            new BigDecimal("0.8572"),
                            900),
                    new FrozenFigure("M1a", 1, 0, 0, null, null, null, 900)));

    private final Decisions<EvaluationCommand, EvaluationState, EvaluationEvent> evaluation = new Decisions<>(
            new EvaluationState.Unknown(),
            (command, state) -> EvaluationDecider.decide(command, state, (_, _) -> SEALED),
            EvaluationDecider::evolve);

    private static MakeEvaluation make(LocalDate from, LocalDate today, TakenFigure... figures) {
        return new MakeEvaluation(ID, OFFICER, from, TO, "supervisor", "2025-1", List.of(figures), today);
    }

    @Test
    void freezes_its_figures_with_value_and_interval_and_nothing_of_nothing() {
        evaluation.givenNothing().when(make(FROM, TODAY, CALMING, NO_CHOICES)).then(MADE);
    }

    @Test
    void is_of_days_that_have_passed() {
        var nothing = evaluation.givenNothing();
        nothing.when(make(TO.plusDays(1), TODAY, CALMING, NO_CHOICES))
                .thenRefused(EvaluationRule.PERIOD_ENDS_BEFORE_IT_BEGINS);
        nothing.when(make(FROM, TO, CALMING, NO_CHOICES)).thenRefused(EvaluationRule.PERIOD_NOT_OVER);
    }

    @Test
    void rests_on_calming_and_on_alternatives_each_a_part_of_a_whole() {
        var nothing = evaluation.givenNothing();
        nothing.when(make(FROM, TODAY, CALMING)).thenRefused(EvaluationRule.BOTH_FIGURES_NEEDED);
        nothing.when(make(FROM, TODAY, NO_CHOICES)).thenRefused(EvaluationRule.BOTH_FIGURES_NEEDED);
        nothing.when(make(FROM, TODAY, CALMING, CALMING)).thenRefused(EvaluationRule.NO_PART_OF_A_WHOLE);
        nothing.when(make(FROM, TODAY, CALMING, new TakenFigure("M1a", 1, 9, 8, 900)))
                .thenRefused(EvaluationRule.NO_PART_OF_A_WHOLE);
        nothing.when(make(FROM, TODAY, CALMING, new TakenFigure("M1a", 1, -1, 8, 900)))
                .thenRefused(EvaluationRule.NO_PART_OF_A_WHOLE);
    }

    @Test
    void once_made_stays() {
        evaluation
                .given(MADE)
                .when(make(FROM, TODAY, new TakenFigure("M10a", 1, 19, 25, 900), NO_CHOICES))
                .thenRefused(EvaluationRule.EVALUATION_MADE_DIFFERENTLY);
    }

    @Test
    void takes_one_reply_and_next_steps_that_may_change() {
        evaluation
                .given(MADE)
                .when(new ReplyToEvaluation(ID, "The radio failed."))
                .then(new OfficerReplied(ID, SEALED));
        evaluation
                .given(MADE, new OfficerReplied(ID, SEALED))
                .when(new ReplyToEvaluation(ID, "And the lights."))
                .thenNothing();
        List<Code> training = List.of(Code.of("evaluation-step/TRAINING"));
        var steps = new NextStepsSet(ID, training, TODAY.plusDays(90));
        evaluation
                .given(MADE)
                .when(new SetNextSteps(ID, training, TODAY.plusDays(90)))
                .then(steps);
        evaluation
                .given(MADE, steps)
                .when(new SetNextSteps(ID, training, TODAY.plusDays(30)))
                .then(new NextStepsSet(ID, training, TODAY.plusDays(30)));
    }

    @Test
    void that_nobody_made_is_unknown() {
        evaluation
                .givenNothing()
                .when(new ReplyToEvaluation(ID, "The radio failed."))
                .thenRefused(EvaluationRule.EVALUATION_UNKNOWN);
        evaluation
                .givenNothing()
                .when(new SetNextSteps(ID, List.of(), null))
                .thenRefused(EvaluationRule.EVALUATION_UNKNOWN);
    }
}

package brightline.command.deadline;

import brightline.command.RandomHistories;
import brightline.command.deadline.DeadlineCommand.CancelDeadline;
import brightline.command.deadline.DeadlineCommand.MeetDeadline;
import brightline.command.deadline.DeadlineCommand.MissDeadline;
import brightline.command.deadline.DeadlineCommand.SetDeadline;
import brightline.command.submission.Rule;
import brightline.events.Code;
import brightline.events.DeadlineId;
import brightline.events.InteractionId;
import brightline.events.deadline.DeadlineEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;

class DeadlineHistoriesTest extends RandomHistories<DeadlineCommand, DeadlineState, DeadlineEvent> {
    private static final Instant NOW = Instant.parse("2026-03-02T16:00:00Z");

    private DeadlineId deadline() {
        return new DeadlineId(stream());
    }

    @Override
    protected DeadlineState begin() {
        return new DeadlineState.Unknown();
    }

    @Override
    protected DeadlineCommand command(Random random, DeadlineState state) {
        Instant at = NOW.plusSeconds(random.nextInt(7) - 3);
        return switch (random.nextInt(10)) {
            case 0, 1, 2 ->
                new SetDeadline(
                        deadline(),
                        "IL-FIREARM-POLICE",
                        new InteractionId(new UUID(0, 2)),
                        null,
                        null,
                        at,
                        at.plusSeconds(2),
                        "supervisor",
                        "105 ILCS 5/34-8.05",
                        true);
            case 3, 4, 5 ->
                new MeetDeadline(deadline(), at, random.nextBoolean() ? null : Code.of("notice-manner/PHONE"), NOW);
            case 6, 7, 8 -> new MissDeadline(deadline(), at);
            default -> new CancelDeadline(deadline(), Code.of("deadline-cancellation/TRIGGER_VOIDED"));
        };
    }

    @Override
    protected List<DeadlineEvent> decide(DeadlineCommand command, DeadlineState state) {
        return DeadlineDecider.decide(command, state);
    }

    @Override
    protected DeadlineState evolve(DeadlineState state, DeadlineEvent event) {
        return DeadlineDecider.evolve(state, event);
    }

    @Override
    protected Collection<? extends Rule> rules() {
        return List.of(
                DeadlinesRule.DEADLINE_UNKNOWN,
                DeadlinesRule.DEADLINE_CANCELLED,
                DeadlinesRule.MET_BEFORE_IT_BEGAN,
                DeadlinesRule.MET_IN_THE_FUTURE,
                DeadlinesRule.MET_OTHERWISE,
                DeadlinesRule.NOT_YET_DUE);
    }
}

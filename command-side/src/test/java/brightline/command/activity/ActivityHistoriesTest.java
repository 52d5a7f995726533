package brightline.command.activity;

import brightline.command.RandomHistories;
import brightline.command.activity.ActivityCommand.LogActivity;
import brightline.command.activity.ActivityCommand.WithdrawActivity;
import brightline.command.submission.Rule;
import brightline.events.ActivityId;
import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.activity.ActivityEvent;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;

class ActivityHistoriesTest extends RandomHistories<ActivityCommand, ActivityState, ActivityEvent> {
    private static final Instant NOW = Instant.parse("2026-03-02T16:00:00Z");

    private ActivityId activity() {
        return new ActivityId(stream());
    }

    @Override
    protected ActivityState begin() {
        return new ActivityState.Unknown();
    }

    @Override
    protected ActivityCommand command(Random random, ActivityState state) {
        return switch (random.nextInt(3)) {
            case 0, 1 ->
                new LogActivity(
                        activity(),
                        new OfficerId(new UUID(0, 2)),
                        random.nextInt(4) > 0,
                        new SchoolCode("MAR"),
                        random.nextInt(4) > 0,
                        Code.of("activity/TEACHING"),
                        NOW.plusSeconds(random.nextInt(5) - 3),
                        45,
                        null,
                        NOW);
            default ->
                new WithdrawActivity(
                        activity(),
                        Code.of(random.nextBoolean() ? "correction-reason/DOUBLE_ENTRY" : "correction-reason/OTHER"));
        };
    }

    @Override
    protected List<ActivityEvent> decide(ActivityCommand command, ActivityState state) {
        return ActivityDecider.decide(command, state);
    }

    @Override
    protected ActivityState evolve(ActivityState state, ActivityEvent event) {
        return ActivityDecider.evolve(state, event);
    }

    @Override
    protected Collection<? extends Rule> rules() {
        return List.of(ActivityRule.values());
    }
}

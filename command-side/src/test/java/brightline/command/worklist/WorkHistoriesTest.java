package brightline.command.worklist;

import brightline.command.RandomHistories;
import brightline.command.submission.Rule;
import brightline.command.worklist.WorkCommand.MarkDone;
import brightline.command.worklist.WorkCommand.MarkRead;
import brightline.events.work.WorkEvent;
import java.util.Collection;
import java.util.List;
import java.util.Random;

class WorkHistoriesTest extends RandomHistories<WorkCommand, WorkState, WorkEvent> {
    @Override
    protected WorkState begin() {
        return new WorkState.Unknown();
    }

    @Override
    protected WorkCommand command(Random random, WorkState state) {
        return random.nextBoolean() ? new MarkRead("review/1", "one") : new MarkDone("review/1", "one");
    }

    @Override
    protected List<WorkEvent> decide(WorkCommand command, WorkState state) {
        return WorkDecider.decide(command, state);
    }

    @Override
    protected WorkState evolve(WorkState state, WorkEvent event) {
        return WorkDecider.evolve(state, event);
    }

    @Override
    protected Collection<? extends Rule> rules() {
        return List.of();
    }
}

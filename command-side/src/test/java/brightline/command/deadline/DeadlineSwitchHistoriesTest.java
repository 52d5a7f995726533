package brightline.command.deadline;

import brightline.command.RandomHistories;
import brightline.command.deadline.DeadlineSwitchCommand.SwitchRule;
import brightline.command.submission.Rule;
import brightline.events.DeadlineRuleId;
import brightline.events.deadline.DeadlineRuleEvent;
import java.util.Collection;
import java.util.List;
import java.util.Random;

class DeadlineSwitchHistoriesTest
        extends RandomHistories<DeadlineSwitchCommand, DeadlineSwitchState, DeadlineRuleEvent> {
    @Override
    protected DeadlineSwitchState begin() {
        return new DeadlineSwitchState.Unknown();
    }

    @Override
    protected DeadlineSwitchCommand command(Random random, DeadlineSwitchState state) {
        return new SwitchRule(
                DeadlineRuleId.of("IL-DRUG-POLICE"),
                "IL-DRUG-POLICE",
                random.nextInt(4) > 0,
                true,
                random.nextBoolean());
    }

    @Override
    protected List<DeadlineRuleEvent> decide(DeadlineSwitchCommand command, DeadlineSwitchState state) {
        return DeadlineSwitchDecider.decide(command, state);
    }

    @Override
    protected DeadlineSwitchState evolve(DeadlineSwitchState state, DeadlineRuleEvent event) {
        return DeadlineSwitchDecider.evolve(state, event);
    }

    @Override
    protected Collection<? extends Rule> rules() {
        return List.of(DeadlinesRule.DEADLINE_RULE_UNKNOWN);
    }
}

package brightline.command.deadline;

import brightline.command.deadline.DeadlineSwitchCommand.SwitchRule;
import brightline.command.deadline.DeadlineSwitchState.Switched;
import brightline.command.deadline.DeadlineSwitchState.Unknown;
import brightline.events.deadline.DeadlineRuleEvent;
import brightline.events.deadline.DeadlineRuleEvent.DeadlineRuleSwitched;
import java.util.List;

final class DeadlineSwitchDecider {
    private DeadlineSwitchDecider() {}

    /**
     * The events that follow; none when it is already so.
     *
     * @throws brightline.command.submission.CommandRejected naming the rule
     */
    static List<DeadlineRuleEvent> decide(DeadlineSwitchCommand command, DeadlineSwitchState state) {
        return switch (command) {
            case SwitchRule(var id, var rule, var known, var byDefault, var on) -> {
                if (!known) {
                    throw DeadlinesRule.DEADLINE_RULE_UNKNOWN.broken();
                }
                boolean now =
                        switch (state) {
                            case Unknown _ -> byDefault;
                            case Switched(var as) -> as;
                        };
                yield now == on ? List.of() : List.of(new DeadlineRuleSwitched(id, rule, on));
            }
        };
    }

    static DeadlineSwitchState evolve(DeadlineSwitchState state, DeadlineRuleEvent event) {
        return switch (event) {
            case DeadlineRuleSwitched switched -> new Switched(switched.on());
        };
    }
}

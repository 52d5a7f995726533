package brightline.events.deadline;

import brightline.events.DeadlineRuleId;
import brightline.events.EventName;

/** What the agency can decide about a row of the table of deadlines. */
public sealed interface DeadlineRuleEvent {
    DeadlineRuleId deadlineRuleId();

    /**
     * From now on the row sets deadlines, or no longer does. Those already set stay.
     *
     * @param rule code of the row
     */
    @EventName("deadline.rule-switched")
    record DeadlineRuleSwitched(DeadlineRuleId deadlineRuleId, String rule, boolean on) implements DeadlineRuleEvent {}
}

package brightline.command.deadline;

import brightline.command.submission.AnsweredBy;
import brightline.command.submission.StreamCommand;
import brightline.events.DeadlineRuleId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about a row of the table of deadlines. */
sealed interface DeadlineSwitchCommand extends StreamCommand, AnsweredBy<DeadlineSwitchAnswer> {
    @TargetAggregateIdentifier
    DeadlineRuleId deadlineRuleId();

    /**
     * @param known whether the table has such a row
     * @param byDefault whether it sets deadlines while nobody has said anything
     */
    record SwitchRule(DeadlineRuleId deadlineRuleId, String rule, boolean known, boolean byDefault, boolean on)
            implements DeadlineSwitchCommand {}
}

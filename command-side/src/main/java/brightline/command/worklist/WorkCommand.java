package brightline.command.worklist;

import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Commuting;
import brightline.command.submission.StreamCommand;
import brightline.events.WorkItemId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What an account can say of an item of its work list. In either order the same follows. */
sealed interface WorkCommand extends StreamCommand, Commuting, AnsweredBy<WorkAnswer> {
    /** Such as {@code review/} and the review's id. */
    String item();

    /** User name. */
    String account();

    @TargetAggregateIdentifier
    default WorkItemId workItemId() {
        return WorkItemId.of(item(), account());
    }

    record MarkRead(String item, String account) implements WorkCommand {}

    record MarkDone(String item, String account) implements WorkCommand {}
}

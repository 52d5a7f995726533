package brightline.events.work;

import brightline.events.EventName;
import brightline.events.WorkItemId;

/** What an account can do with an item of its work list. The work itself is told by the events of what it is about. */
public sealed interface WorkEvent {
    WorkItemId workItemId();

    /** The item, such as {@code review/} and the review's id. */
    String item();

    /** User name of the account. */
    String account();

    /** The account has seen the item. */
    @EventName("work.item-read")
    record ItemRead(WorkItemId workItemId, String item, String account) implements WorkEvent {}

    /** The account needs the item on its list no longer. */
    @EventName("work.item-done")
    record ItemDone(WorkItemId workItemId, String item, String account) implements WorkEvent {}
}

package brightline.events.deadline;

import brightline.events.Code;
import brightline.events.DeadlineId;
import brightline.events.EventName;
import brightline.events.InteractionId;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can happen to a deadline. That nothing was done in time is an event, not silence. */
public sealed interface DeadlineEvent {
    DeadlineId deadlineId();

    /**
     * Something happened that has to be followed by a moment.
     *
     * @param rule code of the row of the table of deadlines
     * @param interactionId the contact it is about; null if it is about an officer
     * @param officerId the officer it is about; null if it is about a contact
     * @param school where the officer was assigned; null if it is about a contact
     * @param triggeredAt when that happened
     * @param dueAt the last moment at which it is done in time
     * @param responsible role of the account that has it on its list, in its text form
     * @param source the law or clause
     * @param verified whether that source was read
     */
    @EventName("deadline.set")
    record DeadlineSet(
            DeadlineId deadlineId,
            String rule,
            @Nullable InteractionId interactionId,
            @Nullable OfficerId officerId,
            @Nullable SchoolCode school,
            Instant triggeredAt,
            Instant dueAt,
            String responsible,
            String source,
            boolean verified)
            implements DeadlineEvent {}

    /** The trigger was corrected to another moment, and the deadline with it. */
    @EventName("deadline.moved")
    record DeadlineMoved(DeadlineId deadlineId, Instant triggeredAt, Instant dueAt) implements DeadlineEvent {}

    /**
     * It was done, in time or late.
     *
     * @param metAt when it was done, whenever it was recorded
     * @param manner code list {@code notice-manner}; null where it was no notice, or not recorded
     */
    @EventName("deadline.met")
    record DeadlineMet(
            DeadlineId deadlineId, Instant metAt, @Nullable Code manner) implements DeadlineEvent {}

    /** The moment passed and nobody had recorded that it was done. */
    @EventName("deadline.missed")
    record DeadlineMissed(DeadlineId deadlineId, Instant dueAt) implements DeadlineEvent {}

    /** What set it turned out not to have happened. @param reason code list {@code deadline-cancellation} */
    @EventName("deadline.cancelled")
    record DeadlineCancelled(DeadlineId deadlineId, Code reason) implements DeadlineEvent {}
}

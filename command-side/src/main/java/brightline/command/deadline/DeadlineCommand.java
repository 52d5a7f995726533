package brightline.command.deadline;

import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Commuting;
import brightline.command.submission.StreamCommand;
import brightline.events.Code;
import brightline.events.DeadlineId;
import brightline.events.InteractionId;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked about a deadline. In either order the same follows, or the later one is refused by a rule. */
sealed interface DeadlineCommand extends StreamCommand, Commuting, AnsweredBy<DeadlineAnswer> {
    @TargetAggregateIdentifier
    DeadlineId deadlineId();

    /** By the desk, for what was recorded: sets it, or moves it where the trigger moved. */
    record SetDeadline(
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
            implements DeadlineCommand {}

    /**
     * @param manner code list {@code notice-manner}; null where it was no notice
     * @param now the moment of recording
     */
    record MeetDeadline(
            DeadlineId deadlineId, Instant metAt, @Nullable Code manner, Instant now) implements DeadlineCommand {}

    /** By the clock. */
    record MissDeadline(DeadlineId deadlineId, Instant now) implements DeadlineCommand {}

    /** By the desk, where the trigger is gone. */
    record CancelDeadline(DeadlineId deadlineId, Code reason) implements DeadlineCommand {}
}

package brightline.command.activity;

import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Creates;
import brightline.command.submission.StreamCommand;
import brightline.events.ActivityId;
import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked about an activity. */
sealed interface ActivityCommand extends StreamCommand, AnsweredBy<ActivityAnswer> {
    @TargetAggregateIdentifier
    ActivityId activityId();

    /**
     * @param officerKnown whether the officer is registered
     * @param schoolKnown whether the school is registered
     * @param now the moment of recording
     */
    record LogActivity(
            ActivityId activityId,
            OfficerId officerId,
            boolean officerKnown,
            SchoolCode school,
            boolean schoolKnown,
            Code kind,
            Instant startedAt,
            @Nullable Integer minutes,
            @Nullable Integer students,
            Instant now)
            implements ActivityCommand, Creates<ActivityAnswer> {}

    record WithdrawActivity(ActivityId activityId, Code reason) implements ActivityCommand {}
}

package brightline.events.activity;

import brightline.events.ActivityId;
import brightline.events.Code;
import brightline.events.EventName;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can happen to a logged activity. Activities are counted apart from contacts. */
public sealed interface ActivityEvent {
    ActivityId activityId();

    /**
     * An officer taught, mentored or the like.
     *
     * @param kind code list {@code activity}
     * @param minutes how long, in minutes; null if not recorded
     * @param students how many students took part; null if not recorded
     */
    @EventName("activity.logged")
    record ActivityLogged(
            ActivityId activityId,
            OfficerId officerId,
            SchoolCode school,
            Code kind,
            Instant startedAt,
            @Nullable Integer minutes,
            @Nullable Integer students)
            implements ActivityEvent {}

    /** It was logged by mistake and counts nowhere. @param reason code list {@code correction-reason} */
    @EventName("activity.withdrawn")
    record ActivityWithdrawn(ActivityId activityId, Code reason) implements ActivityEvent {}
}

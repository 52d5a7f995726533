package brightline.command.activity;

import brightline.command.Decisions;
import brightline.command.activity.ActivityCommand.LogActivity;
import brightline.command.activity.ActivityCommand.WithdrawActivity;
import brightline.events.ActivityId;
import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.activity.ActivityEvent;
import brightline.events.activity.ActivityEvent.ActivityLogged;
import brightline.events.activity.ActivityEvent.ActivityWithdrawn;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ActivityDeciderTest {
    private static final ActivityId ID = new ActivityId(new UUID(0, 1));
    private static final OfficerId OFFICER = new OfficerId(new UUID(0, 2));
    private static final SchoolCode MARLOW = new SchoolCode("MAR");
    private static final Code MENTORING = Code.of("activity/MENTORING");
    private static final Code DOUBLE = Code.of("correction-reason/DOUBLE_ENTRY");
    private static final Instant NOON = Instant.parse("2026-03-02T18:00:00Z");
    private static final ActivityLogged LOGGED = new ActivityLogged(ID, OFFICER, MARLOW, MENTORING, NOON, null, 12);

    private final Decisions<ActivityCommand, ActivityState, ActivityEvent> activity =
            new Decisions<>(new ActivityState.Unknown(), ActivityDecider::decide, ActivityDecider::evolve);

    private static LogActivity log(boolean officerKnown, boolean schoolKnown, int students, Instant now) {
        return new LogActivity(ID, OFFICER, officerKnown, MARLOW, schoolKnown, MENTORING, NOON, null, students, now);
    }

    @Test
    void is_logged_once_it_has_begun_by_a_known_officer_at_a_known_school() {
        activity.givenNothing().when(log(true, true, 12, NOON)).then(LOGGED);
        activity.givenNothing()
                .when(log(true, true, 12, NOON.minusSeconds(1)))
                .thenRefused(ActivityRule.ACTIVITY_IN_THE_FUTURE);
        activity.givenNothing().when(log(false, true, 12, NOON)).thenRefused(ActivityRule.ACTIVITY_OFFICER_UNKNOWN);
        activity.givenNothing().when(log(true, false, 12, NOON)).thenRefused(ActivityRule.ACTIVITY_SCHOOL_UNKNOWN);
    }

    @Test
    void is_logged_once() {
        activity.given(LOGGED).when(log(true, true, 13, NOON)).thenRefused(ActivityRule.ACTIVITY_LOGGED_DIFFERENTLY);
    }

    @Test
    void is_withdrawn_for_one_reason() {
        var withdrawn = new ActivityWithdrawn(ID, DOUBLE);
        activity.given(LOGGED).when(new WithdrawActivity(ID, DOUBLE)).then(withdrawn);
        activity.given(LOGGED, withdrawn)
                .when(new WithdrawActivity(ID, Code.of("correction-reason/OTHER")))
                .thenRefused(ActivityRule.ACTIVITY_WITHDRAWN_OTHERWISE);
        activity.givenNothing().when(new WithdrawActivity(ID, DOUBLE)).thenRefused(ActivityRule.ACTIVITY_UNKNOWN);
    }
}

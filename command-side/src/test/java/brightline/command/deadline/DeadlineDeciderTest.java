package brightline.command.deadline;

import brightline.command.Decisions;
import brightline.command.deadline.DeadlineCommand.CancelDeadline;
import brightline.command.deadline.DeadlineCommand.MeetDeadline;
import brightline.command.deadline.DeadlineCommand.MissDeadline;
import brightline.command.deadline.DeadlineCommand.SetDeadline;
import brightline.events.Code;
import brightline.events.DeadlineId;
import brightline.events.InteractionId;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.deadline.DeadlineEvent;
import brightline.events.deadline.DeadlineEvent.DeadlineCancelled;
import brightline.events.deadline.DeadlineEvent.DeadlineMet;
import brightline.events.deadline.DeadlineEvent.DeadlineMissed;
import brightline.events.deadline.DeadlineEvent.DeadlineMoved;
import brightline.events.deadline.DeadlineEvent.DeadlineSet;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadlineDeciderTest {
    private static final DeadlineId ID = new DeadlineId(new UUID(0, 1));
    private static final InteractionId CONTACT = new InteractionId(new UUID(0, 2));
    private static final OfficerId OFFICER = new OfficerId(new UUID(0, 3));
    private static final Code PHONE = Code.of("notice-manner/PHONE");
    private static final Code VOIDED = Code.of("deadline-cancellation/TRIGGER_VOIDED");
    private static final Instant ARREST = Instant.parse("2026-03-02T18:00:00Z");
    private static final Instant DUE = ARREST.plus(Duration.ofHours(24));
    private static final Instant LATE = DUE.plus(Duration.ofHours(1));

    private static final DeadlineSet SET = begun(CONTACT, null, ARREST, DUE);
    private static final DeadlineMissed MISSED = new DeadlineMissed(ID, DUE);

    private final Decisions<DeadlineCommand, DeadlineState, DeadlineEvent> deadline =
            new Decisions<>(new DeadlineState.Unknown(), DeadlineDecider::decide, DeadlineDecider::evolve);

    private static DeadlineSet begun(
            @Nullable InteractionId contact, @Nullable OfficerId officer, Instant triggeredAt, Instant dueAt) {
        SchoolCode school = officer == null ? null : new SchoolCode("MAR");
        return new DeadlineSet(
                ID, "CO-ARREST-NOTICE", contact, officer, school, triggeredAt, dueAt, "SRO", "C.R.S.", true);
    }

    private static SetDeadline set(Instant triggeredAt, Instant dueAt) {
        return new SetDeadline(ID, "CO-ARREST-NOTICE", CONTACT, null, null, triggeredAt, dueAt, "SRO", "C.R.S.", true);
    }

    @Test
    void is_set_by_its_trigger_and_moves_with_it() {
        deadline.givenNothing().when(set(ARREST, DUE)).then(SET);
        Instant earlier = ARREST.minusSeconds(600);
        deadline.given(SET)
                .when(set(earlier, DUE.minusSeconds(600)))
                .then(new DeadlineMoved(ID, earlier, DUE.minusSeconds(600)));
    }

    @Test
    void is_met_by_what_was_done_between_its_trigger_and_now() {
        Instant told = ARREST.plusSeconds(900);
        deadline.given(SET).when(new MeetDeadline(ID, told, PHONE, DUE)).then(new DeadlineMet(ID, told, PHONE));
        deadline.given(SET)
                .when(new MeetDeadline(ID, ARREST.minusSeconds(1), PHONE, DUE))
                .thenRefused(DeadlinesRule.MET_BEFORE_IT_BEGAN);
        deadline.given(SET)
                .when(new MeetDeadline(ID, told, PHONE, told.minusSeconds(1)))
                .thenRefused(DeadlinesRule.MET_IN_THE_FUTURE);
    }

    @Test
    void is_met_once() {
        Instant told = ARREST.plusSeconds(900);
        var met = deadline.given(SET, new DeadlineMet(ID, told, PHONE));
        met.when(new MeetDeadline(ID, told.plusSeconds(1), PHONE, DUE)).thenRefused(DeadlinesRule.MET_OTHERWISE);
        met.when(new MeetDeadline(ID, told, null, DUE)).thenRefused(DeadlinesRule.MET_OTHERWISE);
        met.when(new MissDeadline(ID, LATE)).thenNothing();
    }

    @Test
    void of_an_officer_may_have_been_met_long_before() {
        Instant course = ARREST.minus(Duration.ofDays(400));
        deadline.given(begun(null, OFFICER, ARREST, DUE))
                .when(new MeetDeadline(ID, course, null, DUE))
                .then(new DeadlineMet(ID, course, null));
    }

    @Test
    void passes_as_an_event_and_can_still_be_met_late() {
        deadline.given(SET).when(new MissDeadline(ID, LATE)).then(MISSED);
        deadline.given(SET).when(new MissDeadline(ID, DUE)).thenRefused(DeadlinesRule.NOT_YET_DUE);
        deadline.given(SET, MISSED)
                .when(new MeetDeadline(ID, LATE, PHONE, LATE))
                .then(new DeadlineMet(ID, LATE, PHONE));
    }

    @Test
    void that_moved_after_it_passed_can_pass_again() {
        var moved = new DeadlineMoved(ID, ARREST.plusSeconds(7_200), DUE.plusSeconds(7_200));
        deadline.given(SET, MISSED, moved).when(new MissDeadline(ID, LATE)).thenRefused(DeadlinesRule.NOT_YET_DUE);
        Instant later = DUE.plusSeconds(7_201);
        deadline.given(SET, MISSED, moved)
                .when(new MissDeadline(ID, later))
                .then(new DeadlineMissed(ID, DUE.plusSeconds(7_200)));
    }

    @Test
    void goes_with_its_trigger_and_comes_back_with_it() {
        var cancelled = new DeadlineCancelled(ID, VOIDED);
        deadline.given(SET).when(new CancelDeadline(ID, VOIDED)).then(cancelled);
        deadline.given(SET, cancelled)
                .when(new MeetDeadline(ID, ARREST, PHONE, DUE))
                .thenRefused(DeadlinesRule.DEADLINE_CANCELLED);
        deadline.given(SET, cancelled).when(new MissDeadline(ID, LATE)).thenNothing();
        deadline.given(SET, cancelled).when(set(ARREST, DUE)).then(SET);
    }

    @Test
    void that_nothing_set_is_unknown() {
        var nothing = deadline.givenNothing();
        nothing.when(new MeetDeadline(ID, ARREST, PHONE, DUE)).thenRefused(DeadlinesRule.DEADLINE_UNKNOWN);
        nothing.when(new MissDeadline(ID, LATE)).thenRefused(DeadlinesRule.DEADLINE_UNKNOWN);
        nothing.when(new CancelDeadline(ID, VOIDED)).thenRefused(DeadlinesRule.DEADLINE_UNKNOWN);
    }
}

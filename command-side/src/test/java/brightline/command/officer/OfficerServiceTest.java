package brightline.command.officer;

import brightline.command.Decisions;
import brightline.command.officer.OfficerCommand.AssessComplaint;
import brightline.command.officer.OfficerCommand.CompleteTraining;
import brightline.command.officer.OfficerCommand.ConfirmAssignment;
import brightline.command.officer.OfficerCommand.FindOnComplaint;
import brightline.command.officer.OfficerCommand.GivePost;
import brightline.command.officer.OfficerCommand.ReceiveComplaint;
import brightline.command.officer.OfficerCommand.StartAssignment;
import brightline.command.officer.OfficerCommand.WithdrawAssignment;
import brightline.command.officer.OfficerCommand.WithdrawTraining;
import brightline.command.register.ReferenceRule;
import brightline.command.register.Registers;
import brightline.command.register.SchoolEntry;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.officer.OfficerEvent;
import brightline.events.officer.OfficerEvent.AssignmentConfirmed;
import brightline.events.officer.OfficerEvent.AssignmentEnded;
import brightline.events.officer.OfficerEvent.AssignmentStarted;
import brightline.events.officer.OfficerEvent.AssignmentWithdrawn;
import brightline.events.officer.OfficerEvent.ComplaintFound;
import brightline.events.officer.OfficerEvent.ComplaintReceived;
import brightline.events.officer.OfficerEvent.OfficerRegistered;
import brightline.events.officer.OfficerEvent.PostGiven;
import brightline.events.officer.OfficerEvent.TrainingCompleted;
import brightline.events.officer.OfficerEvent.TrainingWithdrawn;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OfficerServiceTest {
    private static final OfficerId BARTOSZ = new OfficerId(new UUID(0, 1));
    private static final SchoolCode MAR = new SchoolCode("MAR");
    private static final Code RELIEF = Code.of("post/RELIEF");
    private static final Code SCHOOL_LIST = Code.of("roster-side/SCHOOL");
    private static final Code LEGAL = Code.of("training-topic/LEGAL");
    private static final LocalDate AUGUST = LocalDate.of(2025, 8, 18);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 2);
    private static final Correction MISTAKE =
            new Correction(Code.of("correction-reason/WRONG_OFFICER"), Code.of("correction-basis/AUDIT"), null);
    private static final OfficerRegistered REGISTERED =
            new OfficerRegistered(BARTOSZ, "4711", "Bartosz", Code.of("capacity/SRO"));
    private static final AssignmentStarted SINCE_MARCH = new AssignmentStarted(BARTOSZ, MAR, MARCH);

    private final Decisions<OfficerCommand, OfficerState, OfficerEvent> officer = new Decisions<>(
            new OfficerState.Unknown(),
            (command, state) -> OfficerDecider.decide(
                    command,
                    state,
                    Registers.with(List.of(new SchoolEntry(MAR, "Marlow", false)), List.of(), List.of())),
            OfficerDecider::evolve);

    @Test
    void an_earlier_stretch_is_entered_after_a_later_one_has_begun() {
        StartAssignment earlier = new StartAssignment(BARTOSZ, MAR, AUGUST, AUGUST.plusDays(10), RELIEF);
        OfficerEvent[] entered = {
            new AssignmentStarted(BARTOSZ, MAR, AUGUST),
            new AssignmentEnded(BARTOSZ, MAR, AUGUST.plusDays(10)),
            new PostGiven(BARTOSZ, MAR, AUGUST, RELIEF)
        };
        officer.given(REGISTERED, SINCE_MARCH).when(earlier).then(entered);
        officer.given(REGISTERED, SINCE_MARCH, entered[0], entered[1], entered[2])
                .when(earlier)
                .thenNothing();
        officer.given(REGISTERED, SINCE_MARCH)
                .when(new StartAssignment(BARTOSZ, MAR, AUGUST, MARCH, null))
                .thenRefused(ReferenceRule.ASSIGNMENTS_OVERLAP);
    }

    @Test
    void an_assignment_is_confirmed_for_days_it_covers_only() {
        AssignmentConfirmed confirmed = new AssignmentConfirmed(BARTOSZ, MAR, MARCH, SCHOOL_LIST);
        officer.given(REGISTERED, SINCE_MARCH)
                .when(new ConfirmAssignment(BARTOSZ, MAR, MARCH, SCHOOL_LIST))
                .then(confirmed);
        officer.given(REGISTERED, SINCE_MARCH)
                .when(new ConfirmAssignment(BARTOSZ, MAR, MARCH.minusDays(1), SCHOOL_LIST))
                .thenRefused(OfficerRule.OFFICER_NOT_ASSIGNED_THEN);
    }

    @Test
    void an_assignment_entered_by_mistake_never_was_and_can_be_entered_again() {
        AssignmentWithdrawn withdrawn = new AssignmentWithdrawn(BARTOSZ, MAR, MARCH, MISTAKE);
        WithdrawAssignment withdraw = new WithdrawAssignment(BARTOSZ, MAR, MARCH, MISTAKE);
        officer.given(REGISTERED, SINCE_MARCH).when(withdraw).then(withdrawn);
        officer.given(REGISTERED).when(withdraw).thenRefused(OfficerRule.OFFICER_NOT_ASSIGNED_THEN);
        officer.given(REGISTERED, SINCE_MARCH, withdrawn)
                .when(new GivePost(BARTOSZ, MAR, MARCH, RELIEF))
                .thenRefused(OfficerRule.OFFICER_NOT_ASSIGNED_THEN);
        officer.given(REGISTERED, SINCE_MARCH, withdrawn)
                .when(new StartAssignment(BARTOSZ, MAR, AUGUST))
                .then(new AssignmentStarted(BARTOSZ, MAR, AUGUST));
    }

    @Test
    void a_complaint_has_a_finding_that_may_be_changed_but_not_foreseen() {
        List<Code> youth = List.of(Code.of("complaint-about/YOUTH"));
        ComplaintReceived received = new ComplaintReceived(BARTOSZ, "2025-1", AUGUST, youth, Stated.NO);
        ComplaintFound sustained =
                new ComplaintFound(BARTOSZ, "2025-1", MARCH, Code.of("complaint-finding/SUSTAINED"), youth);
        FindOnComplaint exonerate = new FindOnComplaint(
                BARTOSZ, "2025-1", MARCH.plusDays(30), Code.of("complaint-finding/EXONERATED"), youth);
        officer.given(REGISTERED, received, sustained)
                .when(exonerate)
                .then(new ComplaintFound(
                        BARTOSZ, "2025-1", MARCH.plusDays(30), Code.of("complaint-finding/EXONERATED"), youth));
        officer.given(REGISTERED, received, sustained)
                .when(new AssessComplaint(BARTOSZ, "2025-1", MARCH, Stated.YES))
                .thenRefused(OfficerRule.COMPLAINT_ALREADY_FOUND);
        officer.given(REGISTERED).when(exonerate).thenRefused(OfficerRule.COMPLAINT_UNKNOWN);
        officer.given(REGISTERED, received)
                .when(new AssessComplaint(BARTOSZ, "2025-1", AUGUST.minusDays(1), Stated.YES))
                .thenRefused(OfficerRule.BEFORE_THE_COMPLAINT);
        officer.given(REGISTERED, received)
                .when(new ReceiveComplaint(BARTOSZ, "2025-1", AUGUST, youth, Stated.YES))
                .thenRefused(OfficerRule.COMPLAINT_RECORDED_DIFFERENTLY);
    }

    @Test
    void a_wrong_training_entry_is_withdrawn_before_the_right_one_is_made() {
        TrainingCompleted wrong = new TrainingCompleted(BARTOSZ, LEGAL, AUGUST, null, "T-1");
        CompleteTraining right = new CompleteTraining(BARTOSZ, LEGAL, AUGUST, AUGUST.plusYears(2), "T-1");
        officer.given(REGISTERED, wrong).when(right).thenRefused(OfficerRule.TRAINING_RECORDED_DIFFERENTLY);
        TrainingWithdrawn withdrawn = new TrainingWithdrawn(BARTOSZ, LEGAL, AUGUST, MISTAKE);
        officer.given(REGISTERED, wrong)
                .when(new WithdrawTraining(BARTOSZ, LEGAL, AUGUST, MISTAKE))
                .then(withdrawn);
        officer.given(REGISTERED, wrong, withdrawn)
                .when(right)
                .then(new TrainingCompleted(BARTOSZ, LEGAL, AUGUST, AUGUST.plusYears(2), "T-1"));
        officer.given(REGISTERED)
                .when(new CompleteTraining(BARTOSZ, LEGAL, AUGUST, AUGUST, null))
                .thenRefused(OfficerRule.EXPIRES_BEFORE_IT_HOLDS);
        officer.given(REGISTERED, wrong)
                .when(new WithdrawTraining(BARTOSZ, LEGAL, MARCH, MISTAKE))
                .thenRefused(OfficerRule.TRAINING_NOT_RECORDED);
    }
}

package brightline.command.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.command.officer.OfficerCommand.AssessComplaint;
import brightline.command.officer.OfficerCommand.CompleteTraining;
import brightline.command.officer.OfficerCommand.ConfirmAssignment;
import brightline.command.officer.OfficerCommand.FindOnComplaint;
import brightline.command.officer.OfficerCommand.GivePost;
import brightline.command.officer.OfficerCommand.ReceiveComplaint;
import brightline.command.officer.OfficerCommand.StartAssignment;
import brightline.command.officer.OfficerCommand.WithdrawAssignment;
import brightline.command.officer.OfficerCommand.WithdrawTraining;
import brightline.command.register.Registers;
import brightline.command.register.SchoolEntry;
import brightline.command.submission.CommandRejected;
import brightline.command.submission.Rule;
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

    @Test
    void an_earlier_stretch_is_entered_after_a_later_one_has_begun() {
        StartAssignment earlier = new StartAssignment(BARTOSZ, MAR, AUGUST, AUGUST.plusDays(10), RELIEF);
        List<OfficerEvent> entered = List.of(
                new AssignmentStarted(BARTOSZ, MAR, AUGUST),
                new AssignmentEnded(BARTOSZ, MAR, AUGUST.plusDays(10)),
                new PostGiven(BARTOSZ, MAR, AUGUST, RELIEF));
        assertThat(decide(earlier, REGISTERED, SINCE_MARCH)).isEqualTo(entered);
        assertThat(decide(earlier, REGISTERED, SINCE_MARCH, entered.get(0), entered.get(1), entered.get(2)))
                .isEmpty();
        refused(
                brightline.command.register.ReferenceRule.ASSIGNMENTS_OVERLAP,
                new StartAssignment(BARTOSZ, MAR, AUGUST, MARCH, null),
                REGISTERED,
                SINCE_MARCH);
    }

    @Test
    void an_assignment_is_confirmed_for_days_it_covers_only() {
        AssignmentConfirmed confirmed = new AssignmentConfirmed(BARTOSZ, MAR, MARCH, SCHOOL_LIST);
        assertThat(decide(new ConfirmAssignment(BARTOSZ, MAR, MARCH, SCHOOL_LIST), REGISTERED, SINCE_MARCH))
                .isEqualTo(List.of(confirmed));
        assertThat(decide(new ConfirmAssignment(BARTOSZ, MAR, MARCH, SCHOOL_LIST), REGISTERED, SINCE_MARCH, confirmed))
                .isEmpty();
        refused(
                OfficerRule.OFFICER_NOT_ASSIGNED_THEN,
                new ConfirmAssignment(BARTOSZ, MAR, MARCH.minusDays(1), SCHOOL_LIST),
                REGISTERED,
                SINCE_MARCH);
    }

    @Test
    void an_assignment_entered_by_mistake_never_was_and_can_be_entered_again() {
        AssignmentWithdrawn withdrawn = new AssignmentWithdrawn(BARTOSZ, MAR, MARCH, MISTAKE);
        WithdrawAssignment withdraw = new WithdrawAssignment(BARTOSZ, MAR, MARCH, MISTAKE);
        assertThat(decide(withdraw, REGISTERED, SINCE_MARCH)).isEqualTo(List.of(withdrawn));
        assertThat(decide(withdraw, REGISTERED, SINCE_MARCH, withdrawn)).isEmpty();
        refused(OfficerRule.OFFICER_NOT_ASSIGNED_THEN, withdraw, REGISTERED);
        refused(
                OfficerRule.OFFICER_NOT_ASSIGNED_THEN,
                new GivePost(BARTOSZ, MAR, MARCH, RELIEF),
                REGISTERED,
                SINCE_MARCH,
                withdrawn);
        assertThat(decide(new StartAssignment(BARTOSZ, MAR, AUGUST), REGISTERED, SINCE_MARCH, withdrawn))
                .isEqualTo(List.of(new AssignmentStarted(BARTOSZ, MAR, AUGUST)));
    }

    @Test
    void a_complaint_has_a_finding_that_may_be_changed_but_not_foreseen() {
        List<Code> youth = List.of(Code.of("complaint-about/YOUTH"));
        ComplaintReceived received = new ComplaintReceived(BARTOSZ, "2025-1", AUGUST, youth, Stated.NO);
        ComplaintFound sustained =
                new ComplaintFound(BARTOSZ, "2025-1", MARCH, Code.of("complaint-finding/SUSTAINED"), youth);
        FindOnComplaint exonerate = new FindOnComplaint(
                BARTOSZ, "2025-1", MARCH.plusDays(30), Code.of("complaint-finding/EXONERATED"), youth);
        assertThat(decide(exonerate, REGISTERED, received, sustained)).hasSize(1);
        refused(
                OfficerRule.COMPLAINT_ALREADY_FOUND,
                new AssessComplaint(BARTOSZ, "2025-1", MARCH, Stated.YES),
                REGISTERED,
                received,
                sustained);
        refused(OfficerRule.COMPLAINT_UNKNOWN, exonerate, REGISTERED);
        refused(
                OfficerRule.BEFORE_THE_COMPLAINT,
                new AssessComplaint(BARTOSZ, "2025-1", AUGUST.minusDays(1), Stated.YES),
                REGISTERED,
                received);
        refused(
                OfficerRule.COMPLAINT_RECORDED_DIFFERENTLY,
                new ReceiveComplaint(BARTOSZ, "2025-1", AUGUST, youth, Stated.YES),
                REGISTERED,
                received);
    }

    @Test
    void a_wrong_training_entry_is_withdrawn_before_the_right_one_is_made() {
        TrainingCompleted wrong = new TrainingCompleted(BARTOSZ, LEGAL, AUGUST, null, "T-1");
        CompleteTraining right = new CompleteTraining(BARTOSZ, LEGAL, AUGUST, AUGUST.plusYears(2), "T-1");
        refused(OfficerRule.TRAINING_RECORDED_DIFFERENTLY, right, REGISTERED, wrong);
        TrainingWithdrawn withdrawn = new TrainingWithdrawn(BARTOSZ, LEGAL, AUGUST, MISTAKE);
        assertThat(decide(new WithdrawTraining(BARTOSZ, LEGAL, AUGUST, MISTAKE), REGISTERED, wrong))
                .isEqualTo(List.of(withdrawn));
        assertThat(decide(right, REGISTERED, wrong, withdrawn)).hasSize(1);
        refused(
                OfficerRule.EXPIRES_BEFORE_IT_HOLDS,
                new CompleteTraining(BARTOSZ, LEGAL, AUGUST, AUGUST, null),
                REGISTERED);
        refused(
                OfficerRule.TRAINING_NOT_RECORDED,
                new WithdrawTraining(BARTOSZ, LEGAL, MARCH, MISTAKE),
                REGISTERED,
                wrong);
    }

    private static void refused(Rule rule, OfficerCommand command, OfficerEvent... given) {
        assertThatThrownBy(() -> decide(command, given))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }

    private static List<OfficerEvent> decide(OfficerCommand command, OfficerEvent... given) {
        OfficerState state = new OfficerState.Unknown();
        for (OfficerEvent event : given) {
            state = OfficerDecider.evolve(state, event);
        }
        return OfficerDecider.decide(
                command, state, Registers.with(List.of(new SchoolEntry(MAR, "Marlow", false)), List.of(), List.of()));
    }
}

package brightline.command.student;

import static brightline.command.register.ReferenceRule.ENDS_BEFORE_IT_BEGINS;
import static brightline.command.register.ReferenceRule.STUDENT_JOINED;
import static brightline.command.register.ReferenceRule.STUDENT_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.Decisions;
import brightline.command.student.StudentCommand.ChangeIdentity;
import brightline.command.student.StudentCommand.EndEnrolment;
import brightline.command.student.StudentCommand.Enrol;
import brightline.command.student.StudentCommand.EnrolAlso;
import brightline.command.student.StudentCommand.EnterStudent;
import brightline.command.student.StudentCommand.Join;
import brightline.command.student.StudentCommand.Part;
import brightline.command.student.StudentCommand.RecordStatistics;
import brightline.command.student.StudentCommand.Renumber;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.SchoolCode;
import brightline.events.SecretId;
import brightline.events.SecretRef;
import brightline.events.Stated;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import brightline.events.student.StudentEvent;
import brightline.events.student.StudentEvent.EnrolmentEnded;
import brightline.events.student.StudentEvent.IdentityChanged;
import brightline.events.student.StudentEvent.IdentityPart;
import brightline.events.student.StudentEvent.StatisticsPart;
import brightline.events.student.StudentEvent.StatisticsRecorded;
import brightline.events.student.StudentEvent.StudentAlsoEnrolled;
import brightline.events.student.StudentEvent.StudentEnrolled;
import brightline.events.student.StudentEvent.StudentJoined;
import brightline.events.student.StudentEvent.StudentParted;
import brightline.events.student.StudentEvent.StudentRegistered;
import brightline.events.student.StudentEvent.StudentRenumbered;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StudentDeciderTest {
    private static final StudentId ADA = new StudentId(UUID.randomUUID());
    private static final StudentId BEA = new StudentId(UUID.randomUUID());
    private static final Code CHANGED = Code.of("change-reason/CHANGED");
    private static final Code BASIS = Code.of("correction-basis/SCHOOL_REPORT");
    private static final Correction WHY = new Correction(Code.of("correction-reason/DOUBLE_ENTRY"), BASIS, null);
    private static final SubjectHandle SUBJECT = new SubjectHandle(UUID.randomUUID());
    private static final SecretRef IDENTITY = secret();
    private static final SecretRef OTHER = secret();
    private static final SchoolCode MARLOW = new SchoolCode("MAR");
    private static final SchoolCode QUINCE = new SchoolCode("QUI");
    private static final LocalDate AUGUST = LocalDate.parse("2025-08-18");
    private static final LocalDate JUNE = LocalDate.parse("2026-06-12");

    private static SecretRef secret() {
        return new SecretRef(new SecretId(UUID.randomUUID()), "00ff");
    }

    private final Decisions<StudentCommand, StudentState, StudentEvent> student =
            new Decisions<>(new StudentState.Unknown(), StudentDecider::decide, StudentDecider::evolve);

    private static StudentEvent registered() {
        return new StudentRegistered(ADA, SUBJECT, IDENTITY);
    }

    private static StudentEvent enrolled(SchoolCode school) {
        return new StudentEnrolled(ADA, school, AUGUST);
    }

    @Test
    void a_student_gets_another_number() {
        student.given(registered())
                .when(new Renumber(ADA, OTHER, AUGUST, CHANGED, BASIS))
                .then(new StudentRenumbered(ADA, OTHER, AUGUST, CHANGED, BASIS));
    }

    @Test
    void an_entry_rests_while_the_student_is_another_and_stands_again_once_parted() {
        StudentJoined joined = new StudentJoined(ADA, BEA, WHY);
        StudentParted parted = new StudentParted(ADA, BEA, WHY);
        student.given(registered(), enrolled(MARLOW))
                .when(new Join(ADA, BEA, WHY))
                .then(joined);
        student.given(registered(), joined).when(new Join(ADA, BEA, WHY)).thenNothing();
        student.given(registered(), joined).when(new Enrol(ADA, MARLOW, AUGUST)).thenRefused(STUDENT_JOINED);
        student.given(registered(), joined).when(new Part(ADA, WHY)).then(parted);
        student.given(registered(), joined, parted).when(new Part(ADA, WHY)).thenNothing();
        student.given(registered(), enrolled(MARLOW), joined, parted)
                .when(new Enrol(ADA, MARLOW, AUGUST))
                .thenNothing();
    }

    @Test
    void whoever_is_known_from_contacts_alone_may_be_another_too() {
        StudentJoined joined = new StudentJoined(ADA, BEA, WHY);
        student.givenNothing().when(new Join(ADA, BEA, WHY)).then(joined);
        student.given(joined, new StudentParted(ADA, BEA, WHY))
                .when(new EnterStudent(ADA, SUBJECT, IDENTITY))
                .then(registered());
    }

    @Test
    void a_student_is_entered_once() {
        EnterStudent enter = new EnterStudent(ADA, SUBJECT, IDENTITY);
        student.givenNothing().when(enter).then(registered());
    }

    @Test
    void nothing_is_said_of_a_student_nobody_entered() {
        student.givenNothing().when(new Enrol(ADA, MARLOW, AUGUST)).thenRefused(STUDENT_UNKNOWN);
        student.givenNothing().when(new EndEnrolment(ADA, MARLOW, JUNE)).thenRefused(STUDENT_UNKNOWN);
        student.givenNothing()
                .when(new ChangeIdentity(ADA, List.of(IdentityPart.NAME), OTHER))
                .thenRefused(STUDENT_UNKNOWN);
        student.givenNothing()
                .when(new RecordStatistics(ADA, List.of(StatisticsPart.GRADE_BAND), OTHER))
                .thenRefused(STUDENT_UNKNOWN);
    }

    @Test
    void a_change_says_what_changed_and_no_change_says_nothing() {
        student.given(registered())
                .when(new ChangeIdentity(ADA, List.of(IdentityPart.NAME), OTHER))
                .thenEachTime(new IdentityChanged(ADA, List.of(IdentityPart.NAME), OTHER));
        student.given(registered())
                .when(new ChangeIdentity(ADA, List.of(), OTHER))
                .thenNothing();
    }

    @Test
    void changed_statistics_say_which_and_unchanged_ones_say_nothing() {
        student.given(registered())
                .when(new RecordStatistics(ADA, List.of(StatisticsPart.DEMOGRAPHICS), OTHER))
                .thenEachTime(new StatisticsRecorded(ADA, List.of(StatisticsPart.DEMOGRAPHICS), OTHER));
        student.given(registered())
                .when(new RecordStatistics(ADA, List.of(), OTHER))
                .thenNothing();
    }

    @Test
    void a_student_has_one_home_school_at_a_time() {
        Enrol atQuince = new Enrol(ADA, QUINCE, JUNE);
        student.given(registered(), enrolled(MARLOW)).when(atQuince).then(new StudentEnrolled(ADA, QUINCE, JUNE));
        student.given(registered(), enrolled(MARLOW), enrolled(QUINCE))
                .when(atQuince)
                .thenNothing();
    }

    @Test
    void a_student_may_be_at_other_schools_beside_the_home_school() {
        StudentEvent also = new StudentAlsoEnrolled(ADA, QUINCE, JUNE);
        EnrolAlso atQuince = new EnrolAlso(ADA, QUINCE, JUNE);
        student.given(registered(), enrolled(MARLOW)).when(atQuince).then(also);
        student.given(registered(), enrolled(MARLOW), also).when(atQuince).thenNothing();
        student.given(registered(), enrolled(QUINCE)).when(atQuince).thenNothing();
        student.given(registered()).when(atQuince).then(new StudentEnrolled(ADA, QUINCE, JUNE));
        student.given(registered(), enrolled(MARLOW), also)
                .when(new EndEnrolment(ADA, QUINCE, JUNE))
                .then(new EnrolmentEnded(ADA, QUINCE, JUNE));
        student.given(registered(), enrolled(MARLOW), also)
                .when(new Enrol(ADA, QUINCE, JUNE))
                .then(new StudentEnrolled(ADA, QUINCE, JUNE));
        student.given(registered(), enrolled(MARLOW), also, new StudentEnrolled(ADA, QUINCE, JUNE))
                .when(new EndEnrolment(ADA, MARLOW, JUNE))
                .thenNothing();
        student.givenNothing().when(atQuince).thenRefused(STUDENT_UNKNOWN);
    }

    @Test
    void an_enrolment_ends_once_and_can_begin_again() {
        EndEnrolment leaves = new EndEnrolment(ADA, MARLOW, JUNE);
        StudentEvent left = new EnrolmentEnded(ADA, MARLOW, JUNE);
        student.given(registered(), enrolled(MARLOW)).when(leaves).then(left);
        student.given(registered(), enrolled(QUINCE)).when(leaves).thenNothing();
        student.given(registered(), enrolled(MARLOW), left)
                .when(new Enrol(ADA, MARLOW, JUNE))
                .then(new StudentEnrolled(ADA, MARLOW, JUNE));
        student.given(registered(), enrolled(MARLOW))
                .when(new EndEnrolment(ADA, MARLOW, AUGUST.minusDays(1)))
                .thenRefused(ENDS_BEFORE_IT_BEGINS);
    }

    @Test
    void what_is_not_stated_leaves_standing_what_is_known() {
        Statistics known = new Statistics(
                new Code("race", "BLACK"),
                new Code("sex", "F"),
                new Code("grade-band", "6-8"),
                null,
                null,
                Stated.NO,
                null);
        assertThat(StatedStatistics.NOTHING.over(known)).isEqualTo(known);
        StatedStatistics promoted =
                new StatedStatistics(new Code("grade-band", "9-12"), null, null, null, Stated.MISSING);
        assertThat(StatedStatistics.changed(known, promoted.over(known))).containsExactly(StatisticsPart.GRADE_BAND);
        assertThat(promoted.over(known).race()).isEqualTo(known.race());
        assertThat(StatedStatistics.changed(null, StatedStatistics.NOTHING.over(null)))
                .isEmpty();
    }
}

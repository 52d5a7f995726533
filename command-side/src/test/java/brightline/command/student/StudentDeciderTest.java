package brightline.command.student;

import static brightline.command.register.ReferenceRule.ENDS_BEFORE_IT_BEGINS;
import static brightline.command.register.ReferenceRule.STUDENT_UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import brightline.command.register.ReferenceRule;
import brightline.command.student.StudentCommand.ChangeIdentity;
import brightline.command.student.StudentCommand.EndEnrolment;
import brightline.command.student.StudentCommand.Enrol;
import brightline.command.student.StudentCommand.EnterStudent;
import brightline.command.student.StudentCommand.RecordStatistics;
import brightline.command.submission.CommandRejected;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.events.Code;
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
import brightline.events.student.StudentEvent.StudentEnrolled;
import brightline.events.student.StudentEvent.StudentRegistered;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StudentDeciderTest {
    private static final StudentId ADA = new StudentId(UUID.randomUUID());
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

    private record Given(StudentState state) {
        List<StudentEvent> when(StudentCommand command) {
            return StudentDecider.decide(command, state);
        }

        void whenRejected(StudentCommand command, ReferenceRule rule) {
            assertThatExceptionOfType(CommandRejected.class)
                    .isThrownBy(() -> StudentDecider.decide(command, state))
                    .returns(rule, CommandRejected::rule);
        }
    }

    private static Given given(StudentEvent... events) {
        StudentState state = new StudentState.Unknown();
        for (StudentEvent event : events) {
            state = StudentDecider.evolve(state, event);
        }
        return new Given(state);
    }

    private static StudentEvent registered() {
        return new StudentRegistered(ADA, SUBJECT, IDENTITY);
    }

    private static StudentEvent enrolled(SchoolCode school) {
        return new StudentEnrolled(ADA, school, AUGUST);
    }

    @Test
    void a_student_is_entered_once() {
        EnterStudent enter = new EnterStudent(ADA, SUBJECT, IDENTITY);
        assertThat(given().when(enter)).containsExactly(registered());
        assertThat(given(registered()).when(enter)).isEmpty();
    }

    @Test
    void nothing_is_said_of_a_student_nobody_entered() {
        given().whenRejected(new Enrol(ADA, MARLOW, AUGUST), STUDENT_UNKNOWN);
        given().whenRejected(new EndEnrolment(ADA, MARLOW, JUNE), STUDENT_UNKNOWN);
        given().whenRejected(new ChangeIdentity(ADA, List.of(IdentityPart.NAME), OTHER), STUDENT_UNKNOWN);
        given().whenRejected(new RecordStatistics(ADA, List.of(StatisticsPart.GRADE_BAND), OTHER), STUDENT_UNKNOWN);
    }

    @Test
    void a_change_says_what_changed_and_no_change_says_nothing() {
        assertThat(given(registered()).when(new ChangeIdentity(ADA, List.of(IdentityPart.NAME), OTHER)))
                .containsExactly(new IdentityChanged(ADA, List.of(IdentityPart.NAME), OTHER));
        assertThat(given(registered()).when(new ChangeIdentity(ADA, List.of(), OTHER)))
                .isEmpty();
        assertThat(given(registered()).when(new RecordStatistics(ADA, List.of(StatisticsPart.DEMOGRAPHICS), OTHER)))
                .containsExactly(new StatisticsRecorded(ADA, List.of(StatisticsPart.DEMOGRAPHICS), OTHER));
        assertThat(given(registered()).when(new RecordStatistics(ADA, List.of(), OTHER)))
                .isEmpty();
    }

    @Test
    void a_student_is_at_one_school_at_a_time() {
        Enrol atQuince = new Enrol(ADA, QUINCE, JUNE);
        assertThat(given(registered(), enrolled(MARLOW)).when(atQuince))
                .containsExactly(new StudentEnrolled(ADA, QUINCE, JUNE));
        assertThat(given(registered(), enrolled(MARLOW), enrolled(QUINCE)).when(atQuince))
                .isEmpty();
    }

    @Test
    void an_enrolment_ends_once_and_can_begin_again() {
        EndEnrolment leaves = new EndEnrolment(ADA, MARLOW, JUNE);
        StudentEvent left = new EnrolmentEnded(ADA, MARLOW, JUNE);
        assertThat(given(registered(), enrolled(MARLOW)).when(leaves)).containsExactly(left);
        assertThat(given(registered(), enrolled(MARLOW), left).when(leaves)).isEmpty();
        assertThat(given(registered(), enrolled(QUINCE)).when(leaves)).isEmpty();
        assertThat(given(registered(), enrolled(MARLOW), left).when(new Enrol(ADA, MARLOW, JUNE)))
                .hasSize(1);
        given(registered(), enrolled(MARLOW))
                .whenRejected(new EndEnrolment(ADA, MARLOW, AUGUST.minusDays(1)), ENDS_BEFORE_IT_BEGINS);
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

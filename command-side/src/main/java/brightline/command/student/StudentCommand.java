package brightline.command.student;

import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.SchoolCode;
import brightline.events.SecretRef;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import brightline.events.student.StudentEvent.IdentityPart;
import brightline.events.student.StudentEvent.StatisticsPart;
import java.time.LocalDate;
import java.util.List;

/** What can be asked of one student's entry, once everything personal has been taken out. */
sealed interface StudentCommand {
    StudentId studentId();

    /** Enters the student. */
    record EnterStudent(StudentId studentId, SubjectHandle subject, SecretRef identity) implements StudentCommand {}

    /** Records another name or birth date. @param changed none where it says what is known */
    record ChangeIdentity(StudentId studentId, List<IdentityPart> changed, SecretRef identity)
            implements StudentCommand {}

    /** Records another number. @param identity with it */
    record Renumber(StudentId studentId, SecretRef identity, LocalDate from, Code reason, Code basis)
            implements StudentCommand {}

    /** Records that a number is no longer the student's. @param identity without it */
    record GiveUp(StudentId studentId, SecretRef identity, LocalDate lastDay, Code reason, Code basis)
            implements StudentCommand {}

    /** Lets the entry rest, since the student is another. */
    record Join(StudentId studentId, StudentId into, Correction correction) implements StudentCommand {}

    /** Lets the entry stand by itself again. */
    record Part(StudentId studentId, Correction correction) implements StudentCommand {}

    /** Records grade and group. @param changed none where it says what is known */
    record RecordStatistics(StudentId studentId, List<StatisticsPart> changed, SecretRef statistics)
            implements StudentCommand {}

    /** Makes the school the home school, in the place of the one before. */
    record Enrol(StudentId studentId, SchoolCode school, LocalDate from) implements StudentCommand {}

    /** Enrols the student at the school beside the home school; where there is none, it is the home school. */
    record EnrolAlso(StudentId studentId, SchoolCode school, LocalDate from) implements StudentCommand {}

    /** Ends the enrolment at the school; nothing to do where the student is not, or no longer, enrolled there. */
    record EndEnrolment(StudentId studentId, SchoolCode school, LocalDate lastDay) implements StudentCommand {}
}

package brightline.events.student;

import brightline.events.EventName;
import brightline.events.SchoolCode;
import brightline.events.SecretRef;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import java.time.LocalDate;

/** What can happen to a student's entry in the district's list; who the student is stands only in the secrets. */
public sealed interface StudentEvent {
    StudentId studentId();

    /** @param subject the handle under which the identity is encrypted: the entry is a case of its own */
    @EventName("student.registered")
    record StudentRegistered(StudentId studentId, SubjectHandle subject, SecretRef identity) implements StudentEvent {}

    /** The student is enrolled at the school from that day on. */
    @EventName("student.enrolled")
    record StudentEnrolled(StudentId studentId, SchoolCode school, LocalDate from) implements StudentEvent {}
}

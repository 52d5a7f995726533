package brightline.command.student;

import brightline.events.SchoolCode;
import brightline.events.SecretRef;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What decisions about a student's entry need to remember; of personal data only where it is kept. */
sealed interface StudentState {
    record Unknown() implements StudentState {}

    /** Rests while the student is another. @param before what it goes back to */
    record Joined(StudentId into, StudentState before) implements StudentState {}

    /**
     * @param statistics null while none were recorded
     * @param enrolment null while enrolled nowhere
     */
    record Known(
            SubjectHandle subject,
            SecretRef identity,
            @Nullable SecretRef statistics,
            @Nullable Enrolment enrolment) implements StudentState {
        boolean isAt(SchoolCode school) {
            return enrolment != null && enrolment.school().equals(school);
        }
    }

    /** Where, and since which day in the agency's zone. */
    record Enrolment(SchoolCode school, LocalDate from) {}
}

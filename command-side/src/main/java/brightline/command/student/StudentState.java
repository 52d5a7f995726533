package brightline.command.student;

import brightline.events.SchoolCode;
import brightline.events.SecretRef;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What decisions about a student's entry need to remember; of personal data only where it is kept. */
sealed interface StudentState {
    record Unknown() implements StudentState {}

    /** Rests while the student is another. @param before what it goes back to */
    record Joined(StudentId into, StudentState before) implements StudentState {}

    /**
     * @param statistics null while none were recorded
     * @param home at the home school; null while there is none
     * @param others at other schools at the same time
     */
    record Known(
            SubjectHandle subject,
            SecretRef identity,
            @Nullable SecretRef statistics,
            @Nullable Enrolment home,
            List<Enrolment> others)
            implements StudentState {
        boolean isHome(SchoolCode school) {
            return home != null && home.school().equals(school);
        }

        /** All of them, the home school's first. */
        List<Enrolment> enrolments() {
            return Stream.concat(Stream.ofNullable(home), others.stream()).toList();
        }

        Optional<Enrolment> at(SchoolCode school) {
            return enrolments().stream()
                    .filter(one -> one.school().equals(school))
                    .findFirst();
        }

        List<Enrolment> othersThan(SchoolCode school) {
            return others.stream().filter(one -> !one.school().equals(school)).toList();
        }
    }

    /** Where, and since which day in the agency's zone. */
    record Enrolment(SchoolCode school, LocalDate from) {}
}

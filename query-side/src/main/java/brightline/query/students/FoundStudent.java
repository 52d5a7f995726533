package brightline.query.students;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A student as found. Null is what is not recorded, or not for this account.
 *
 * @param version of the entry, for an edit
 * @param homeSchool code of the home school, or of the last one
 * @param enrolled whether the student is enrolled at any school now
 * @param otherSchools names of schools the student is enrolled at, too
 * @param lastDay at the last school; null while enrolled
 * @param gradeBand code list {@code grade-band}
 * @param age in full years today, in the agency's zone
 */
record FoundStudent(
        UUID student,
        long version,
        @Nullable String number,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable LocalDate birthDate,
        @Nullable String homeSchool,
        @Nullable String homeSchoolName,
        boolean enrolled,
        List<String> otherSchools,
        @Nullable LocalDate lastDay,
        @Nullable String gradeBand,
        @Nullable Integer age) {
    @Override
    public String toString() {
        return "[redacted]";
    }
}

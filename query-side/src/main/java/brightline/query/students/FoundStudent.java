package brightline.query.students;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A student as found. Null is what is not recorded, or not for this account.
 *
 * @param version of the entry, for an edit
 * @param homeSchool code of the school the student is enrolled at, or was last
 * @param enrolled whether the student is enrolled there now
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
        @Nullable String gradeBand,
        @Nullable Integer age) {
    @Override
    public String toString() {
        return "[redacted]";
    }
}

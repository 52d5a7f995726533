package brightline.command.student;

import brightline.edge.keys.PersonalPart.Identity;
import brightline.events.SchoolCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What can be asked about a student. */
public sealed interface StudentCommand {
    /**
     * Enters a student, or the school of one who is entered already.
     *
     * @param identity with a number
     * @param homeSchool null if in no school of the district
     * @param from first day at that school, in the agency's zone
     */
    record RegisterStudent(Identity identity, @Nullable SchoolCode homeSchool, LocalDate from)
            implements StudentCommand {}
}

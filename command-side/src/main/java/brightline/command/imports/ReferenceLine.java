package brightline.command.imports;

import brightline.command.school.SchoolCommand.CountEnrolment;
import brightline.events.Code;
import brightline.events.SchoolCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a line states. */
sealed interface ReferenceLine {
    /** Number of the line in its file, the header being 1. */
    long line();

    /**
     * An officer serves a school.
     *
     * @param name null where the line does not say
     * @param capacity null where the line does not say
     * @param lastDay null while open
     * @param confirmation null where nobody looked
     */
    record OfficerLine(
            long line,
            String starNumber,
            @Nullable String name,
            @Nullable Code capacity,
            SchoolCode school,
            LocalDate from,
            @Nullable LocalDate lastDay,
            @Nullable Code post,
            @Nullable Confirmation confirmation)
            implements ReferenceLine {}

    /** When, and by whose list. */
    record Confirmation(LocalDate on, Code side) {}

    /** Students of a school on a day. */
    record EnrolmentLine(long line, CountEnrolment count) implements ReferenceLine {}
}

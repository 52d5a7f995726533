package brightline.command.imports.reference;

import brightline.events.Code;
import brightline.events.SchoolCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

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
        implements ReferenceFormat.Stated {
    /** When, and by whose list. */
    record Confirmation(LocalDate on, Code side) {}
}

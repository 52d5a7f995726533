package brightline.command.imports.oneroster;

import brightline.command.student.Departure;
import brightline.command.student.StatedStatistics;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.events.SchoolCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a list of students says of one person who may be a student.
 *
 * @param key the person's sourcedId
 * @param file where the first of the person's lines stands
 * @param line its number
 * @param lines how many of them are right
 * @param isStudent whether a role says so; a person known from earlier sets needs none
 * @param identity null where there is no line of the person's own
 * @param placement null where none is told
 */
record OneRosterPerson(
        String key,
        OneRosterFile file,
        long line,
        int lines,
        boolean isStudent,
        @Nullable Identity identity,
        StatedStatistics statistics,
        @Nullable SchoolPlace placement,
        List<Departure> departures) {
    /** A school with the name the list has for it. @param from first day there */
    record SchoolPlace(SchoolCode school, String name, LocalDate from) {}

    @Override
    public String toString() {
        return file.fileName() + " line " + line;
    }
}

package brightline.command.imports.oneroster;

import brightline.command.student.StatedStatistics;
import brightline.edge.keys.PersonalPart.Identity;
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
 * @param places rows that say where the person is
 * @param isWhole whether these are all there are, so that earlier ones are no more
 * @param otherwise where the person is if no row says; null where that is not told
 * @param takenBack the day on which the person was taken back; null if not
 * @param isDisabled whether it is said that the person may not sign in
 */
record OneRosterPerson(
        String key,
        OneRosterFile file,
        long line,
        int lines,
        boolean isStudent,
        @Nullable Identity identity,
        StatedStatistics statistics,
        List<RosterPlace> places,
        boolean isWhole,
        @Nullable RosterPlace otherwise,
        @Nullable LocalDate takenBack,
        boolean isDisabled) {
    @Nullable
    String number() {
        return identity == null ? null : identity.number();
    }

    @Override
    public String toString() {
        return file.fileName() + " line " + line;
    }
}

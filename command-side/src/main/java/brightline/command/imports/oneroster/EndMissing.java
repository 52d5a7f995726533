package brightline.command.imports.oneroster;

import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Commuting;
import brightline.events.ImportId;
import brightline.events.StudentId;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ends the enrolments of students who were missing from the complete roster of an import, where no later file had them.
 *
 * @param students who of them; null for all
 * @param lastDay at their schools, in the agency's zone
 */
record EndMissing(ImportId importId, @Nullable Set<StudentId> students, LocalDate lastDay)
        implements Commuting, AnsweredBy<EndMissing.Answer> {
    /**
     * What came of it.
     *
     * @param ended students whose enrolment ended
     * @param left students who are missing still: not named, or too many for once
     */
    record Answer(ImportId importId, long ended, long left) {}
}

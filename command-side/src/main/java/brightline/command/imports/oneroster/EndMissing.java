package brightline.command.imports.oneroster;

import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Commuting;
import brightline.events.ImportId;
import java.time.LocalDate;

/**
 * Ends the enrolments of students who were missing from the complete roster of an import, where no later file had them.
 *
 * @param lastDay at their schools, in the agency's zone
 */
record EndMissing(ImportId importId, LocalDate lastDay) implements Commuting, AnsweredBy<EndMissing.Answer> {
    /**
     * What came of it.
     *
     * @param ended students whose enrolment ended
     * @param left students still to be ended: too many for once
     */
    record Answer(ImportId importId, long ended, long left) {}
}

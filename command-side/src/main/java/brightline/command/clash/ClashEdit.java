package brightline.command.clash;

import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Commuting;
import brightline.events.ClashId;
import brightline.events.Correction;
import brightline.events.StudentId;
import java.util.List;

/** What a person decides about two who stand under one number. */
sealed interface ClashEdit extends Commuting, AnsweredBy<ClashAnswer> {
    /** @param versionSeen the version its sender saw */
    record DecideClash(ClashId clashId, long versionSeen, Finding finding, Correction correction)
            implements ClashEdit {}

    /**
     * Two numbers became one in the form in which they are compared now: asks whether these are one child.
     *
     * @param kept under the number as an earlier release compared it
     * @param others who have the number
     */
    record FindSpelledAlike(StudentId kept, List<StudentId> others) implements ClashEdit {}

    /** @param versionSeen the version its sender saw */
    record ReopenClash(ClashId clashId, long versionSeen, Correction correction) implements ClashEdit {}
}

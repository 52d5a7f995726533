package brightline.command.clash;

import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Commuting;
import brightline.events.ClashId;
import brightline.events.Correction;

/** What a person decides about two who stand under one number. */
sealed interface ClashEdit extends Commuting, AnsweredBy<ClashAnswer> {
    /** @param versionSeen the version its sender saw */
    record DecideClash(ClashId clashId, long versionSeen, Finding finding, Correction correction)
            implements ClashEdit {}

    /** @param versionSeen the version its sender saw */
    record ReopenClash(ClashId clashId, long versionSeen, Correction correction) implements ClashEdit {}
}

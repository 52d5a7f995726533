package brightline.query.roster;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agreement, directive or hiring guideline as known at a moment, seen on a day. Codes without their list's name; null is missing.
 *
 * @param kind MOU, DIRECTIVE or HIRING_GUIDELINE
 * @param inForce whether it binds on the day with its rule set
 * @param ruleSet the one it then reads contacts by
 * @param versionInEffect the version whose text is in effect on the day
 * @param clausesMissing statutory clauses that this version, or else the last one, does not have or nobody looked for
 * @param acknowledgements by officers, up to the day
 * @param assignedWithoutAcknowledgement officers assigned on the day who did not acknowledge that version
 */
record AgreementEntry(
        UUID agreement,
        String kind,
        String title,
        List<String> parties,
        boolean inForce,
        @Nullable Integer ruleSet,
        @Nullable Integer versionInEffect,
        List<String> clausesMissing,
        List<Stretch> stretches,
        List<Version> versions,
        List<RuleSetStep> ruleSets,
        List<Acknowledgement> acknowledgements,
        List<UUID> assignedWithoutAcknowledgement) {
    AgreementEntry {
        parties = List.copyOf(parties);
        clausesMissing = List.copyOf(clausesMissing);
        stretches = List.copyOf(stretches);
        versions = List.copyOf(versions);
        ruleSets = List.copyOf(ruleSets);
        acknowledgements = List.copyOf(acknowledgements);
        assignedWithoutAcknowledgement = List.copyOf(assignedWithoutAcknowledgement);
    }

    /**
     * Days on which it binds or a version is in effect.
     *
     * @param version in effect; null where it says which rule set binds
     * @param ruleSet that binds; null where it says which version is in effect
     * @param to included; null while open
     */
    record Stretch(
            @Nullable Integer version,
            @Nullable Integer ruleSet,
            LocalDate from,
            @Nullable LocalDate to) {
        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** One version of the text. */
    record Version(
            int version,
            LocalDate writtenOn,
            List<String> parties,
            List<Clause> clauses,
            List<Sharing> sharing,
            List<Hearing> communityInput) {
        Version {
            parties = List.copyOf(parties);
            clauses = List.copyOf(clauses);
            sharing = List.copyOf(sharing);
            communityInput = List.copyOf(communityInput);
        }
    }

    /** @param present YES or NO; null where nobody looked */
    record Clause(
            String clause,
            String name,
            @Nullable String present,
            @Nullable String section) {}

    /** What may be shown to whom, and by what right. */
    record Sharing(String records, String to, String basis) {}

    /** Who was heard on the draft. @param changed what was changed for it; null where nothing was */
    record Hearing(String group, LocalDate on, @Nullable String changed) {}

    /** @param step PROPOSED, TESTED or APPROVED; the figures are those of a test */
    record RuleSetStep(
            int ruleSet,
            String step,
            LocalDate on,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable Long involvements,
            @Nullable Long changed,
            @Nullable String by) {}

    /** An officer's word that a version was read. */
    record Acknowledgement(UUID officer, int version, LocalDate on) {}
}

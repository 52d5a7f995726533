package brightline.events.agreement;

import brightline.events.AgreementId;
import brightline.events.Code;
import brightline.events.EventName;
import brightline.events.Stated;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can happen to an agreement between police and schools, a directive or a hiring guideline. Days are days of the agency's zone. */
public sealed interface AgreementEvent {
    AgreementId agreementId();

    /** What kind of paper it is. */
    enum Kind {
        MOU,
        DIRECTIVE,
        HIRING_GUIDELINE
    }

    /** @param parties who signs, as named in it */
    @EventName("agreement.drafted")
    record AgreementDrafted(AgreementId agreementId, Kind kind, String title, List<String> parties)
            implements AgreementEvent {
        public AgreementDrafted {
            parties = List.copyOf(parties);
        }
    }

    /**
     * A version of its text was written down.
     *
     * @param version counted from 1
     * @param writtenOn the draft's date
     * @param clauses the five that 105 ILCS 5/10-20.68 asks for, each present or missing
     * @param sharing what one side lets the other see
     * @param disciplineSection where the text leaves the routine discipline of students to the school, such as 4 or 4.2; null where it
     *     was not said
     */
    @EventName("agreement.version-written")
    record VersionWritten(
            AgreementId agreementId,
            int version,
            LocalDate writtenOn,
            List<String> parties,
            List<Clause> clauses,
            List<SharingRule> sharing,
            @Nullable String disciplineSection)
            implements AgreementEvent {
        public VersionWritten {
            parties = List.copyOf(parties);
            clauses = List.copyOf(clauses);
            sharing = List.copyOf(sharing);
        }
    }

    /**
     * A clause of a version.
     *
     * @param clause code list {@code agreement-clause}
     * @param present MISSING where nobody looked
     * @param section where it stands in the text; null where not said
     */
    record Clause(Code clause, Stated present, @Nullable String section) {
        public Clause {
            present = Stated.orMissing(present);
        }
    }

    /**
     * What may be shown to whom. Texts of a public paper, about kinds of records and never about a person.
     *
     * @param records which kind of records
     * @param to who may see them
     * @param basis the clause or statute that allows it
     */
    record SharingRule(String records, String to, String basis) {}

    /**
     * Somebody from the community was heard on a draft.
     *
     * @param version the draft they spoke to
     * @param group code list {@code community-group}
     * @param on the day they were heard
     * @param changed what was changed for it, as words about the paper; null where nothing was
     */
    @EventName("agreement.community-heard")
    record CommunityHeard(
            AgreementId agreementId,
            int version,
            Code group,
            LocalDate on,
            @Nullable String changed) implements AgreementEvent {}

    /** A version took effect as text. Papers may be in effect beside each other; contacts are read under one only. @param to null for open */
    @EventName("agreement.version-adopted")
    record VersionAdopted(
            AgreementId agreementId,
            int version,
            LocalDate from,
            @Nullable LocalDate to) implements AgreementEvent {}

    /** Somebody proposed to read contacts under it by that rule set. */
    @EventName("agreement.rule-set-proposed")
    record RuleSetProposed(AgreementId agreementId, int ruleSet, LocalDate on) implements AgreementEvent {}

    /**
     * The proposed rule set was run over recorded contacts. The figures are those the run gave.
     *
     * @param from first day of the contacts read
     * @param to last day, included
     * @param involvements read
     * @param changed of them that got another class than under the rule set then in force
     */
    @EventName("agreement.rule-set-tested")
    record RuleSetTested(
            AgreementId agreementId,
            int ruleSet,
            LocalDate on,
            LocalDate from,
            LocalDate to,
            long involvements,
            long changed)
            implements AgreementEvent {}

    /** The parties approved the proposed rule set. @param by who approved, as named in the agreement */
    @EventName("agreement.rule-set-approved")
    record RuleSetApproved(AgreementId agreementId, int ruleSet, LocalDate on, String by) implements AgreementEvent {}

    /**
     * It binds from a day on, with the rule set that reads contacts under it.
     *
     * @param from first day, included
     * @param to last day, included; null while open
     */
    @EventName("agreement.put-in-force")
    record AgreementPutInForce(
            AgreementId agreementId,
            int ruleSet,
            LocalDate from,
            @Nullable LocalDate to) implements AgreementEvent {}

    /** It ended; the last day is included. */
    @EventName("agreement.ended")
    record AgreementEnded(AgreementId agreementId, LocalDate lastDay) implements AgreementEvent {}
}

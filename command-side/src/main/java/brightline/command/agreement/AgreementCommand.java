package brightline.command.agreement;

import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Creates;
import brightline.command.submission.StreamCommand;
import brightline.events.AgreementId;
import brightline.events.Code;
import brightline.events.agreement.AgreementEvent;
import brightline.events.agreement.AgreementEvent.Clause;
import brightline.events.agreement.AgreementEvent.SharingRule;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked about an agreement. Days are days of the agency's zone. */
public sealed interface AgreementCommand extends StreamCommand, AnsweredBy<AgreementAnswer> {
    @TargetAggregateIdentifier
    AgreementId agreementId();

    /** @param parties who signs, as named in it */
    record DraftAgreement(AgreementId agreementId, AgreementEvent.Kind kind, String title, List<String> parties)
            implements AgreementCommand, Creates<AgreementAnswer> {
        public DraftAgreement {
            parties = List.copyOf(parties);
        }
    }

    /**
     * @param version one more than the last version, or the last one again
     * @param disciplineSection where it leaves routine discipline to the school; null where it was not said
     */
    record WriteVersion(
            AgreementId agreementId,
            int version,
            LocalDate writtenOn,
            List<String> parties,
            List<Clause> clauses,
            List<SharingRule> sharing,
            @Nullable String disciplineSection)
            implements AgreementCommand {
        public WriteVersion {
            parties = List.copyOf(parties);
            clauses = List.copyOf(clauses);
            sharing = List.copyOf(sharing);
        }
    }

    /** @param changed what was changed for it; null where nothing was */
    record HearCommunity(
            AgreementId agreementId,
            int version,
            Code group,
            LocalDate on,
            @Nullable String changed) implements AgreementCommand {}

    /** @param to last day, included; null for open */
    record AdoptVersion(
            AgreementId agreementId,
            int version,
            LocalDate from,
            @Nullable LocalDate to) implements AgreementCommand {}

    record ProposeRuleSet(AgreementId agreementId, int ruleSet, LocalDate on) implements AgreementCommand {}

    /** @see brightline.events.agreement.AgreementEvent.RuleSetTested */
    record TestRuleSet(
            AgreementId agreementId,
            int ruleSet,
            LocalDate on,
            LocalDate from,
            LocalDate to,
            long involvements,
            long changed)
            implements AgreementCommand {}

    record ApproveRuleSet(AgreementId agreementId, int ruleSet, LocalDate on, String by) implements AgreementCommand {}

    /**
     * Makes it bind.
     *
     * @param from first day, included
     * @param to last day, included; null for open
     */
    record PutInForce(
            AgreementId agreementId,
            int ruleSet,
            LocalDate from,
            @Nullable LocalDate to) implements AgreementCommand {}

    /** @param lastDay the last day it binds, included */
    record EndAgreement(AgreementId agreementId, LocalDate lastDay) implements AgreementCommand {}
}

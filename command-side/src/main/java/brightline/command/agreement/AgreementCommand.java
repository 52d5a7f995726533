package brightline.command.agreement;

import brightline.command.submission.StreamCommand;
import brightline.events.AgreementId;
import brightline.events.agreement.AgreementEvent;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked about an agreement. Days are days of the agency's zone. */
public sealed interface AgreementCommand extends StreamCommand {
    @TargetAggregateIdentifier
    AgreementId agreementId();

    /** @param parties who signs, as named in it */
    record DraftAgreement(AgreementId agreementId, AgreementEvent.Kind kind, String title, List<String> parties)
            implements AgreementCommand {
        public DraftAgreement {
            parties = List.copyOf(parties);
        }
    }

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

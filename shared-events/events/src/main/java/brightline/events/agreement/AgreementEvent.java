package brightline.events.agreement;

import brightline.events.AgreementId;
import brightline.events.EventName;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can happen to an agreement between police and schools, or a directive in its place. */
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

package brightline.command.agreement;

import brightline.command.register.AgreementInForce;
import brightline.events.agreement.AgreementEvent;
import java.util.List;

/** What decisions about an agreement need to remember. */
sealed interface AgreementState {
    record Unknown() implements AgreementState {}

    /** @param inForce every stretch of days on which it binds */
    record Drafted(AgreementEvent.Kind kind, String title, List<String> parties, List<AgreementInForce> inForce)
            implements AgreementState {
        public Drafted {
            parties = List.copyOf(parties);
            inForce = List.copyOf(inForce);
        }
    }
}

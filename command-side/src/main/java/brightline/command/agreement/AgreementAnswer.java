package brightline.command.agreement;

import brightline.command.submission.Identified;
import brightline.events.AgreementId;

/** Which agreement it was about. */
public record AgreementAnswer(AgreementId agreement) implements Identified {
    @Override
    public AgreementId id() {
        return agreement;
    }
}

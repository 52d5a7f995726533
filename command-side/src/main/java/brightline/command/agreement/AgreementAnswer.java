package brightline.command.agreement;

import brightline.events.AgreementId;

/** Which agreement it was about. */
public record AgreementAnswer(AgreementId agreement) {}

package brightline.events.interaction;

import brightline.events.Stated;

/**
 * What was recorded about calming the contact (metrics.md M10).
 *
 * @param agitated whether the student was agitated
 * @param possible whether an attempt to de-escalate was possible
 * @param attempted whether it was attempted
 */
public record DeEscalation(Stated agitated, Stated possible, Stated attempted) {
    public DeEscalation {
        agitated = Stated.orMissing(agitated);
        possible = Stated.orMissing(possible);
        attempted = Stated.orMissing(attempted);
    }
}

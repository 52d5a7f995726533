package brightline.command.referral;

import brightline.command.referral.ReferralState.Recorded;
import brightline.command.submission.Identified;
import brightline.events.IncidentId;
import brightline.events.ReferralId;
import brightline.events.referral.ReferralRecord.Stage;
import org.jspecify.annotations.Nullable;

/**
 * A referral as it now stands.
 *
 * @param incident the police record it is linked to; null for none
 */
public record ReferralAnswer(
        ReferralId referral,
        @Nullable Stage stage,
        @Nullable IncidentId incident,
        boolean voided) implements Identified {
    @Override
    public Object id() {
        return referral;
    }

    static ReferralAnswer of(ReferralId id, ReferralState state) {
        return state instanceof Recorded(var record)
                ? new ReferralAnswer(id, record.stage(), record.incident(), record.voided())
                : new ReferralAnswer(id, null, null, false);
    }
}

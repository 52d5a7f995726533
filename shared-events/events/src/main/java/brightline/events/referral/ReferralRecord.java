package brightline.events.referral;

import brightline.events.IncidentId;
import brightline.events.referral.ReferralEvent.*;
import org.jspecify.annotations.Nullable;

/**
 * A referral as its events so far describe it. A pure fold.
 *
 * @param accepted null unless an officer took it
 * @param declined null unless an officer did not take it
 * @param handedBack null unless it went back to the school, which may follow on having been accepted
 * @param discipline the school's last word; null while it said none
 * @param incident the police record; null while it has no counterpart
 * @param wasLinked whether it ever had a police record, also one since found to be of another matter
 * @param owner who looks for the counterpart; null for nobody
 */
public record ReferralRecord(
        ReferralMade made,
        @Nullable ReferralAccepted accepted,
        @Nullable ReferralDeclined declined,
        @Nullable ReferralHandedBack handedBack,
        @Nullable SchoolDisciplineLinked discipline,
        @Nullable IncidentId incident,
        boolean wasLinked,
        @Nullable String owner,
        boolean voided) {

    /** How far it came with police. */
    public enum Stage {
        MADE,
        ACCEPTED,
        DECLINED,
        HANDED_BACK
    }

    /** The last thing police said of it. */
    public Stage stage() {
        if (handedBack != null) {
            return Stage.HANDED_BACK;
        }
        if (declined != null) {
            return Stage.DECLINED;
        }
        return accepted == null ? Stage.MADE : Stage.ACCEPTED;
    }

    /**
     * The record after one more event.
     *
     * @param before null before the first event
     * @throws IllegalStateException if the stream does not begin with {@link ReferralMade}, or has two of them
     */
    public static ReferralRecord evolve(@Nullable ReferralRecord before, ReferralEvent event) {
        if (before == null) {
            if (event instanceof ReferralMade made) {
                return new ReferralRecord(made, null, null, null, null, null, false, null, false);
            }
            throw new IllegalStateException("A referral begins with referral.made");
        }
        return before.with(event);
    }

    private ReferralRecord with(ReferralEvent event) {
        return switch (event) {
            case ReferralMade _ -> throw new IllegalStateException("A referral is made once");
            case ReferralAccepted now ->
                new ReferralRecord(made, now, declined, handedBack, discipline, incident, wasLinked, owner, voided);
            case ReferralDeclined now ->
                new ReferralRecord(made, accepted, now, handedBack, discipline, incident, wasLinked, owner, voided);
            case ReferralHandedBack now ->
                new ReferralRecord(made, accepted, declined, now, discipline, incident, wasLinked, owner, voided);
            case SchoolDisciplineLinked now ->
                new ReferralRecord(made, accepted, declined, handedBack, now, incident, wasLinked, owner, voided);
            case ReferralLinked now ->
                new ReferralRecord(
                        made, accepted, declined, handedBack, discipline, now.incidentId(), true, owner, voided);
            case ReferralUnlinked _ ->
                new ReferralRecord(made, accepted, declined, handedBack, discipline, null, true, owner, voided);
            case OwnerAssigned now ->
                new ReferralRecord(
                        made, accepted, declined, handedBack, discipline, incident, wasLinked, now.owner(), voided);
            case ReferralVoided _ ->
                new ReferralRecord(made, accepted, declined, handedBack, discipline, incident, wasLinked, owner, true);
        };
    }
}

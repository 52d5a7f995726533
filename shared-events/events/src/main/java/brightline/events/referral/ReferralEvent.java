package brightline.events.referral;

import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.EventName;
import brightline.events.IncidentId;
import brightline.events.OfficerId;
import brightline.events.ReferralId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to a school's referral. Nothing of it says who the student is: that stands in the school's records and, once the
 * referral is linked, in the police record.
 */
public sealed interface ReferralEvent {
    ReferralId referralId();

    /** The police record it is linked to at that time; null for none. */
    @Nullable
    IncidentId incidentId();

    /**
     * The school turned to police.
     *
     * @param kind code list {@code referral-kind}
     * @param madeBy code list {@code requester}; null if not recorded
     * @param to code list {@code capacity}: who was asked; null if not recorded
     * @param conduct code list {@code cps-scc}: for what; empty if none was coded
     * @param students how many students it was about; null if not recorded
     * @param emergency whether it was an emergency
     */
    @EventName("referral.made")
    record ReferralMade(
            ReferralId referralId,
            Code kind,
            SchoolCode school,
            Instant madeAt,
            @Nullable Code madeBy,
            @Nullable Code to,
            List<Code> conduct,
            @Nullable Integer students,
            Stated emergency)
            implements ReferralEvent {
        public ReferralMade {
            conduct = List.copyOf(conduct);
            emergency = Stated.orMissing(emergency);
        }

        @Override
        public @Nullable IncidentId incidentId() {
            return null;
        }
    }

    /** An officer took the matter. @param officer null if not recorded */
    @EventName("referral.accepted")
    record ReferralAccepted(
            ReferralId referralId,
            @Nullable IncidentId incidentId,
            Instant acceptedAt,
            @Nullable OfficerId officer) implements ReferralEvent {}

    /** An officer did not take the matter. @param reason code list {@code referral-decline-reason}; null if not recorded */
    @EventName("referral.declined")
    record ReferralDeclined(
            ReferralId referralId,
            @Nullable IncidentId incidentId,
            Instant declinedAt,
            @Nullable OfficerId officer,
            @Nullable Code reason)
            implements ReferralEvent {}

    /** An officer gave the matter back to the school. @param to code list {@code requester}: who of the school took it */
    @EventName("referral.handed-back")
    record ReferralHandedBack(
            ReferralId referralId,
            @Nullable IncidentId incidentId,
            Instant handedBackAt,
            @Nullable OfficerId officer,
            Code to)
            implements ReferralEvent {}

    /**
     * What the school did itself, recorded by the school.
     *
     * @param disposition code list {@code school-disposition}
     * @param daysOut school days out of class; null where it does not apply or is not recorded
     */
    @EventName("referral.school-discipline-linked")
    record SchoolDisciplineLinked(
            ReferralId referralId,
            @Nullable IncidentId incidentId,
            Code disposition,
            LocalDate decidedOn,
            @Nullable Integer daysOut)
            implements ReferralEvent {}

    /** The police record of the same matter was found. */
    @EventName("referral.incident-linked")
    record ReferralLinked(ReferralId referralId, IncidentId incidentId) implements ReferralEvent {}

    /** The police record was of another matter. */
    @EventName("referral.incident-unlinked")
    record ReferralUnlinked(ReferralId referralId, IncidentId incidentId, Correction correction)
            implements ReferralEvent {}

    /** Somebody looks for its police record. @param owner user name of the account */
    @EventName("referral.owner-assigned")
    record OwnerAssigned(ReferralId referralId, @Nullable IncidentId incidentId, String owner)
            implements ReferralEvent {}

    /** The record should not exist. It stays readable and counts nowhere. */
    @EventName("referral.voided")
    record ReferralVoided(ReferralId referralId, @Nullable IncidentId incidentId, Correction correction)
            implements ReferralEvent {}
}

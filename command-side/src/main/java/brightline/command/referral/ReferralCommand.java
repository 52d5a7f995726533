package brightline.command.referral;

import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Commuting;
import brightline.command.submission.Creates;
import brightline.command.submission.StreamCommand;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.IncidentId;
import brightline.events.OfficerId;
import brightline.events.ReferralId;
import brightline.events.referral.ReferralEvent.ReferralMade;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be said about a school's referral. Codes are of the lists their events name. */
sealed interface ReferralCommand extends StreamCommand, Commuting, AnsweredBy<ReferralAnswer> {
    @TargetAggregateIdentifier
    ReferralId referralId();

    /** Codes of the schools whose referrals the sender may touch; null for those of all schools. */
    @Nullable
    Set<String> ofSchools();

    record MakeReferral(ReferralMade made, @Nullable Set<String> ofSchools)
            implements ReferralCommand, Creates<ReferralAnswer> {
        @Override
        public ReferralId referralId() {
            return made.referralId();
        }
    }

    record AcceptReferral(
            ReferralId referralId,
            @Nullable Set<String> ofSchools,
            Instant at,
            @Nullable OfficerId officer) implements ReferralCommand {}

    record DeclineReferral(
            ReferralId referralId,
            @Nullable Set<String> ofSchools,
            Instant at,
            @Nullable OfficerId officer,
            @Nullable Code reason)
            implements ReferralCommand {}

    record HandBack(
            ReferralId referralId,
            @Nullable Set<String> ofSchools,
            Instant at,
            @Nullable OfficerId officer,
            Code to) implements ReferralCommand {}

    record LinkDiscipline(
            ReferralId referralId,
            @Nullable Set<String> ofSchools,
            Code disposition,
            LocalDate decidedOn,
            @Nullable Integer daysOut)
            implements ReferralCommand {}

    record LinkIncident(ReferralId referralId, @Nullable Set<String> ofSchools, IncidentId incident)
            implements ReferralCommand {}

    record UnlinkIncident(ReferralId referralId, @Nullable Set<String> ofSchools, Correction correction)
            implements ReferralCommand {}

    record AssignOwner(ReferralId referralId, @Nullable Set<String> ofSchools, String owner)
            implements ReferralCommand {}

    record VoidReferral(ReferralId referralId, @Nullable Set<String> ofSchools, Correction correction)
            implements ReferralCommand {}
}

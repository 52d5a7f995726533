package brightline.events.diversion;

import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.DiversionId;
import brightline.events.EventName;
import brightline.events.InteractionId;
import brightline.events.OfficerId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to one alternative to arrest or court. Kinds are of the code list {@code outcome}; days are days of the agency's
 * zone. How the interaction itself was decided does not change with any of it.
 */
public sealed interface DiversionEvent {
    DiversionId diversionId();

    /** The contact it belongs to. */
    InteractionId interactionId();

    /**
     * It was considered and not used.
     *
     * @param unusedReason code list {@code unused-reason}; null only in imported history
     */
    @EventName("diversion.not-used")
    record DiversionNotUsed(
            DiversionId diversionId,
            InteractionId interactionId,
            Code kind,
            @Nullable Code unusedReason) implements DiversionEvent {}

    /**
     * It was offered.
     *
     * @param officer who offered it; null if not recorded
     * @param provider user name of the programme's account; null where no programme carries it out or has an account
     */
    @EventName("diversion.offered")
    record DiversionOffered(
            DiversionId diversionId,
            InteractionId interactionId,
            Code kind,
            Instant offeredAt,
            @Nullable OfficerId officer,
            @Nullable String provider)
            implements DiversionEvent {}

    /** Student and family agreed. */
    @EventName("diversion.accepted")
    record DiversionAccepted(DiversionId diversionId, InteractionId interactionId, LocalDate acceptedOn)
            implements DiversionEvent {}

    /** @param declinedBy code list {@code declined-by}; null if not recorded */
    @EventName("diversion.declined")
    record DiversionDeclined(
            DiversionId diversionId,
            InteractionId interactionId,
            LocalDate declinedOn,
            @Nullable Code declinedBy) implements DiversionEvent {}

    /**
     * The student began.
     *
     * @param dueOn last day; null if none was set
     * @param serviceHours hours of community service; null for none
     */
    @EventName("diversion.started")
    record DiversionStarted(
            DiversionId diversionId,
            InteractionId interactionId,
            LocalDate startedOn,
            @Nullable LocalDate dueOn,
            @Nullable Integer serviceHours)
            implements DiversionEvent {}

    /**
     * A station adjustment was issued; with it it began.
     *
     * @param capsByOurRecords what the issuing officer was told
     */
    @EventName("diversion.station-adjustment-issued")
    record StationAdjustmentIssued(
            DiversionId diversionId, InteractionId interactionId, StationTerms terms, CapsAnswer capsByOurRecords)
            implements DiversionEvent {}

    /** The state's system was asked about earlier adjustments. */
    @EventName("diversion.state-query-recorded")
    record StateQueryRecorded(DiversionId diversionId, InteractionId interactionId, StateQuery query)
            implements DiversionEvent {}

    /**
     * More time was given.
     *
     * @param dueOn the new last day
     * @param reason code list {@code extension-reason}; null if not recorded
     */
    @EventName("diversion.extended")
    record DiversionExtended(
            DiversionId diversionId,
            InteractionId interactionId,
            LocalDate extendedOn,
            LocalDate dueOn,
            @Nullable Code reason)
            implements DiversionEvent {}

    /**
     * Terms were broken. What follows of it are events of their own.
     *
     * @param remedy code list {@code breach-remedy}; null while none was chosen
     * @param serviceHours hours of service from now on; null where they stay
     */
    @EventName("diversion.breached")
    record DiversionBreached(
            DiversionId diversionId,
            InteractionId interactionId,
            LocalDate breachedOn,
            @Nullable Code remedy,
            @Nullable Integer serviceHours)
            implements DiversionEvent {}

    /** Everything agreed was done. */
    @EventName("diversion.completed")
    record DiversionCompleted(DiversionId diversionId, InteractionId interactionId, LocalDate completedOn)
            implements DiversionEvent {}

    /** @param reason code list {@code failure-reason}; null if not recorded */
    @EventName("diversion.failed")
    record DiversionFailed(
            DiversionId diversionId,
            InteractionId interactionId,
            LocalDate failedOn,
            @Nullable Code reason) implements DiversionEvent {}

    /**
     * Somebody tried to find out what became of it and could not. The outcome stays missing.
     *
     * @param reason code list {@code unknown-outcome-reason}; null if not recorded
     */
    @EventName("diversion.outcome-unknown")
    record OutcomeUnknown(
            DiversionId diversionId,
            InteractionId interactionId,
            LocalDate statedOn,
            @Nullable Code reason) implements DiversionEvent {}

    /**
     * The programme reported. What it says is a report; that the diversion ended is an event of its own.
     *
     * @param status code list {@code provider-status}
     * @param serviceHoursDone null if it did not say
     */
    @EventName("diversion.provider-reported")
    record ProviderReported(
            DiversionId diversionId,
            InteractionId interactionId,
            LocalDate reportedOn,
            Code status,
            @Nullable Integer serviceHoursDone)
            implements DiversionEvent {}

    /** The record should not exist. It stays readable and counts nowhere. */
    @EventName("diversion.voided")
    record DiversionVoided(DiversionId diversionId, InteractionId interactionId, Correction correction)
            implements DiversionEvent {}
}

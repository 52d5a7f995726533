package brightline.command.diversion;

import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Commuting;
import brightline.command.submission.Creates;
import brightline.command.submission.StreamCommand;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.DiversionId;
import brightline.events.InteractionId;
import brightline.events.OfficerId;
import brightline.events.diversion.StateQuery;
import brightline.events.diversion.StationTerms;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be said about a diversion. Days are days of the agency's zone. */
sealed interface DiversionCommand extends StreamCommand, Commuting, AnsweredBy<DiversionAnswer> {
    @TargetAggregateIdentifier
    DiversionId diversionId();

    DiversionWriter writer();

    /**
     * @param kind code list {@code outcome}
     * @param provider user name of the programme's account; null for none
     * @param offence code list {@code offence-level}, for the limits of a station adjustment; null if not said
     */
    record OfferDiversion(
            DiversionId diversionId,
            DiversionWriter writer,
            InteractionId interactionId,
            Code kind,
            Instant offeredAt,
            @Nullable OfficerId officer,
            @Nullable String provider,
            @Nullable Code offence)
            implements DiversionCommand, Creates<DiversionAnswer> {}

    /** @param reason code list {@code unused-reason} */
    record RecordNotUsed(
            DiversionId diversionId, DiversionWriter writer, InteractionId interactionId, Code kind, Code reason)
            implements DiversionCommand, Creates<DiversionAnswer> {
        /** It stands where those stand that were used. */
        @Override
        public String below(String sentTo) {
            return sentTo.substring(0, sentTo.lastIndexOf('/'));
        }
    }

    record AcceptDiversion(DiversionId diversionId, DiversionWriter writer, LocalDate on) implements DiversionCommand {}

    record DeclineDiversion(
            DiversionId diversionId,
            DiversionWriter writer,
            LocalDate on,
            @Nullable Code by) implements DiversionCommand {}

    record StartDiversion(
            DiversionId diversionId,
            DiversionWriter writer,
            LocalDate on,
            @Nullable LocalDate dueOn,
            @Nullable Integer serviceHours)
            implements DiversionCommand {}

    record IssueStationAdjustment(DiversionId diversionId, DiversionWriter writer, StationTerms terms)
            implements DiversionCommand {}

    record RecordStateQuery(DiversionId diversionId, DiversionWriter writer, StateQuery query)
            implements DiversionCommand {}

    record ExtendDiversion(
            DiversionId diversionId,
            DiversionWriter writer,
            LocalDate on,
            LocalDate dueOn,
            @Nullable Code reason) implements DiversionCommand {}

    record RecordBreach(
            DiversionId diversionId,
            DiversionWriter writer,
            LocalDate on,
            @Nullable Code remedy,
            @Nullable Integer serviceHours)
            implements DiversionCommand {}

    record CompleteDiversion(DiversionId diversionId, DiversionWriter writer, LocalDate on)
            implements DiversionCommand {}

    record FailDiversion(
            DiversionId diversionId,
            DiversionWriter writer,
            LocalDate on,
            @Nullable Code reason) implements DiversionCommand {}

    record StateUnknown(
            DiversionId diversionId,
            DiversionWriter writer,
            LocalDate on,
            @Nullable Code reason) implements DiversionCommand {}

    record ReportAsProvider(
            DiversionId diversionId,
            DiversionWriter writer,
            LocalDate on,
            Code status,
            @Nullable Integer serviceHoursDone)
            implements DiversionCommand {}

    record VoidDiversion(DiversionId diversionId, DiversionWriter writer, Correction correction)
            implements DiversionCommand {}
}

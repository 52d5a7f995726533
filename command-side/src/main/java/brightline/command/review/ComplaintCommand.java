package brightline.command.review;

import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Creates;
import brightline.command.submission.StreamCommand;
import brightline.events.Code;
import brightline.events.ComplaintId;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import java.time.Instant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** What can be asked about a complaint. */
sealed interface ComplaintCommand extends StreamCommand, AnsweredBy<ComplaintAnswer> {
    @TargetAggregateIdentifier
    ComplaintId complaintId();

    /**
     * @param incidentId null where it is about one contact
     * @param interactionId null where it is about a whole incident
     * @param now the moment of recording
     */
    record ReceiveComplaint(
            ComplaintId complaintId,
            @Nullable IncidentId incidentId,
            @Nullable InteractionId interactionId,
            Code kind,
            Instant receivedAt,
            Instant now)
            implements ComplaintCommand, Creates<ComplaintAnswer> {}
}

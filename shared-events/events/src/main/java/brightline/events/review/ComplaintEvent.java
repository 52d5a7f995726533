package brightline.events.review;

import brightline.events.Code;
import brightline.events.ComplaintId;
import brightline.events.EventName;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can happen to a complaint, as far as figures and reviews go. What it says is kept elsewhere. */
public sealed interface ComplaintEvent {
    ComplaintId complaintId();

    /**
     * Somebody complained of police work, or gave notice of it.
     *
     * @param incidentId the incident it is about as a whole; null where it is about one student's contact
     * @param interactionId the contact it is about; null where it is about the whole incident
     * @param kind code list {@code complaint-kind}
     * @param receivedAt when it was received, whenever it was recorded
     */
    @EventName("complaint.received")
    record ComplaintReceived(
            ComplaintId complaintId,
            @Nullable IncidentId incidentId,
            @Nullable InteractionId interactionId,
            Code kind,
            Instant receivedAt)
            implements ComplaintEvent {}
}

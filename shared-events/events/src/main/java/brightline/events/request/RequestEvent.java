package brightline.events.request;

import brightline.events.Code;
import brightline.events.EventName;
import brightline.events.InteractionId;
import brightline.events.RequestId;
import brightline.events.SecretRef;
import java.time.Instant;
import java.time.LocalDate;

/** What can happen to a request about a record. */
public sealed interface RequestEvent {
    RequestId requestId();

    /**
     * Somebody who may ask wants to see or amend a record.
     *
     * @param kind code list {@code request-kind}
     * @param from code list {@code request-from}: parent, student or who acts for them
     * @param receivedAt when it was received, whenever it was recorded
     */
    @EventName("request.received")
    record RequestReceived(RequestId requestId, InteractionId interactionId, Code kind, Code from, Instant receivedAt)
            implements RequestEvent {}

    /**
     * The agency decided.
     *
     * @param decision code list {@code request-decision}
     * @param decidedOn day of the decision, in the agency's zone
     */
    @EventName("request.decided")
    record RequestDecided(RequestId requestId, Code decision, LocalDate decidedOn) implements RequestEvent {}

    /** Who asked had a statement put beside the record, encrypted. */
    @EventName("request.statement-added")
    record StatementAdded(RequestId requestId, SecretRef statement) implements RequestEvent {}
}

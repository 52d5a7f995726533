package brightline.command.disclosure;

import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Creates;
import brightline.command.submission.StreamCommand;
import brightline.events.Code;
import brightline.events.InteractionId;
import brightline.events.RequestId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about a request to see or amend a record. */
sealed interface RecordRequestCommand extends StreamCommand, AnsweredBy<RequestAnswer> {
    @TargetAggregateIdentifier
    RequestId requestId();

    /** @param now the moment of recording */
    record ReceiveRequest(
            RequestId requestId, InteractionId interactionId, Code kind, Code from, Instant receivedAt, Instant now)
            implements RecordRequestCommand, Creates<RequestAnswer> {}

    /** @param zone the agency's, in which the request has its day */
    record DecideRequest(RequestId requestId, Code decision, LocalDate decidedOn, ZoneId zone)
            implements RecordRequestCommand {}

    /** @param statement in clear, on its way to be sealed */
    record AddStatement(RequestId requestId, String statement) implements RecordRequestCommand {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }
}

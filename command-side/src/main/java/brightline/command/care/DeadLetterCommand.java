package brightline.command.care;

import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Commuting;
import brightline.events.Code;
import brightline.events.DeadLetterId;
import java.util.UUID;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about an event that a projection has parked. Said twice at once, either order is right. */
sealed interface DeadLetterCommand extends Commuting, AnsweredBy<DeadLetterAnswer> {
    String projection();

    UUID eventId();

    /** The one letter of that event in that projection. */
    @TargetAggregateIdentifier
    default DeadLetterId deadLetterId() {
        return DeadLetterId.of(projection(), eventId());
    }

    /** Has the projection try it once more. */
    record RetryDeadLetter(String projection, UUID eventId) implements DeadLetterCommand {}

    /** Lets the projection go on without it. @param reason of the list dead-letter-reason */
    record DiscardDeadLetter(String projection, UUID eventId, Code reason) implements DeadLetterCommand {}
}

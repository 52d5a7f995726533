package brightline.events.care;

import brightline.events.Code;
import brightline.events.DeadLetterId;
import brightline.events.EventName;
import java.util.UUID;

/** What can be decided about an event that a projection could not handle and has parked. */
public sealed interface CareEvent {
    DeadLetterId deadLetterId();

    /** Name of the projection that parked it. */
    String projection();

    /** Identifier of the parked event. */
    UUID eventId();

    /** The projection is to try the event once more, with all later ones of its stream. */
    @EventName("care.dead-letter-retried")
    record DeadLetterRetried(DeadLetterId deadLetterId, String projection, UUID eventId) implements CareEvent {}

    /**
     * Where the projection cannot handle the event, it is to go on without it. The event stays in the log, the decision is shown
     * and counted wherever the event is missed.
     *
     * @param reason of the list dead-letter-reason
     */
    @EventName("care.dead-letter-discarded")
    record DeadLetterDiscarded(DeadLetterId deadLetterId, String projection, UUID eventId, Code reason)
            implements CareEvent {}
}

package brightline.command.care;

import brightline.events.DeadLetterId;
import java.util.UUID;

/** What was decided about; the projection acts on it within seconds. */
record DeadLetterAnswer(DeadLetterId deadLetterId, String projection, UUID eventId) {}

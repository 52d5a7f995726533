package brightline.command.incident;

import brightline.command.interaction.InteractionAnswer;
import brightline.events.IncidentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the answer to a command about an incident says.
 *
 * @param number the number people say
 * @param version for the next If-Match
 * @param index of its last event in the log, for {@code atLeastIndex}
 * @param interactions those the command recorded or undid, in the document's order
 * @param undoUntil until when the account that recorded it can undo it, while nothing else changed it; null for other commands
 */
public record IncidentAccepted(
        IncidentId incident,
        String number,
        long version,
        long index,
        List<InteractionAnswer> interactions,
        @Nullable Instant undoUntil) {}

package brightline.command.incident;

import brightline.command.interaction.InteractionAnswer;
import brightline.events.IncidentId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it now stands.
 *
 * @param number the number people say
 * @param version of its stream, for If-Match
 * @param interactions those the command recorded, or undid
 * @param undoUntil until when its author can undo it; null for other commands than its recording
 */
public record IncidentAnswer(
        IncidentId incident,
        String number,
        long version,
        List<InteractionAnswer> interactions,
        @Nullable Instant undoUntil) {
    public IncidentAnswer {
        interactions = List.copyOf(interactions);
    }
}

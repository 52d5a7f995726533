package brightline.command.incident;

import brightline.command.interaction.InteractionAnswer;
import brightline.command.submission.Identified;
import brightline.command.submission.Versioned;
import brightline.command.submission.WithIndex;
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
        Long version,
        List<InteractionAnswer> interactions,
        @Nullable Instant undoUntil)
        implements Identified, Versioned, WithIndex<IncidentAccepted> {
    public IncidentAnswer {
        interactions = List.copyOf(interactions);
    }

    @Override
    public Object id() {
        return incident;
    }

    @Override
    public IncidentAccepted at(long index) {
        return new IncidentAccepted(incident, number, version, index, interactions, undoUntil);
    }
}

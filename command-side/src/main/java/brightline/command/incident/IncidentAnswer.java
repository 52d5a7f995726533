package brightline.command.incident;

import brightline.command.interaction.InteractionAnswer;
import brightline.events.IncidentId;
import java.util.List;

/**
 * An incident as it now stands.
 *
 * @param number the number people say
 * @param version of its stream, for If-Match
 * @param interactions those the command recorded
 */
public record IncidentAnswer(IncidentId incident, String number, long version, List<InteractionAnswer> interactions) {
    public IncidentAnswer {
        interactions = List.copyOf(interactions);
    }
}

package brightline.command.incident;

import brightline.command.interaction.InteractionAnswer;
import brightline.command.submission.Accepted;
import brightline.events.IncidentId;
import java.util.List;

/**
 * The answer to a command about an incident.
 *
 * @param number the number people say
 * @param version for the next If-Match
 * @param index of its last event in the log, for {@code atLeastIndex}
 * @param interactions those the command recorded, in the document's order
 */
record IncidentAccepted(
        IncidentId incident, String number, long version, long index, List<InteractionAnswer> interactions) {

    static IncidentAccepted of(Accepted<IncidentAnswer> accepted) {
        IncidentAnswer answer = accepted.answer();
        return new IncidentAccepted(
                answer.incident(), answer.number(), answer.version(), accepted.index(), answer.interactions());
    }
}

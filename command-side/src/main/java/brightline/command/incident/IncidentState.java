package brightline.command.incident;

import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.SchoolCode;
import brightline.events.incident.IncidentEvent.IncidentOpened;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What decisions about an incident need to remember. */
sealed interface IncidentState {
    /** Nothing is recorded under this id. */
    record Unrecorded() implements IncidentState {}

    /**
     * The incident as it now stands.
     *
     * @param interactions its students' interactions, in the order they were recorded
     * @param primary null unless it is the double of another one
     */
    record Open(
            IncidentOpened opened,
            SchoolCode school,
            List<InteractionId> interactions,
            @Nullable IncidentId primary) implements IncidentState {
        public Open {
            interactions = List.copyOf(interactions);
        }
    }
}

package brightline.command.incident;

import brightline.command.incident.IncidentState.Where;
import brightline.events.Correction;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.SchoolCode;
import brightline.events.incident.IncidentEvent.IncidentOpened;

/** What can be decided about an incident. */
sealed interface IncidentCommand {
    IncidentId incidentId();

    /** Records that police and students met. */
    record OpenIncident(IncidentOpened opened) implements IncidentCommand {
        @Override
        public IncidentId incidentId() {
            return opened.incidentId();
        }
    }

    /** One more student was part of it. */
    record AddInteraction(IncidentId incidentId, InteractionId interactionId) implements IncidentCommand {}

    /** It happened at another school. */
    record CorrectSchool(IncidentId incidentId, SchoolCode to, Correction correction) implements IncidentCommand {}

    /** Its source says where it was: what was corrected here since stays. */
    record FollowSource(IncidentId incidentId, Where said) implements IncidentCommand {}

    /**
     * It is the double of another incident.
     *
     * @param primaryIsLinked whether that one is itself the double of a third
     * @param hasDoubles whether this one is the primary of others
     */
    record LinkIncident(
            IncidentId incidentId,
            IncidentId primary,
            boolean primaryIsLinked,
            boolean hasDoubles,
            Correction correction)
            implements IncidentCommand {}
}

package brightline.events.incident;

import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.EventName;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.SchoolCode;
import brightline.events.Source;
import brightline.events.Stated;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can happen to the facts that all students of an incident share. */
public sealed interface IncidentEvent {
    IncidentId incidentId();

    /**
     * Police and students met.
     *
     * @param number the number people say, {@code BL-2026-00123}; unique, not gapless
     * @param place code list {@code place}; null if not recorded
     * @param inSession whether school was in session there and then
     * @param occurredAt the earliest moment of it; each student's own time stands in the interaction
     * @param interactions the students' interactions recorded with it, in the order of the document
     */
    @EventName("incident.opened")
    record IncidentOpened(
            IncidentId incidentId,
            String number,
            SchoolCode school,
            @Nullable Code place,
            Stated inSession,
            Instant occurredAt,
            List<OutsideReference> references,
            List<InteractionId> interactions,
            Source source)
            implements IncidentEvent {
        public IncidentOpened {
            inSession = Stated.orMissing(inSession);
            references = List.copyOf(references);
            interactions = List.copyOf(interactions);
        }
    }

    /** One more student turned out to be part of it. */
    @EventName("incident.interaction-added")
    record InteractionAdded(IncidentId incidentId, InteractionId interactionId) implements IncidentEvent {}

    /** It happened at another school than recorded. */
    @EventName("incident.school-corrected")
    record SchoolCorrected(IncidentId incidentId, SchoolCode from, SchoolCode to, Correction correction)
            implements IncidentEvent {}

    /**
     * It happened elsewhere at the school, or at another time of its day, than recorded.
     *
     * @param place code list {@code place}; null if not recorded
     * @param inSession whether school was in session there and then
     */
    @EventName("incident.surroundings-corrected")
    record SurroundingsCorrected(
            IncidentId incidentId, @Nullable Code place, Stated inSession, Correction correction)
            implements IncidentEvent {
        public SurroundingsCorrected {
            inSession = Stated.orMissing(inSession);
        }
    }

    /**
     * It was recorded twice. Both streams stay; figures count the two as one incident under the primary's id.
     *
     * @param primary the record that gives the pair its identity: the first one
     */
    @EventName("incident.linked")
    record IncidentLinked(IncidentId incidentId, IncidentId primary, Correction correction) implements IncidentEvent {}
}

package brightline.query.involvement;

import brightline.events.Code;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.incident.IncidentEvent;
import brightline.events.incident.IncidentEvent.*;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An incident as its events so far describe it.
 *
 * @param primary the incident it was entered twice of; null for none
 */
public record IncidentRecord(
        IncidentId incidentId,
        String number,
        SchoolCode school,
        @Nullable Code place,
        Stated inSession,
        List<InteractionId> interactions,
        @Nullable IncidentId primary) {
    public IncidentRecord {
        interactions = List.copyOf(interactions);
    }

    /**
     * The record after one more event.
     *
     * @throws IllegalStateException if the stream does not begin with {@link IncidentOpened}, or has two of them
     */
    public static IncidentRecord evolve(@Nullable IncidentRecord before, IncidentEvent event) {
        if (event instanceof IncidentOpened opened) {
            if (before != null) {
                throw new IllegalStateException("An incident is opened once");
            }
            return new IncidentRecord(
                    opened.incidentId(),
                    opened.number(),
                    opened.school(),
                    opened.place(),
                    opened.inSession(),
                    opened.interactions(),
                    null);
        }
        if (before == null) {
            throw new IllegalStateException("An incident begins with incident.opened");
        }
        return switch (event) {
            case IncidentOpened _ -> before;
            case InteractionAdded added -> before.with(added.interactionId());
            case SchoolCorrected corrected -> before.with(corrected.to(), before.primary);
            case SurroundingsCorrected corrected -> before.with(corrected.place(), corrected.inSession());
            case IncidentLinked linked -> before.with(before.school, linked.primary());
        };
    }

    private IncidentRecord with(InteractionId added) {
        List<InteractionId> all = new ArrayList<>(interactions);
        if (!all.contains(added)) {
            all.add(added);
        }
        return new IncidentRecord(incidentId, number, school, place, inSession, all, primary);
    }

    private IncidentRecord with(@Nullable Code newPlace, Stated newInSession) {
        return new IncidentRecord(incidentId, number, school, newPlace, newInSession, interactions, primary);
    }

    private IncidentRecord with(SchoolCode newSchool, @Nullable IncidentId newPrimary) {
        return new IncidentRecord(incidentId, number, newSchool, place, inSession, interactions, newPrimary);
    }
}

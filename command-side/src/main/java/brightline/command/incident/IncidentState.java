package brightline.command.incident;

import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.incident.IncidentEvent.IncidentOpened;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What decisions about an incident need to remember. */
sealed interface IncidentState {
    /** Nothing is recorded under this id. */
    record Unrecorded() implements IncidentState {}

    /**
     * Where an incident happened.
     *
     * @param place code list {@code place}; null if not recorded
     */
    record Where(SchoolCode school, @Nullable Code place, Stated inSession) {}

    /**
     * The incident as it now stands.
     *
     * @param where as it was recorded or corrected last
     * @param told as its source told it last, whatever was corrected here since
     * @param interactions its students' interactions, in the order they were recorded
     * @param primary null unless it is the double of another one
     */
    record Open(
            IncidentOpened opened,
            Where where,
            Where told,
            List<InteractionId> interactions,
            @Nullable IncidentId primary)
            implements IncidentState {
        public Open {
            interactions = List.copyOf(interactions);
        }

        SchoolCode school() {
            return where.school();
        }

        Open with(InteractionId one) {
            List<InteractionId> more = new ArrayList<>(interactions);
            more.add(one);
            return new Open(opened, where, told, more, primary);
        }

        Open corrected(Where now, Where toldNow, Correction correction) {
            return new Open(opened, now, correction.saidBySource() ? toldNow : told, interactions, primary);
        }

        Open linkedTo(IncidentId other) {
            return new Open(opened, where, told, interactions, other);
        }
    }
}

package brightline.command.interaction;

import brightline.events.Correction;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.SchoolCode;
import brightline.events.SecretRef;
import brightline.events.Source;
import brightline.events.SubjectHandle;
import brightline.events.interaction.ContactFacts;
import brightline.events.interaction.CorrectedFact;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionEvent.SourceRecorded;
import brightline.events.interaction.PoliceAction;
import brightline.events.interaction.SealedParts;
import brightline.events.interaction.Treatment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be decided about one student's contact; personal parts are sealed already. */
sealed interface InteractionCommand {
    InteractionId interactionId();

    /** Records a contact with all that is known of it. */
    record RecordContact(
            InteractionId interactionId, IncidentId incident, ContactFacts facts, SealedParts parts, Source source)
            implements InteractionCommand {
        List<InteractionEvent> asEvents() {
            return facts.asEvents(interactionId, incident, parts, source);
        }
    }

    /** Puts a right fact in the place of a wrong one. */
    record CorrectFact(InteractionId interactionId, CorrectedFact corrected, Correction correction)
            implements InteractionCommand {}

    /** Says which student it was. */
    record CorrectSubject(
            InteractionId interactionId,
            SubjectHandle to,
            @Nullable SchoolCode homeSchool,
            @Nullable SecretRef identity,
            @Nullable SecretRef statistics,
            Correction correction)
            implements InteractionCommand {}

    /**
     * Adds to a record.
     *
     * @param actions numbered on from the highest number ever given
     */
    record Supplement(
            InteractionId interactionId,
            @Nullable SecretRef narrative,
            List<PoliceAction> actions,
            Treatment treatment,
            Correction correction)
            implements InteractionCommand {
        public Supplement {
            actions = List.copyOf(actions);
        }
    }

    /** Keeps what a later file of the contact's source itself said. */
    record KeepSource(SourceRecorded said) implements InteractionCommand {
        @Override
        public InteractionId interactionId() {
            return said.interactionId();
        }
    }

    /** Takes a record out of all figures. */
    record VoidInteraction(InteractionId interactionId, Correction correction) implements InteractionCommand {}
}

package brightline.command.interaction;

import brightline.command.interaction.InteractionCommand.VoidInteraction;
import brightline.command.interaction.Interactions.Found;
import brightline.command.register.RegisterEdition;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.InteractionId;
import brightline.events.interaction.InteractionEvent.InteractionVoided;
import java.util.List;
import org.springframework.stereotype.Component;

/** Voids contacts whose author took them back at once, in the submission's transaction. */
@Component
public class UndoneContacts {
    private static final Correction UNDONE =
            new Correction(InteractionVoided.UNDONE, Code.of("correction-basis/OWN_REVIEW"), null);

    private final Interactions interactions;
    private final List<RecordWatcher> watchers;

    UndoneContacts(Interactions interactions, List<RecordWatcher> watchers) {
        this.interactions = interactions;
        this.watchers = List.copyOf(watchers);
    }

    /**
     * Voids the contact; says nothing new of one that is voided.
     *
     * @param version of its stream when it was looked at
     * @return as it then stands
     * @throws org.axonframework.modelling.command.ConcurrencyException when it has changed since
     */
    public InteractionAnswer undo(InteractionId id, long version, RegisterEdition register) {
        Found found = interactions.unchangedSince(id, version);
        if (!found.record().voided()) {
            found.aggregate().execute(interaction -> interaction.decide(new VoidInteraction(id, UNDONE)));
            watchers.forEach(watcher -> watcher.voided(id));
        }
        return ContactRecorder.answer(found.aggregate(), register);
    }
}

package brightline.command.interaction;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import brightline.command.interaction.InteractionState.Recorded;
import brightline.events.InteractionId;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionRecord;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The stream of one student's contact. Commands come through {@link ContactRecorder} and {@link InteractionDesk}. */
@Aggregate(type = "Interaction", cache = InteractionConfiguration.CACHE)
class Interaction {
    @AggregateIdentifier
    private @Nullable InteractionId id;

    private InteractionState state = new InteractionState.Unrecorded();

    /** For the framework. */
    protected Interaction() {}

    Interaction(InteractionCommand command) {
        decide(command);
    }

    final void decide(InteractionCommand command) {
        InteractionDecider.decide(command, state).forEach(event -> apply(event));
    }

    /** Null while nothing is recorded: the stream under this id is of another kind. */
    @Nullable
    InteractionRecord record() {
        return state instanceof Recorded recorded ? recorded.record() : null;
    }

    @EventSourcingHandler
    void on(InteractionEvent event) {
        id = event.interactionId();
        state = InteractionDecider.evolve(state, event);
    }
}

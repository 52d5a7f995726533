package brightline.command.disclosure;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import brightline.events.DisclosureId;
import brightline.events.disclosure.DisclosureEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "Disclosure")
class Disclosure {
    @AggregateIdentifier
    private @Nullable DisclosureId id;

    private DisclosureState state = new DisclosureState.Unknown();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    DisclosureAnswer on(DisclosureCommand command) {
        DisclosureDecider.decide(command, state).forEach(event -> AggregateLifecycle.apply(event));
        return new DisclosureAnswer(command.disclosureId());
    }

    @EventSourcingHandler
    void on(DisclosureEvent event) {
        id = event.disclosureId();
        state = DisclosureDecider.evolve(state, event);
    }
}

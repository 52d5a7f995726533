package brightline.command.officer;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import brightline.command.register.ReferenceRegister;
import brightline.events.OfficerId;
import brightline.events.officer.OfficerEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate
class Officer {
    @AggregateIdentifier
    private @Nullable OfficerId id;

    private OfficerState state = new OfficerState.Unknown();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    OfficerAnswer on(OfficerCommand command, ReferenceRegister register) {
        OfficerDecider.decide(command, state, register.current()).forEach(event -> AggregateLifecycle.apply(event));
        return new OfficerAnswer(command.officerId());
    }

    @EventSourcingHandler
    void on(OfficerEvent event) {
        id = event.officerId();
        state = OfficerDecider.evolve(state, event);
    }
}

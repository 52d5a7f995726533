package brightline.command.officer;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import brightline.command.register.ReferenceRegister;
import brightline.command.register.RegisterEdition;
import brightline.events.OfficerId;
import brightline.events.officer.OfficerEvent;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "Officer")
class Officer {
    @AggregateIdentifier
    private @Nullable OfficerId id;

    private OfficerState state = new OfficerState.Unknown();

    /** For the framework, and for who records an officer within a larger transaction. */
    protected Officer() {}

    /** All of them or none. @return what was recorded */
    List<OfficerEvent> record(List<OfficerCommand> commands, RegisterEdition register) {
        OfficerState next = state;
        List<OfficerEvent> events = new ArrayList<>();
        for (OfficerCommand command : commands) {
            for (OfficerEvent event : OfficerDecider.decide(command, next, register)) {
                events.add(event);
                next = OfficerDecider.evolve(next, event);
            }
        }
        events.forEach(event -> AggregateLifecycle.apply(event));
        return events;
    }

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

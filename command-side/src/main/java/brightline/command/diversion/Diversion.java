package brightline.command.diversion;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import brightline.events.DiversionId;
import brightline.events.diversion.DiversionEvent;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "Diversion")
class Diversion {
    @AggregateIdentifier
    private @Nullable DiversionId id;

    private DiversionState state = new DiversionState.Unrecorded();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    DiversionAnswer on(DiversionCommand command, DiversionCases cases) {
        DiversionCase found = cases.of(command, state);
        List<DiversionEvent> events = DiversionDecider.decide(command, state, found);
        events.forEach(event -> AggregateLifecycle.apply(event));
        cases.recorded(events, state);
        return DiversionAnswer.of(command.diversionId(), state, found.caps());
    }

    @EventSourcingHandler
    void on(DiversionEvent event) {
        id = event.diversionId();
        state = DiversionDecider.evolve(state, event);
    }
}

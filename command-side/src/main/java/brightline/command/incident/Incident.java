package brightline.command.incident;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import brightline.command.incident.IncidentState.Open;
import brightline.events.IncidentId;
import brightline.events.incident.IncidentEvent;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The stream of one incident. Commands come through {@link IncidentDesk}. */
@Aggregate(type = "Incident", cache = IncidentConfiguration.CACHE)
class Incident {
    @AggregateIdentifier
    private @Nullable IncidentId id;

    private IncidentState state = new IncidentState.Unrecorded();

    /** For the framework. */
    protected Incident() {}

    Incident(IncidentCommand command) {
        decide(command);
    }

    final void decide(IncidentCommand command) {
        IncidentDecider.decide(command, state).forEach(event -> apply(event));
    }

    /** Null while nothing is recorded: the stream under this id is of another kind. */
    @Nullable
    Open open() {
        return state instanceof Open open ? open : null;
    }

    @EventSourcingHandler
    void on(IncidentEvent event) {
        id = event.incidentId();
        state = IncidentDecider.evolve(state, event);
    }
}

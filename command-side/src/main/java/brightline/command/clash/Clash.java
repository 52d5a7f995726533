package brightline.command.clash;

import brightline.events.ClashId;
import brightline.events.clash.ClashEvent;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The stream of one question; what may be said in it is decided by {@link ClashDecider}. */
@Aggregate(type = "Clash")
class Clash {
    @AggregateIdentifier
    private @Nullable ClashId id;

    private ClashState state = new ClashState.Unknown();

    /** For the framework, and for the first command. */
    protected Clash() {}

    ClashState state() {
        return state;
    }

    void decide(ClashCommand command) {
        ClashDecider.decide(command, state).forEach(event -> AggregateLifecycle.apply(event));
    }

    @EventSourcingHandler
    void on(ClashEvent event) {
        id = event.clashId();
        state = ClashDecider.evolve(state, event);
    }
}

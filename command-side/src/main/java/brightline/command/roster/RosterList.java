package brightline.command.roster;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import brightline.command.register.ReferenceRegister;
import brightline.events.RosterListId;
import brightline.events.roster.RosterEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "RosterList")
class RosterList {
    @AggregateIdentifier
    private @Nullable RosterListId id;

    private RosterListDecider.Lines lines = RosterListDecider.Lines.NONE;

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    RosterListAnswer on(RosterListCommand command, ReferenceRegister register) {
        RosterListDecider.decide(command, lines, register.current()).forEach(event -> AggregateLifecycle.apply(event));
        return new RosterListAnswer(command.listId());
    }

    @EventSourcingHandler
    void on(RosterEvent event) {
        id = event.listId();
        lines = RosterListDecider.evolve(lines, event);
    }
}

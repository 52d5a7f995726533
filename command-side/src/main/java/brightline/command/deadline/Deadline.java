package brightline.command.deadline;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import brightline.events.DeadlineId;
import brightline.events.deadline.DeadlineEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "Deadline")
class Deadline {
    @AggregateIdentifier
    private @Nullable DeadlineId id;

    private DeadlineState state = new DeadlineState.Unknown();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    DeadlineAnswer on(DeadlineCommand command) {
        DeadlineDecider.decide(command, state).forEach(event -> AggregateLifecycle.apply(event));
        return new DeadlineAnswer(command.deadlineId());
    }

    @EventSourcingHandler
    void on(DeadlineEvent event) {
        id = event.deadlineId();
        state = DeadlineDecider.evolve(state, event);
    }
}

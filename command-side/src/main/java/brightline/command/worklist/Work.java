package brightline.command.worklist;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import brightline.events.WorkItemId;
import brightline.events.work.WorkEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "Work")
class Work {
    @AggregateIdentifier
    private @Nullable WorkItemId id;

    private WorkState state = new WorkState.Unknown();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    WorkAnswer on(WorkCommand command) {
        WorkDecider.decide(command, state).forEach(event -> AggregateLifecycle.apply(event));
        return new WorkAnswer(command.workItemId());
    }

    @EventSourcingHandler
    void on(WorkEvent event) {
        id = event.workItemId();
        state = WorkDecider.evolve(state, event);
    }
}

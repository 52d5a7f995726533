package brightline.command.review;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import brightline.events.ComplaintId;
import brightline.events.review.ComplaintEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "Complaint")
class Complaint {
    @AggregateIdentifier
    private @Nullable ComplaintId id;

    private ComplaintState state = new ComplaintState.Unknown();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    ComplaintAnswer on(ComplaintCommand command) {
        ComplaintDecider.decide(command, state).forEach(event -> AggregateLifecycle.apply(event));
        return new ComplaintAnswer(command.complaintId());
    }

    @EventSourcingHandler
    void on(ComplaintEvent event) {
        id = event.complaintId();
        state = ComplaintDecider.evolve(state, event);
    }
}

package brightline.command.care;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import brightline.command.care.DeadLetterCommand.DiscardDeadLetter;
import brightline.command.care.DeadLetterCommand.RetryDeadLetter;
import brightline.events.DeadLetterId;
import brightline.events.care.CareEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "DeadLetter")
class DeadLetter {
    @AggregateIdentifier
    private @Nullable DeadLetterId id;

    private DeadLetterState state = new DeadLetterState.Undecided();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    DeadLetterAnswer on(RetryDeadLetter command, ParkedEvents parked) {
        return decide(command, parked);
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    DeadLetterAnswer on(DiscardDeadLetter command, ParkedEvents parked) {
        return decide(command, parked);
    }

    private DeadLetterAnswer decide(DeadLetterCommand command, ParkedEvents parked) {
        DeadLetterDecider.decide(command, state, parked.contains(command.projection(), command.eventId()))
                .forEach(event -> AggregateLifecycle.apply(event));
        return new DeadLetterAnswer(command.deadLetterId(), command.projection(), command.eventId());
    }

    @EventSourcingHandler
    void on(CareEvent event) {
        id = event.deadLetterId();
        state = DeadLetterDecider.evolve(state, event);
    }
}

package brightline.command.deadline;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import brightline.events.DeadlineRuleId;
import brightline.events.deadline.DeadlineRuleEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "DeadlineSwitch")
class DeadlineSwitch {
    @AggregateIdentifier
    private @Nullable DeadlineRuleId id;

    private DeadlineSwitchState state = new DeadlineSwitchState.Unknown();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    DeadlineSwitchAnswer on(DeadlineSwitchCommand command) {
        DeadlineSwitchDecider.decide(command, state).forEach(event -> AggregateLifecycle.apply(event));
        return new DeadlineSwitchAnswer(command.deadlineRuleId());
    }

    @EventSourcingHandler
    void on(DeadlineRuleEvent event) {
        id = event.deadlineRuleId();
        state = DeadlineSwitchDecider.evolve(state, event);
    }
}

package brightline.command.activity;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import brightline.events.ActivityId;
import brightline.events.activity.ActivityEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "Activity")
class Activity {
    @AggregateIdentifier
    private @Nullable ActivityId id;

    private ActivityState state = new ActivityState.Unknown();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    ActivityAnswer on(ActivityCommand command) {
        ActivityDecider.decide(command, state).forEach(event -> AggregateLifecycle.apply(event));
        return new ActivityAnswer(command.activityId());
    }

    @EventSourcingHandler
    void on(ActivityEvent event) {
        id = event.activityId();
        state = ActivityDecider.evolve(state, event);
    }
}

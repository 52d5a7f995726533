package brightline.command.agency;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import brightline.command.agency.AgencyCommand.ChangeSettings;
import brightline.events.agency.AgencyEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate
class Agency {
    @AggregateIdentifier
    private @Nullable String stream;

    private AgencyState state = AgencyState.NEW;

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    Object on(AgencyCommand command) {
        AgencyDecider.decide(command, state).forEach(event -> AggregateLifecycle.apply(event));
        return command instanceof ChangeSettings(var settings)
                ? new SettingsAnswer(settings)
                : new ProgrammeAnswer(command.stream());
    }

    @EventSourcingHandler
    void on(AgencyEvent event) {
        stream = AgencyEvent.STREAM;
        state = AgencyDecider.evolve(state, event);
    }
}

package brightline.command.agency;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import brightline.command.agency.AgencyCommand.ChangeSettings;
import brightline.events.agency.AgencyEvent;
import brightline.events.agency.AgencySettings;
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

    private @Nullable AgencySettings settings;

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    SettingsAnswer on(ChangeSettings command) {
        AgencyDecider.decide(command, settings).forEach(event -> AggregateLifecycle.apply(event));
        return new SettingsAnswer(command.settings());
    }

    @EventSourcingHandler
    void on(AgencyEvent event) {
        stream = AgencyEvent.STREAM;
        settings = AgencyDecider.evolve(settings, event);
    }
}

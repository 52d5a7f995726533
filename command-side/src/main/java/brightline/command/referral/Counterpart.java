package brightline.command.referral;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import brightline.command.referral.CounterpartCommand.AssignCounterpartOwner;
import brightline.events.CounterpartId;
import brightline.events.referral.CounterpartEvent;
import brightline.events.referral.CounterpartEvent.CounterpartOwnerAssigned;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Who looks for the school's referral to one police record. Any owner may follow any other: there is nothing to refuse. */
@Aggregate(type = "Counterpart")
class Counterpart {
    @AggregateIdentifier
    private @Nullable CounterpartId id;

    private @Nullable String owner;

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    CounterpartAnswer on(CounterpartCommand command) {
        switch (command) {
            case AssignCounterpartOwner(var counterpart, var incident, var wanted) -> {
                if (!wanted.equals(owner)) {
                    AggregateLifecycle.apply(new CounterpartOwnerAssigned(counterpart, incident, wanted));
                }
                return new CounterpartAnswer(incident, wanted);
            }
        }
    }

    @EventSourcingHandler
    void on(CounterpartEvent event) {
        switch (event) {
            case CounterpartOwnerAssigned assigned -> {
                id = assigned.counterpartId();
                owner = assigned.owner();
            }
        }
    }
}

package brightline.command.agreement;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import brightline.command.register.ReferenceRegister;
import brightline.events.AgreementId;
import brightline.events.agreement.AgreementEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "Agreement")
class Agreement {
    @AggregateIdentifier
    private @Nullable AgreementId id;

    private AgreementState state = new AgreementState.Unknown();

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    AgreementAnswer on(AgreementCommand command, ReferenceRegister register) {
        AgreementDecider.decide(command, state, register.current()).forEach(event -> AggregateLifecycle.apply(event));
        return new AgreementAnswer(command.agreementId());
    }

    @EventSourcingHandler
    void on(AgreementEvent event) {
        id = event.agreementId();
        state = AgreementDecider.evolve(state, event);
    }
}

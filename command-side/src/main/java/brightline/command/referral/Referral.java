package brightline.command.referral;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.ReferralId;
import brightline.events.referral.ReferralEvent;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

@Aggregate(type = "Referral")
class Referral {
    @AggregateIdentifier
    private @Nullable ReferralId id;

    private ReferralState state = new ReferralState.Unrecorded();

    /** @throws ProblemException when the sender may not touch the school's referrals: 404, as for one that is not there */
    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    ReferralAnswer on(ReferralCommand command) {
        Set<String> schools = command.ofSchools();
        if (schools != null
                && state instanceof ReferralState.Recorded(var record)
                && !schools.contains(record.made().school().value())) {
            throw new ProblemException(Problem.notFound());
        }
        ReferralDecider.decide(command, state).forEach(event -> AggregateLifecycle.apply(event));
        return ReferralAnswer.of(command.referralId(), state);
    }

    @EventSourcingHandler
    void on(ReferralEvent event) {
        id = event.referralId();
        state = ReferralDecider.evolve(state, event);
    }
}

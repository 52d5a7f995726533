package brightline.command.accounts;

import brightline.events.AccountId;
import brightline.events.account.AccountEvent;
import java.util.List;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** An account as the log knows it. The row beside it holds what lets somebody sign in. */
@Aggregate(type = "Account")
class KeptAccount {
    @AggregateIdentifier
    private @Nullable AccountId id;

    private AccountState state = AccountState.UNKNOWN;

    protected KeptAccount() {}

    /** @return what was recorded */
    List<AccountEvent> record(AccountCommand command) {
        List<AccountEvent> events = AccountDecider.decide(command, state);
        events.forEach(event -> AggregateLifecycle.apply(event));
        return events;
    }

    @EventSourcingHandler
    void on(AccountEvent event) {
        id = event.accountId();
        state = AccountDecider.evolve(state, event);
    }
}

package brightline.command.accounts;

import brightline.command.accounts.AccountCommand.By;
import brightline.command.accounts.AccountCommand.RecordFoundAccount;
import brightline.command.submission.Commuting;
import brightline.edge.access.Account;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.ApiTokens;
import brightline.events.AccountId;
import brightline.events.account.AccountEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Changes accounts: the stream and the row beside it in one transaction, one change of an account after the other. */
@Component
final class AccountDesk {
    private final Configuration axon;
    private final Accounts accounts;

    /** @param axon comes lazily: it in turn looks for command handlers */
    AccountDesk(@Lazy Configuration axon, Accounts accounts) {
        this.axon = axon;
        this.accounts = accounts;
    }

    /**
     * A change of an account.
     *
     * @param actor whose account asks for it; null for the installation itself
     * @param store writes what no event may hold, before it is decided, and answers the command; null where nothing is to be recorded but how the account was found
     */
    record ChangeAccount(AccountId accountId, @Nullable AccountId actor, Function<By, @Nullable AccountCommand> store)
            implements Commuting {}

    /** @param recorded whether anything was */
    record Changed(boolean recorded) {}

    /** @throws brightline.command.submission.CommandRejected naming the rule */
    @CommandHandler
    Changed on(ChangeAccount change) throws Exception {
        AccountId id = change.accountId();
        List<UUID> keepers = accounts.openFor(AccountRole.SYSADMIN);
        @Nullable Account before = accounts.held(id.value()).orElse(null);
        AccountCommand command = stored(change, by(change, keepers));
        if (before == null && command == null) {
            return new Changed(false);
        }
        Aggregate<KeptAccount> stream =
                axon.repository(KeptAccount.class).loadOrCreate(id.toString(), KeptAccount::new);
        List<AccountEvent> events = new ArrayList<>();
        if (before != null) {
            events.addAll(stream.invoke(
                    account -> account.record(new RecordFoundAccount(id, before.rights(), !before.closed()))));
        }
        if (command != null) {
            events.addAll(stream.invoke(account -> account.record(command)));
        }
        events.forEach(accounts::enter);
        return new Changed(!events.isEmpty());
    }

    private static By by(ChangeAccount change, List<UUID> keepers) {
        AccountId actor = change.actor();
        return new By(
                actor,
                keepers.stream()
                        .map(AccountId::new)
                        .anyMatch(one -> !one.equals(actor) && !one.equals(change.accountId())),
                keepers.stream().map(AccountId::new).allMatch(change.accountId()::equals));
    }

    private static @Nullable AccountCommand stored(ChangeAccount change, By by) {
        try {
            return change.store().apply(by);
        } catch (Accounts.UsernameTaken _) {
            throw AccountRule.USERNAME_TAKEN.broken();
        } catch (ApiTokens.TooManyTokens _) {
            throw AccountRule.TOO_MANY_TOKENS.broken();
        }
    }
}

package brightline.edge.access;

import brightline.events.AccountId;
import brightline.events.account.AccountEvent.AccountClosed;
import brightline.events.account.AccountEvent.AccountReopened;
import brightline.events.account.AccountEvent.RightsAssigned;
import brightline.events.account.AccountEvent.SecondFactorReset;
import brightline.events.account.AccountEvent.SecondFactorSet;
import brightline.events.account.AccountRights;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** For programs of tests that keep no log: what is asked is so at once, and nothing is on record. */
public final class AccountsWithoutLog implements AccountRecord {
    private final Accounts accounts;
    private final TransactionTemplate transactions;

    public AccountsWithoutLog(Accounts accounts, PlatformTransactionManager transactions) {
        this.accounts = accounts;
        this.transactions = new TransactionTemplate(transactions);
    }

    @Override
    public void made(UUID account, AccountRights rights, Runnable store) {
        transactions.executeWithoutResult(_ -> {
            store.run();
            assigned(account, rights);
        });
    }

    @Override
    public void assigned(UUID account, AccountRights rights) {
        accounts.enter(new RightsAssigned(new AccountId(account), rights));
    }

    @Override
    public void granted(UUID account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void refused(UUID account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void closed(UUID account) {
        accounts.enter(new AccountClosed(new AccountId(account)));
    }

    @Override
    public void reopened(UUID account) {
        transactions.executeWithoutResult(_ -> {
            AccountRights had = accounts.find(account).orElseThrow().rights();
            accounts.enter(new AccountReopened(new AccountId(account)));
            assigned(account, had);
        });
    }

    @Override
    public void passwordReset(UUID account, Runnable store) {
        store(store);
    }

    @Override
    public boolean passwordChanged(UUID account, BooleanSupplier store) {
        return Boolean.TRUE.equals(transactions.execute(_ -> store.getAsBoolean()));
    }

    @Override
    public Instant tokenMade(UUID account, UUID token, Set<TokenScope> scopes, Supplier<Instant> store) {
        return Objects.requireNonNull(transactions.execute(_ -> store.get()));
    }

    @Override
    public void tokenEnded(UUID account, UUID token, BooleanSupplier store) {
        passwordChanged(account, store);
    }

    @Override
    public void secondFactorSet(UUID account, Runnable store) {
        store(() -> {
            store.run();
            accounts.enter(new SecondFactorSet(new AccountId(account)));
        });
    }

    @Override
    public boolean secondFactorReset(UUID account, BooleanSupplier store) {
        return passwordChanged(account, () -> {
            boolean removed = store.getAsBoolean();
            if (removed) {
                accounts.enter(new SecondFactorReset(new AccountId(account)));
            }
            return removed;
        });
    }

    private void store(Runnable store) {
        transactions.executeWithoutResult(_ -> store.run());
    }
}

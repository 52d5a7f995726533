package brightline.command.accounts;

import brightline.command.accounts.AccountCommand.*;
import brightline.command.accounts.AccountDesk.ChangeAccount;
import brightline.command.accounts.AccountDesk.Changed;
import brightline.command.submission.Commands;
import brightline.command.submission.Request;
import brightline.edge.access.AccountRecord;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.TokenScope;
import brightline.events.AccountId;
import brightline.events.TokenId;
import brightline.events.account.AccountRights;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Accounts on record: each change is a command, sent in the name of whoever is signed in. Nothing of it is kept to be answered again. */
@Component
final class RecordedAccounts implements AccountRecord {
    /** Who did it where nobody is signed in. */
    static final String INSTALLATION = "installation";

    private final Commands commands;

    RecordedAccounts(Commands commands) {
        this.commands = commands;
    }

    @Override
    public void made(UUID account, AccountRights rights, Runnable store) {
        change(account, by -> {
            store.run();
            return new MakeAccount(new AccountId(account), rights, by);
        });
    }

    @Override
    public void assigned(UUID account, AccountRights rights) {
        change(account, by -> new AssignRights(new AccountId(account), rights, by));
    }

    @Override
    public void granted(UUID account) {
        change(account, by -> new GrantRights(new AccountId(account), by));
    }

    @Override
    public void refused(UUID account) {
        change(account, by -> new RefuseRights(new AccountId(account), by));
    }

    @Override
    public void closed(UUID account) {
        change(account, by -> new CloseAccount(new AccountId(account), by));
    }

    @Override
    public void reopened(UUID account) {
        change(account, by -> new ReopenAccount(new AccountId(account), by));
    }

    @Override
    public void passwordReset(UUID account, Runnable store) {
        stored(account, store, new RecordPasswordReset(new AccountId(account)));
    }

    @Override
    public boolean passwordChanged(UUID account, BooleanSupplier store) {
        return change(account, _ -> store.getAsBoolean() ? new RecordPasswordChange(new AccountId(account)) : null);
    }

    @Override
    public Instant tokenMade(UUID account, UUID token, Set<TokenScope> scopes, Supplier<Instant> store) {
        AtomicReference<@Nullable Instant> good = new AtomicReference<>();
        change(account, _ -> {
            Instant until = store.get();
            good.set(until);
            return new RecordToken(
                    new AccountId(account),
                    new TokenId(token),
                    scopes.stream().map(TokenScope::text).sorted().toList(),
                    until);
        });
        return Objects.requireNonNull(good.get());
    }

    @Override
    public void tokenEnded(UUID account, UUID token, BooleanSupplier store) {
        change(
                account,
                _ -> store.getAsBoolean() ? new RecordTokenEnd(new AccountId(account), new TokenId(token)) : null);
    }

    @Override
    public void secondFactorSet(UUID account, Runnable store) {
        stored(account, store, new RecordSecondFactor(new AccountId(account)));
    }

    @Override
    public boolean secondFactorReset(UUID account, BooleanSupplier store) {
        return change(account, _ -> store.getAsBoolean() ? new RecordSecondFactorReset(new AccountId(account)) : null);
    }

    private void stored(UUID account, Runnable store, AccountCommand command) {
        change(account, _ -> {
            store.run();
            return command;
        });
    }

    private boolean change(UUID account, Function<By, @Nullable AccountCommand> store) {
        CurrentActor actor = CurrentActor.orNull();
        return commands.send(
                        new ChangeAccount(
                                new AccountId(account), actor == null ? null : new AccountId(actor.accountId()), store),
                        Changed.class,
                        Request.inside(actor == null ? INSTALLATION : actor.username()))
                .answer()
                .recorded();
    }
}

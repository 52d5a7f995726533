package brightline.command.accounts;

import brightline.command.accounts.AccountCommand.*;
import brightline.command.accounts.AccountState.Alone;
import brightline.command.accounts.AccountState.Asked;
import brightline.events.AccountId;
import brightline.events.account.AccountEvent;
import brightline.events.account.AccountEvent.*;
import brightline.events.account.AccountRights;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides about accounts. Rights that reach further than those an account has take two people: one asks, another grants. */
final class AccountDecider {
    static final String KEEPS_ACCOUNTS = "sysadmin";

    private AccountDecider() {}

    /**
     * The events that follow; none when it is already so.
     *
     * @throws brightline.command.submission.CommandRejected naming the rule
     */
    static List<AccountEvent> decide(AccountCommand command, AccountState state) {
        AccountId id = command.accountId();
        return switch (command) {
            case MakeAccount(var _, var rights, var by) -> {
                if (state.known()) {
                    yield List.of();
                }
                List<AccountEvent> events = new ArrayList<>();
                events.add(new AccountMade(id));
                events.addAll(assign(id, rights, by, evolve(state, events.getFirst())));
                yield List.copyOf(events);
            }
            case RecordFoundAccount(var _, var rights, var open) ->
                state.known() ? List.of() : List.of(new AccountFound(id, rights, open));
            case AssignRights(var _, var rights, var by) -> assign(id, rights, by, state);
            case GrantRights(var _, var by) -> List.of(grant(id, by, state));
            case RefuseRights(var _, var by) -> List.of(refuse(id, by, state));
            case CloseAccount(var _, var by) -> {
                if (!state.open()) {
                    yield List.of();
                }
                if (keepsAccounts(state.rights()) && by.lastSysadmin()) {
                    throw AccountRule.LAST_SYSADMIN.broken();
                }
                yield List.of(new AccountClosed(id));
            }
            case ReopenAccount(var _, var by) -> state.open() ? List.of() : reopen(id, by, state);
            case RecordPasswordReset _ -> List.of(new PasswordReset(id));
            case RecordPasswordChange _ -> List.of(new PasswordChanged(id));
            case RecordToken(var _, var token, var scopes, var expiresAt) ->
                List.of(new TokenMade(id, token, scopes, expiresAt));
            case RecordTokenEnd(var _, var token) -> List.of(new TokenEnded(id, token));
            case RecordSecondFactor _ -> List.of(new SecondFactorSet(id));
            case RecordSecondFactorReset _ -> List.of(new SecondFactorReset(id));
        };
    }

    /** Opened again it is as one just made: what it had reached is given anew. */
    private static List<AccountEvent> reopen(AccountId id, By by, AccountState state) {
        List<AccountEvent> events = new ArrayList<>();
        events.add(new AccountReopened(id));
        if (state.rights() != null) {
            events.addAll(assign(id, state.rights(), by, evolve(state, events.getFirst())));
        }
        return List.copyOf(events);
    }

    private static List<AccountEvent> assign(AccountId id, AccountRights rights, By by, AccountState state) {
        AccountId asker = by.account();
        AccountRights has = state.rights();
        if (asker == null) {
            return rights.equals(has) ? List.of() : List.of(new RightsAssigned(id, rights));
        }
        if (asker.equals(id)) {
            throw AccountRule.OWN_RIGHTS.broken();
        }
        if (rights.equals(has) && state.asked() == null) {
            return List.of();
        }
        if (keepsAccounts(has) && !keepsAccounts(rights) && by.lastSysadmin()) {
            throw AccountRule.LAST_SYSADMIN.broken();
        }
        if (has != null && rights.isWithin(has)) {
            return List.of(new RightsAssigned(id, rights));
        }
        if (!by.another()) {
            return List.of(new RightsGivenAlone(id, rights, asker));
        }
        if (state.asked() != null || state.alone() != null) {
            if (new Asked(rights, asker).equals(state.asked())) {
                return List.of();
            }
            throw AccountRule.DECIDE_FIRST.broken();
        }
        return List.of(new RightsAsked(id, rights, asker));
    }

    private static AccountEvent grant(AccountId id, By by, AccountState state) {
        if (state.asked() != null) {
            return new RightsGranted(
                    id, state.asked().rights(), second(id, by, state.asked().by()));
        }
        if (state.alone() != null) {
            return new RightsConfirmed(id, second(id, by, state.alone().by()));
        }
        throw AccountRule.NOTHING_WAITS.broken();
    }

    private static AccountEvent refuse(AccountId id, By by, AccountState state) {
        if (state.asked() != null) {
            return new RightsRefused(
                    id, state.asked().rights(), second(id, by, state.asked().by()));
        }
        if (state.alone() != null) {
            AccountId second = second(id, by, state.alone().by());
            if (keepsAccounts(state.rights()) && by.lastSysadmin()) {
                throw AccountRule.LAST_SYSADMIN.broken();
            }
            return new RightsTakenAway(id, state.alone().before(), second);
        }
        throw AccountRule.NOTHING_WAITS.broken();
    }

    /** @return who decides @throws brightline.command.submission.CommandRejected unless that is another person than both */
    private static AccountId second(AccountId id, By by, AccountId first) {
        AccountId second = by.account();
        if (second == null || second.equals(first) || second.equals(id)) {
            throw AccountRule.SECOND_PERSON.broken();
        }
        return second;
    }

    private static boolean keepsAccounts(@Nullable AccountRights rights) {
        return rights != null && rights.role().equals(KEEPS_ACCOUNTS);
    }

    static AccountState evolve(AccountState state, AccountEvent event) {
        return switch (event) {
            case AccountMade _ -> new AccountState(true, true, null, null, null);
            case AccountFound(var _, var rights, var open) -> new AccountState(true, open, rights, null, null);
            case RightsAsked(var _, var rights, var by) -> state.asks(new Asked(rights, by));
            case RightsGranted(var _, var rights, var _) ->
                state.has(rights).asks(null).alone(null);
            case RightsRefused _ -> state.asks(null);
            case RightsAssigned(var _, var rights) -> state.has(rights).asks(null);
            case RightsGivenAlone(var _, var rights, var by) ->
                state.has(rights).asks(null).alone(new Alone(by, agreed(state)));
            case RightsConfirmed _ -> state.alone(null);
            case RightsTakenAway(var _, var left, var _) -> state.has(left).alone(null);
            case AccountClosed _ -> state.opened(false).asks(null);
            case AccountReopened _ -> new AccountState(true, true, null, null, null);
            case PasswordReset _,
                    PasswordChanged _,
                    TokenMade _,
                    TokenEnded _,
                    SecondFactorSet _,
                    SecondFactorReset _ -> state;
        };
    }

    /** What it had by two, or by the installation. */
    private static @Nullable AccountRights agreed(AccountState state) {
        return state.alone() == null
                ? state.rights()
                : Objects.requireNonNull(state.alone()).before();
    }
}

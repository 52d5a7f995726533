package brightline.command.accounts;

import brightline.events.AccountId;
import brightline.events.TokenId;
import brightline.events.account.AccountRights;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of an account, or has been done with it. */
sealed interface AccountCommand {
    AccountId accountId();

    /**
     * Who asks, and who else is there.
     *
     * @param account null for the installation itself
     * @param another whether there is an open account, neither this one nor the asker's, that may grant and refuse
     * @param lastSysadmin whether no account but the one asked about keeps accounts
     */
    record By(@Nullable AccountId account, boolean another, boolean lastSysadmin) {}

    record MakeAccount(AccountId accountId, AccountRights rights, By by) implements AccountCommand {}

    /** @param open whether the account can sign in */
    record RecordFoundAccount(AccountId accountId, AccountRights rights, boolean open) implements AccountCommand {}

    record AssignRights(AccountId accountId, AccountRights rights, By by) implements AccountCommand {}

    record GrantRights(AccountId accountId, By by) implements AccountCommand {}

    record RefuseRights(AccountId accountId, By by) implements AccountCommand {}

    record CloseAccount(AccountId accountId, By by) implements AccountCommand {}

    record ReopenAccount(AccountId accountId, By by) implements AccountCommand {}

    record RecordPasswordReset(AccountId accountId) implements AccountCommand {}

    record RecordPasswordChange(AccountId accountId) implements AccountCommand {}

    record RecordToken(AccountId accountId, TokenId tokenId, List<String> scopes, Instant expiresAt)
            implements AccountCommand {
        public RecordToken {
            scopes = List.copyOf(scopes);
        }
    }

    record RecordTokenEnd(AccountId accountId, TokenId tokenId) implements AccountCommand {}

    record RecordSecondFactor(AccountId accountId) implements AccountCommand {}

    record RecordSecondFactorReset(AccountId accountId) implements AccountCommand {}
}

package brightline.command.accounts;

import brightline.events.AccountId;
import brightline.events.account.AccountRights;
import org.jspecify.annotations.Nullable;

/**
 * What decisions about an account need to remember.
 *
 * @param known whether anything was recorded of it
 * @param rights it has; null for none
 * @param asked that it is to have; null while nothing is asked
 * @param alone what one person alone gave it; null where a second has agreed, or none was needed
 */
record AccountState(
        boolean known,
        boolean open,
        @Nullable AccountRights rights,
        @Nullable Asked asked,
        @Nullable Alone alone) {
    static final AccountState UNKNOWN = new AccountState(false, false, null, null, null);

    record Asked(AccountRights rights, AccountId by) {}

    /** @param before what it had by two; null for nothing */
    record Alone(AccountId by, @Nullable AccountRights before) {}

    AccountState has(@Nullable AccountRights now) {
        return new AccountState(known, open, now, asked, alone);
    }

    AccountState asks(@Nullable Asked now) {
        return new AccountState(known, open, rights, now, alone);
    }

    AccountState alone(@Nullable Alone now) {
        return new AccountState(known, open, rights, asked, now);
    }

    AccountState opened(boolean now) {
        return new AccountState(known, now, rights, asked, alone);
    }
}

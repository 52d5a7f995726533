package brightline.events.account;

import brightline.events.AccountId;
import brightline.events.EventName;
import brightline.events.TokenId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can happen to an account. Its user name and its password are in no event. Who did it travels beside the event; where a second
 * person has to be another one, the event says who the first was.
 */
public sealed interface AccountEvent {
    AccountId accountId();

    /** It was made, without any right. */
    @EventName("account.made")
    record AccountMade(AccountId accountId) implements AccountEvent {}

    /**
     * It was there before accounts were on record.
     *
     * @param rights it was found with
     * @param open whether it could sign in then
     */
    @EventName("account.found")
    record AccountFound(AccountId accountId, AccountRights rights, boolean open) implements AccountEvent {}

    /**
     * Somebody asked that it have these rights. They do not act before another person grants them; what was asked before is no longer
     * asked.
     */
    @EventName("account.rights-asked")
    record RightsAsked(AccountId accountId, AccountRights rights, AccountId askedBy) implements AccountEvent {}

    /** A second person granted what was asked: it has these rights and no others. */
    @EventName("account.rights-granted")
    record RightsGranted(AccountId accountId, AccountRights rights, AccountId grantedBy) implements AccountEvent {}

    /** A second person refused what was asked. It has the rights it had. */
    @EventName("account.rights-refused")
    record RightsRefused(AccountId accountId, AccountRights rights, AccountId refusedBy) implements AccountEvent {}

    /** It has these rights, where nobody else was needed: they are no more than it had, or the installation itself gave them. */
    @EventName("account.rights-assigned")
    record RightsAssigned(AccountId accountId, AccountRights rights) implements AccountEvent {}

    /** It has these rights by one person alone, since nobody else was there who could grant them. The next one who is confirms or refuses. */
    @EventName("account.rights-given-alone")
    record RightsGivenAlone(AccountId accountId, AccountRights rights, AccountId givenBy) implements AccountEvent {}

    /** A second person confirmed what one had given alone. */
    @EventName("account.rights-confirmed")
    record RightsConfirmed(AccountId accountId, AccountId confirmedBy) implements AccountEvent {}

    /**
     * A second person refused what one had given alone.
     *
     * @param left what it had before and has again; null where that was nothing: it cannot sign in
     */
    @EventName("account.rights-taken-away")
    record RightsTakenAway(AccountId accountId, @Nullable AccountRights left, AccountId takenBy)
            implements AccountEvent {}

    /** It was closed: its sessions and tokens ended, and nothing is asked for it any more. */
    @EventName("account.closed")
    record AccountClosed(AccountId accountId) implements AccountEvent {}

    @EventName("account.reopened")
    record AccountReopened(AccountId accountId) implements AccountEvent {}

    /** It was given a random password by somebody else than its owner. Its sessions and tokens ended. */
    @EventName("account.password-reset")
    record PasswordReset(AccountId accountId) implements AccountEvent {}

    /** Its owner chose another password. Its other sessions and its tokens ended. */
    @EventName("account.password-changed")
    record PasswordChanged(AccountId accountId) implements AccountEvent {}

    /** @param scopes text forms, each once, in order @param expiresAt when it ends by itself */
    @EventName("account.token-made")
    record TokenMade(AccountId accountId, TokenId tokenId, List<String> scopes, Instant expiresAt)
            implements AccountEvent {
        public TokenMade {
            scopes = List.copyOf(scopes);
        }
    }

    /** It was ended before its time, by itself and not with the account's password. */
    @EventName("account.token-ended")
    record TokenEnded(AccountId accountId, TokenId tokenId) implements AccountEvent {}

    /** Its owner set a second proof beside the password. */
    @EventName("account.second-factor-set")
    record SecondFactorSet(AccountId accountId) implements AccountEvent {}

    /** Somebody else than its owner took the second proof away, for its owner to set another. */
    @EventName("account.second-factor-reset")
    record SecondFactorReset(AccountId accountId) implements AccountEvent {}
}

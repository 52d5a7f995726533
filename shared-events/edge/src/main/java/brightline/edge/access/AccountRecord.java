package brightline.edge.access;

import brightline.events.account.AccountRights;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Puts on record what happens to accounts; kept by the side that keeps the log. Each call is one transaction of the event and of what it
 * is given to store, begun here: where either fails, neither is. Whoever this thread works for did it. What is stored is enough to sign
 * in with, and never in an event.
 *
 * @see Accounts#enter what of an event is stored at the account
 */
public interface AccountRecord {
    /** An account was made. @param store makes its row, not yet granted and with the rights it is made for */
    void made(UUID account, AccountRights rights, Runnable store);

    /** It is to have these rights: at once, or when a second person grants them. */
    void assigned(UUID account, AccountRights rights);

    /** What is asked for it is granted, or what was given alone confirmed. */
    void granted(UUID account);

    /** What is asked for it is refused, or what was given alone taken away. */
    void refused(UUID account);

    void closed(UUID account);

    void reopened(UUID account);

    /** Somebody else than its owner gave it a random password. */
    void passwordReset(UUID account, Runnable store);

    /** Its owner chose another password. @param store false where somebody else was faster @return whether it was stored */
    boolean passwordChanged(UUID account, BooleanSupplier store);

    /** @param store answers until when the token is good @return the same */
    Instant tokenMade(UUID account, UUID token, Set<TokenScope> scopes, Supplier<Instant> store);

    /** @param store false where the token had ended already: nothing is recorded */
    void tokenEnded(UUID account, UUID token, BooleanSupplier store);

    /** Its owner set a second proof beside the password. */
    void secondFactorSet(UUID account, Runnable store);

    /** Somebody else than its owner took the second proof away. @param store false where there was none: nothing is recorded @return the same */
    boolean secondFactorReset(UUID account, BooleanSupplier store);
}

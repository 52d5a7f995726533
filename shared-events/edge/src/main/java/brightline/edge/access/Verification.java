package brightline.edge.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a username and a password. */
public sealed interface Verification {
    /** They are right. */
    record Accepted(Account account) implements Verification {}

    /**
     * They are not, or the account may not sign in. Whoever tried is never told which.
     *
     * @param accountId null when there is no such account
     */
    record Refused(@Nullable UUID accountId, Reason reason) implements Verification {}

    /** Why a sign-in was refused, for the log. */
    enum Reason {
        UNKNOWN,
        WRONG_PASSWORD,
        LOCKED,
        DISABLED
    }
}

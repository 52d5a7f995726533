package brightline.edge.access;

import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What became of a username and a password, or of a code after them. */
public sealed interface Verification {
    /** They are right. */
    record Accepted(Account account) implements Verification {}

    /**
     * They are not, or the account may not sign in. Whoever tried is never told which.
     *
     * @param accountId null when there is no such account
     */
    record Refused(@Nullable UUID accountId, Reason reason) implements Verification {}

    /**
     * Nothing is said about them now. Looks the same whether or not there is such an account.
     *
     * @param retryAfter when another try may be answered
     */
    record Postponed(Why why, Duration retryAfter) implements Verification {}

    /** Why a sign-in was refused, for the log. */
    enum Reason {
        UNKNOWN,
        WRONG_PASSWORD,
        WRONG_CODE,
        /** The account has one, and came by a way on which it cannot be shown. */
        SECOND_FACTOR,
        DISABLED
    }

    /** Why a sign-in is to be tried later. */
    enum Why {
        /** Five were wrong for this name from this source. */
        LOCKED,
        /** Too many were wrong from this source, for whatever names. */
        SOURCE,
        /** Too many were wrong for this name, from wherever, and the account was not signed in from this source lately. */
        NAME,
        /** Too many at once. */
        BUSY
    }
}

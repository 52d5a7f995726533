package brightline.command.submission;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** What the database said, without its words: those quote values. */
final class SqlState {
    static final String LOCK_NOT_AVAILABLE = "55P03";
    static final String DEADLOCK = "40P01";

    private SqlState() {}

    /** The SQLSTATE of the innermost cause that has one; null when the database said nothing. */
    static @Nullable String of(@Nullable Throwable failure) {
        String state = null;
        for (Throwable cause = failure; cause != null && cause.getCause() != cause; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                state = sql.getSQLState();
            }
        }
        return state;
    }

    /** Whether a COMMIT that failed so may all the same have been carried out: the server did not refuse, it was not heard. */
    static boolean leavesCommitUnknown(@Nullable String state) {
        return state == null || state.startsWith("08") || state.startsWith("57") || state.startsWith("58");
    }
}

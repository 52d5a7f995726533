package brightline.command.imports.file;

import brightline.events.ImportId;
import brightline.events.Stated;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import and how far it has come, or why it failed. Counts are lines: neither the header nor blank ones.
 *
 * @param importId its id
 * @param fileName what the sender called it; may hold somebody's name. Null if nobody said
 * @param bytes of the file
 * @param startedBy the account
 * @param endedAt null while running
 * @param nextOffset byte at which the first line not yet answered begins; 0 before the header was read. Of files that came
 *     together, how far they are, on the same scale
 * @param lastLine number of the last line read, the header being 1
 * @param stoppedBy the account that stopped it; null unless it stands stopped
 * @param trial whether it is read to see what would become of its lines, and nothing of it is recorded
 */
public record ImportStatus(
        ImportId importId,
        String format,
        Stated assumedImminence,
        @Nullable String fileName,
        long bytes,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        State state,
        long nextOffset,
        long lastLine,
        Counts counts,
        @Nullable Failure failure,
        @Nullable String stoppedBy,
        boolean trial) {
    /** Whether it goes on. */
    public enum State {
        /** Or waits for those before it. */
        RUNNING,
        /** Somebody stopped it; it can go on where it stands. */
        STOPPED,
        /** Every line has its answer. */
        DONE,
        /** Ended early. */
        FAILED
    }

    /** Why an import came to no end. */
    public enum Cause {
        /** It is no file of its format; no line of it can ever be taken. */
        UNREADABLE,
        /** Something else stood in the way; sent again, it goes on where it stood. */
        INTERRUPTED
    }

    /**
     * What ended an import early.
     *
     * @param file which of several files that came together; null where there is one
     * @param column null where it is about no column
     */
    public record Failure(
            Cause cause, @Nullable String file, @Nullable String column, String reason) {}

    /** What became of lines. @param changed of the accepted ones, those that changed what was recorded before */
    public record Counts(long accepted, long duplicates, long outOfScope, long rejected, long changed) {
        /** Before the first line. */
        public static final Counts NONE = new Counts(0, 0, 0, 0);

        /** Of lines that change nothing recorded before. */
        public Counts(long accepted, long duplicates, long outOfScope, long rejected) {
            this(accepted, duplicates, outOfScope, rejected, 0);
        }

        /** All that have an answer. */
        public long lines() {
            return accepted + duplicates + outOfScope + rejected;
        }
    }

    /** Whether it stands still, and its file can be read on from there. */
    public boolean mayGoOn() {
        return state == State.STOPPED || failure != null && failure.cause() == Cause.INTERRUPTED;
    }

    /** File names may hold names. */
    @Override
    public String toString() {
        return "import " + importId + ", " + state + ", " + counts + ", " + failure;
    }

    /**
     * Why a line was not taken.
     *
     * @param file which of several files that came together; null where there is one
     * @param column null where the whole line is meant
     */
    public record Rejection(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String file,

            long line,
            @Nullable String column,
            String reason) {
        /** In the one file there is. */
        public Rejection(long line, @Nullable String column, String reason) {
            this(null, line, column, reason);
        }

        /** For what a reader found. */
        public Rejection(@Nullable String file, long line, LineRejected found) {
            this(file, line, found.column(), found.reason());
        }
    }
}

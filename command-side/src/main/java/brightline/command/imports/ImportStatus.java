package brightline.command.imports;

import brightline.events.ImportId;
import brightline.events.Stated;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An import and how far it has come. Counts are lines: neither the header nor blank ones.
 *
 * @param importId its id
 * @param bytes of the file
 * @param startedBy the account
 * @param endedAt null while running
 * @param nextOffset byte at which the first line not yet answered begins; 0 before the header was read. Of files that came
 *     together, how far they are, on the same scale
 * @param lastLine number of the last line read, the header being 1
 */
record ImportStatus(
        ImportId importId,
        String format,
        Stated assumedImminence,
        long bytes,
        String startedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        State state,
        long nextOffset,
        long lastLine,
        Counts counts) {
    enum State {
        RUNNING,
        DONE,
        FAILED
    }

    /** What became of lines. */
    record Counts(long accepted, long duplicates, long outOfScope, long rejected) {
        static final Counts NONE = new Counts(0, 0, 0, 0);

        long lines() {
            return accepted + duplicates + outOfScope + rejected;
        }
    }

    /**
     * Why a line was not taken.
     *
     * @param file which of several files that came together; null where there is one
     * @param column null where the whole line is meant
     */
    record Rejection(
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String file,

            long line,
            @Nullable String column,
            String reason) {
        Rejection(long line, @Nullable String column, String reason) {
            this(null, line, column, reason);
        }
    }
}

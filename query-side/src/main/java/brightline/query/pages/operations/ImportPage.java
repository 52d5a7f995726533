package brightline.query.pages.operations;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the lines of one file.
 *
 * @param state RUNNING, DONE or FAILED
 * @param lines read so far, without the header
 * @param errors the first rejected lines
 * @param moreErrors how many rejected lines are not in {@code errors}
 */
public record ImportPage(
        String id,
        String format,
        String state,
        long lines,
        long accepted,
        long duplicates,
        long outOfScope,
        long rejected,
        List<LineError> errors,
        long moreErrors) {

    /** @param line counted from 1, the header included @param column null when the line as a whole is wrong */
    public record LineError(long line, @Nullable String column, String reason) {}

    public boolean running() {
        return state.equals("RUNNING");
    }
}

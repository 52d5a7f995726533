package brightline.query.pages.operations;

import brightline.query.pages.Choice;
import brightline.query.pages.Moment;
import java.util.List;

/**
 * Taking in a file, and the files taken in before.
 *
 * @param formats value is the format's name in the API, for instance {@code california-stop-data}
 * @param earlier newest first
 */
public record ImportsPage(List<Choice> formats, List<Earlier> earlier) {

    public record Earlier(
            String id, String format, Moment startedAt, String state, long lines, long accepted, long rejected) {}
}

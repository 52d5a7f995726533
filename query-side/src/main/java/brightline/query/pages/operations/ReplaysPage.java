package brightline.query.pages.operations;

import brightline.query.pages.Moment;
import java.util.List;

/** Rebuilds of the figures, newest first. @param mayAct the reader may start, switch and discard */
public record ReplaysPage(boolean mayAct, List<Earlier> earlier) {

    public record Earlier(String id, Moment startedAt, String state, long differences) {}
}

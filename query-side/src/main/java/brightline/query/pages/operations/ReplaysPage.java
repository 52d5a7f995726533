package brightline.query.pages.operations;

import brightline.query.pages.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rebuilds of the figures' tables, newest first.
 *
 * @param mayAct the reader may start one, put it to use and discard it
 * @param unfinished the one that no other can start beside; null where there is none
 */
public record ReplaysPage(boolean mayAct, @Nullable Earlier unfinished, List<Earlier> earlier) {

    /**
     * @param state where it stands, for people
     * @param progress how far it is while it runs, else blank
     * @param differences rows that differ, for people
     * @param time how long it has taken, or took
     */
    public record Earlier(
            String id,
            Moment startedAt,
            String actor,
            boolean running,
            String state,
            String progress,
            String differences,
            String time) {}

    /** Whether something changes by itself. */
    public boolean running() {
        return unfinished != null && unfinished.running();
    }
}

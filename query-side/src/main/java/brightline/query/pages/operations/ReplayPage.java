package brightline.query.pages.operations;

import brightline.query.pages.Moment;
import java.util.List;

/**
 * One rebuild of every projection from the log, beside the live ones.
 *
 * @param state RUNNING, COMPARED, SWITCHED, DISCARDED or FAILED
 * @param horizon index of the last event of the rebuild
 * @param done events taken so far, once for each projection
 * @param total events to take, once for each projection
 * @param parked records with an event that could not be handled
 * @param comparisons one for each table; empty until the rebuild has been compared
 * @param differences the first rows that differ
 * @param mayAct the reader may switch and discard
 */
public record ReplayPage(
        String id,
        String state,
        Moment startedAt,
        long horizon,
        long done,
        long total,
        long parked,
        List<Comparison> comparisons,
        List<Difference> differences,
        boolean mayAct) {

    /**
     * What the comparison found in one table.
     *
     * @param rows of the rebuilt table
     * @param different rows that differ or stand on one side only, by key
     */
    public record Comparison(String table, long rows, long different) {
        public boolean equal() {
            return different == 0;
        }
    }

    /** A row that differs or stands on one side only, by its key; no content, which may be about a child. */
    public record Difference(String table, String key) {}

    public boolean running() {
        return state.equals("RUNNING");
    }

    public boolean compared() {
        return state.equals("COMPARED");
    }

    public boolean clean() {
        return comparisons.stream().allMatch(Comparison::equal);
    }

    /** Whole percent of the events taken. */
    public long percentDone() {
        return total == 0 ? 0 : Math.min(100, done * 100 / total);
    }
}

package brightline.query.pages.operations;

import brightline.query.pages.Moment;
import java.util.List;

/**
 * One rebuild of every projection from the log, beside the live ones.
 *
 * @param state RUNNING, COMPARED, SWITCHED, DISCARDED or FAILED
 * @param horizon index of the last event of the rebuild
 * @param done events taken so far
 * @param total events to take
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
        List<Comparison> comparisons,
        List<Difference> differences,
        boolean mayAct) {

    /** @param onlyLive rows the rebuild lacks @param onlyRebuilt rows the live table lacks @param different same key, other content */
    public record Comparison(String table, long live, long rebuilt, long onlyLive, long onlyRebuilt, long different) {
        public boolean equal() {
            return onlyLive + onlyRebuilt + different == 0;
        }
    }

    /** @param columns names of the columns that differ; no content, which may be about a child */
    public record Difference(String table, String key, String kind, String columns) {}

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
        return total == 0 ? 100 : done * 100 / total;
    }
}

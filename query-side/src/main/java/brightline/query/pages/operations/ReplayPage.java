package brightline.query.pages.operations;

import brightline.query.pages.Count;
import brightline.query.pages.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One rebuild of the figures' tables from the record, beside the live ones.
 *
 * @param state RUNNING, COMPARED, SWITCHED, DISCARDED or FAILED
 * @param stateWords where it stands, for people
 * @param time how long it has taken, or took
 * @param horizon index of the last event of the rebuild
 * @param comparing whether every event was read and the comparison is under way
 * @param done events read so far, once for each set of tables
 * @param total events to read, once for each set of tables
 * @param held records with an event that could not be handled
 * @param compared whether the copies were compared
 * @param figures headline figures of both copies; empty before the comparison, and for those of before they were kept
 * @param comparisons one for each table; empty until the rebuild has been compared
 * @param differences the first rows that differ
 * @param mayAct the reader may put it to use and discard it
 */
public record ReplayPage(
        String id,
        String state,
        String stateWords,
        Moment startedAt,
        @Nullable String actor,
        String time,
        long horizon,
        boolean comparing,
        long done,
        long total,
        long held,
        boolean compared,
        List<Figure> figures,
        List<Comparison> comparisons,
        List<Difference> differences,
        boolean mayAct) {

    /** A headline figure in both copies. */
    public record Figure(String name, String live, String rebuilt, boolean same) {}

    /**
     * What the comparison found in one table.
     *
     * @param about what the set of tables it belongs to is for
     * @param rows of the rebuilt table
     * @param different rows that differ or stand on one side only, by key
     */
    public record Comparison(String about, String table, long rows, long different) {
        public boolean equal() {
            return different == 0;
        }

        public String rowsText() {
            return Count.of(rows);
        }

        public String differentText() {
            return Count.of(different);
        }
    }

    /** A row that differs or stands on one side only, by its key; no content, which may be about a child. */
    public record Difference(String table, String key) {}

    public boolean running() {
        return state.equals("RUNNING");
    }

    /** Whether somebody has to decide what becomes of it. */
    public boolean waiting() {
        return state.equals("COMPARED");
    }

    public boolean clean() {
        return comparisons.stream().allMatch(Comparison::equal);
    }

    public String rowsText() {
        return Count.of(comparisons.stream().mapToLong(Comparison::rows).sum());
    }

    public String differentText() {
        return Count.of(
                comparisons.stream().mapToLong(Comparison::different).sum());
    }

    public String doneText() {
        return Count.of(done);
    }

    public String totalText() {
        return Count.of(total);
    }

    public String horizonText() {
        return Count.of(horizon);
    }

    /** Whole percent of the events read; 100 only when every one is. */
    public long percentDone() {
        return total == 0 ? 0 : done >= total ? 100 : Math.min(99, done * 100 / total);
    }
}

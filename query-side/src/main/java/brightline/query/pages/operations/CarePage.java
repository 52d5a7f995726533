package brightline.query.pages.operations;

import brightline.query.pages.Choice;
import brightline.query.pages.Moment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events that are held for repair.
 *
 * @param mayAct the reader may have them tried again and discard them
 * @param missing what each projection misses; those that miss nothing are not among them
 * @param reasons for a discard
 * @param next where the next page begins; null on the last
 */
public record CarePage(
        boolean mayAct,
        List<Missing> missing,
        List<Parked> parked,
        List<Discarded> discarded,
        List<Choice> reasons,
        @Nullable String next) {

    /** @param about what the set of tables is for */
    public record Missing(String about, long parkedStreams, long parkedEvents, long discardedEvents) {}

    /**
     * An event that waits.
     *
     * @param about what it is missing from
     * @param number its place among those shown, which makes ids unique
     * @param cause class and code of the failure
     * @param said what was asked for last and what came of it; null while nothing was
     */
    public record Parked(
            int number,
            String about,
            String projection,
            String eventId,
            String event,
            long index,
            Moment since,
            String cause,
            long waiting,
            @Nullable String said) {}

    /** An event the projection goes on without. @param reason in words */
    public record Discarded(
            String about, String event, long index, Moment at, String cause, String reason, String actor) {}

    /** Whether no projection misses anything. */
    public boolean clean() {
        return missing.isEmpty();
    }
}

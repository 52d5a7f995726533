package brightline.query.care;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event that a projection could not handle. Holds nothing of what the event says.
 *
 * @param stream the stream it stands in, which the projection parks as a whole from here on
 * @param event its logical name, such as {@code interaction.corrected}
 * @param index its place in the log
 * @param state whether it waits, or the projection goes on without it
 * @param since when it was parked, or left out
 * @param causeClass class of the exception
 * @param causeCode SQLSTATE; empty where the failure was not the database's
 * @param waiting later events of the stream that wait behind it
 * @param decision the last one about it; null while there is none
 */
public record DeadLetter(
        String projection,
        String stream,
        String eventId,
        String event,
        long index,
        State state,
        Instant since,
        String causeClass,
        String causeCode,
        long waiting,
        @Nullable Decided decision) {
    /** What became of the event so far. */
    public enum State {
        PARKED,
        DISCARDED
    }

    /**
     * What somebody decided about it.
     *
     * @param act RETRY or DISCARD
     * @param reason code of the list dead-letter-reason; null for a retry
     * @param actor the account
     * @param outcome HANDLED, LEFT_OUT, STILL_PARKED or NOTHING_PARKED; null while it is not carried out
     */
    public record Decided(
            String act,
            @Nullable String reason,
            String actor,
            Instant at,
            @Nullable String outcome) {}

    /** What a projection misses. @param parkedStreams records with an event that could not be handled */
    public record Missing(String projection, long parkedStreams, long parkedEvents, long discardedEvents) {}
}

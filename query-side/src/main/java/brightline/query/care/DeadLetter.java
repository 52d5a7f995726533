package brightline.query.care;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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
        Cause cause,
        long waiting,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Decided decision) {
    /**
     * Why it could not be handled.
     *
     * @param type class of the exception
     * @param code SQLSTATE; empty where the failure was not the database's
     */
    public record Cause(@JsonProperty("class") String type, String code) {}

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

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason,

            @JsonProperty("by") String actor,
            Instant at,
            @Nullable String outcome) {}

    /** What a projection misses. @param parkedStreams records with an event that could not be handled */
    public record Missing(String projection, long parkedStreams, long parkedEvents, long discardedEvents) {}
}

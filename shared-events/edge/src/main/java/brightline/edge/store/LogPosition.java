package brightline.edge.store;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.OptionalLong;
import org.axonframework.eventhandling.TrackingToken;

/**
 * A position in the event log: everything with an index up to this one has been seen. Holds no gaps, because readers are
 * only given events below the fence, where a missing index stays missing for ever.
 *
 * @param index the event's place in the one total order
 * @param recordedAt when the database recorded the event at this index; the epoch before the first event
 */
public record LogPosition(long index, Instant recordedAt) implements TrackingToken {
    /** Before the first event. */
    public static final LogPosition START = new LogPosition(0, Instant.EPOCH);

    /** @throws IllegalArgumentException if the token is of another kind */
    public static LogPosition of(TrackingToken token) {
        return org.axonframework.eventhandling.WrappedToken.unwrapUpperBound(token) instanceof LogPosition position
                ? position
                : refuse(token);
    }

    private static LogPosition refuse(TrackingToken token) {
        throw new IllegalArgumentException("Not a position in the event log: " + token.getClass());
    }

    @Override
    public TrackingToken lowerBound(TrackingToken other) {
        return of(other).index < index ? other : this;
    }

    @Override
    public TrackingToken upperBound(TrackingToken other) {
        return of(other).index > index ? other : this;
    }

    @Override
    public boolean covers(@org.jspecify.annotations.Nullable TrackingToken other) {
        return other == null || of(other).index <= index;
    }

    @Override
    @JsonIgnore
    public OptionalLong position() {
        return OptionalLong.of(index);
    }
}

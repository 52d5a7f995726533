package brightline.edge.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.SerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * Stretches of the log that were read a moment ago, so that all who follow it read and understand each event once. Holds final
 * events only, which nobody ever changes, and of these what the log holds: references to secrets, never a secret. Who follows far
 * behind the others has stretches of its own.
 */
final class RecentEvents {
    /** Indexes in a stretch: less than two of a chunk of an import. */
    static final int STRETCH = 256;

    /** In payloads and metadata; a message takes about three times that once it is understood. */
    private static final long MOST_BYTES = 4L << 20;

    /** Of a message, beside payload and metadata. */
    private static final int BYTES_BESIDE = 512;

    /** Where nothing is recorded, nothing is kept. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    private static final String READ =
            RecordedEvents.COLUMNS + " where global_index > ? and global_index <= ? order by global_index";

    private static final String NEXT =
            "select min(global_index) from log.domain_event_entry where global_index > ? and global_index <= ?";

    private final DataSource dataSource;
    private final Function<List<TrackedEventData<?>>, List<TrackedEventMessage<?>>> understand;
    private final Cache<Long, Stretch> stretches = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Long _, Stretch stretch) -> stretch.bytes())
            .expireAfterAccess(KEPT)
            .executor(Runnable::run)
            .build();

    /** @param understand makes messages of rows, which deserialize what they hold when somebody first asks for it */
    RecentEvents(DataSource dataSource, Function<List<TrackedEventData<?>>, List<TrackedEventMessage<?>>> understand) {
        this.dataSource = dataSource;
        this.understand = understand;
    }

    /** @param upTo everything up to this index that belongs here is here */
    private record Stretch(long upTo, List<TrackedEventMessage<?>> events, int bytes) {
        Stretch {
            events = List.copyOf(events);
        }

        List<TrackedEventMessage<?>> after(long index) {
            int from = 0;
            while (from < events.size()
                    && LogPosition.of(events.get(from).trackingToken()).index() <= index) {
                from++;
            }
            return events.subList(from, events.size());
        }
    }

    /**
     * Some of the events after an index, the next ones first; none only if there are none.
     *
     * @param horizon no event with a higher index; has to be final (the fence's horizon)
     * @throws EventStoreException if the log cannot be read
     */
    List<TrackedEventMessage<?>> after(long index, long horizon) {
        long at = index;
        while (at < horizon) {
            long end = Math.min(horizon, (at / STRETCH + 1) * STRETCH);
            List<TrackedEventMessage<?>> found = stretch(at / STRETCH, end).after(at);
            if (!found.isEmpty()) {
                return found;
            }
            at = end == horizon ? end : beforeNext(end, horizon);
        }
        return List.of();
    }

    private Stretch stretch(long number, long end) {
        Stretch known = stretches.getIfPresent(number);
        return known != null && known.upTo() >= end
                ? known
                : stretches.asMap().compute(number, (_, before) -> grown(before, number * STRETCH, end));
    }

    /** Only what is new is read: who asks meanwhile waits, and finds it. */
    private Stretch grown(@Nullable Stretch before, long start, long end) {
        if (before != null && before.upTo() >= end) {
            return before;
        }
        List<TrackedEventData<?>> rows = read(before == null ? start : before.upTo(), end);
        List<TrackedEventMessage<?>> events = new ArrayList<>(before == null ? List.of() : before.events());
        events.addAll(understand.apply(rows));
        int bytes = before == null ? 0 : before.bytes();
        for (TrackedEventData<?> row : rows) {
            bytes += BYTES_BESIDE + length(row.getPayload()) + length(row.getMetaData());
        }
        return new Stretch(end, events, bytes);
    }

    private static int length(SerializedObject<?> serialized) {
        return ((byte[]) serialized.getData()).length;
    }

    private List<TrackedEventData<?>> read(long after, long upTo) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(READ)) {
            read.setLong(1, after);
            read.setLong(2, upTo);
            try (ResultSet rows = read.executeQuery()) {
                List<TrackedEventData<?>> events = new ArrayList<>();
                while (rows.next()) {
                    events.add(RecordedEvents.data(rows));
                }
                return events;
            }
        } catch (SQLException e) {
            throw new EventStoreException("The event log cannot be read after index " + after, e);
        }
    }

    /** Indexes that transactions took and gave up may be many on end. */
    private long beforeNext(long after, long horizon) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement next = connection.prepareStatement(NEXT)) {
            next.setLong(1, after);
            next.setLong(2, horizon);
            try (ResultSet row = next.executeQuery()) {
                row.next();
                long found = row.getLong(1);
                return row.wasNull() ? horizon : found - 1;
            }
        } catch (SQLException e) {
            throw new EventStoreException("The event log cannot be read after index " + after, e);
        }
    }
}

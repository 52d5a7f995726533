package brightline.proof;

import brightline.benchmark.StandaloneProcess.DatabaseAddress;
import brightline.events.EventCatalogue;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.jdbc.ConnectionWrapperFactory.NoOpCloseHandler;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Tails the log with the framework's own engine and token, as they come: the reader that ours replaces. Remembers holes by the message
 * time of the events after them, and so forgets some that are still going to fill.
 */
final class StockReader implements AutoCloseable {
    private static final long POLL_MILLIS = 25;

    private final Connection connection;
    private final JdbcEventStorageEngine engine;
    private final Set<String> given = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable TrackingToken> token = new AtomicReference<>();
    private final Thread thread;

    StockReader(DatabaseAddress database) throws SQLException {
        connection = database.connect();
        connection.setReadOnly(true);
        var serializer = new ByStoredNames();
        engine = JdbcEventStorageEngine.builder()
                .connectionProvider(() -> ConnectionWrapperFactory.wrap(connection, new NoOpCloseHandler()))
                .transactionManager(NoTransactionManager.instance())
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .schema(schema())
                .build();
        thread = Thread.ofPlatform().daemon().name("stock-reader").start(this::tail);
    }

    private static EventSchema schema() {
        return EventSchema.builder()
                .eventTable("log.domain_event_entry")
                .globalIndexColumn("global_index")
                .timestampColumn("time_stamp")
                .eventIdentifierColumn("event_identifier")
                .aggregateIdentifierColumn("aggregate_identifier")
                .sequenceNumberColumn("sequence_number")
                .typeColumn("type")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("meta_data")
                .build();
    }

    private void tail() {
        while (!Thread.currentThread().isInterrupted()) {
            try (Stream<? extends TrackedEventMessage<?>> events = engine.readEvents(token.get(), false)) {
                events.forEach(event -> {
                    given.add(event.getIdentifier());
                    token.set(event.trackingToken());
                });
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    /** Whether it was given all of these. */
    boolean wasGiven(Collection<String> eventIds) {
        return given.containsAll(eventIds);
    }

    /** Those of the events that it has not been given. */
    List<String> missing(Collection<String> eventIds) {
        return eventIds.stream().filter(id -> !given.contains(id)).toList();
    }

    /** Whether it has read up to the index, and waits for none of the holes below it. */
    boolean isPast(long index) {
        return token.get() instanceof GapAwareTrackingToken reached
                && reached.getIndex() >= index
                && reached.getGaps().stream().noneMatch(gap -> gap <= index);
    }

    @Override
    public void close() throws SQLException, InterruptedException {
        thread.interrupt();
        thread.join();
        connection.close();
    }

    /** Finds the classes of stored names, so that no event is passed over for being unknown. */
    private static final class ByStoredNames extends Jackson3Serializer {
        ByStoredNames() {
            super(builder());
        }

        @Override
        public Class<?> classForType(SerializedType type) {
            return EventCatalogue.named(type.getName())
                    .<Class<?>>map(found -> found)
                    .orElse(Object.class);
        }
    }
}

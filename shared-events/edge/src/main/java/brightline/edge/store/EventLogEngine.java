package brightline.edge.store;

import brightline.edge.clock.RecordingClock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.JdbcUtils;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.jspecify.annotations.Nullable;

/**
 * The framework's JDBC engine, with five differences: what is appended is hashed and signed, readers are given final events only
 * (see {@link IndexFence}) and share what they read (see {@link RecentEvents}), their tokens say when an event was recorded, and no
 * query is spent on snapshots, which are not used.
 */
final class EventLogEngine extends JdbcEventStorageEngine {
    private final DataSource dataSource;
    private final IndexFence fence;
    private final RecordingClock clock;
    private final WriterKey writer;
    private final TransactionManager transactions;
    private final RecentEvents recent;

    EventLogEngine(
            JdbcEventStorageEngine.Builder builder,
            TransactionManager transactions,
            DataSource dataSource,
            IndexFence fence,
            RecordingClock clock,
            WriterKey writer,
            EventUpcasterChain upcasters) {
        super(builder.upcasterChain(upcasters));
        this.recent = new RecentEvents(dataSource, rows -> messages(rows, upcasters));
        this.transactions = transactions;
        this.dataSource = dataSource;
        this.fence = fence;
        this.clock = clock;
        this.writer = writer;
    }

    private List<TrackedEventMessage<?>> messages(List<TrackedEventData<?>> rows, EventUpcasterChain upcasters) {
        try (Stream<TrackedEventMessage<?>> messages =
                EventUtils.upcastAndDeserializeTrackedEvents(rows.stream(), getEventSerializer(), upcasters)) {
            return messages.toList();
        }
    }

    /** Hashes and signs before the database is asked for anything, so that no connection waits for it. */
    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        long began = System.nanoTime();
        List<WrittenEvent> written = WrittenEvent.of(events, serializer, writer);
        transactions.executeInTransaction(() -> JdbcUtils.executeBatch(
                getConnection(),
                connection -> {
                    clock.announceTo(connection);
                    return WrittenEvent.insert(connection, written);
                },
                failure -> handlePersistenceException(failure, events.getFirst())));
        AppendedEvents.note(written.stream().map(WrittenEvent::appended).toList(), System.nanoTime() - began);
        CurrentUnitOfWork.ifStarted(fence::lookAfter);
    }

    /** Who came to the end and asks the stream's iterator again is given what has come since: so does the event store. */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken lastToken, boolean mayBlock) {
        return StreamSupport.stream(
                new Following(lastToken == null ? 0 : LogPosition.of(lastToken).index()), false);
    }

    /** One reader's way along the log. */
    private final class Following extends Spliterators.AbstractSpliterator<TrackedEventMessage<?>> {
        private Iterator<TrackedEventMessage<?>> next = Collections.emptyIterator();
        private long last;

        Following(long after) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
            this.last = after;
        }

        @Override
        public boolean tryAdvance(Consumer<? super TrackedEventMessage<?>> reader) {
            if (!next.hasNext()) {
                next = recent.after(last, fence.horizon()).iterator();
            }
            if (!next.hasNext()) {
                return false;
            }
            TrackedEventMessage<?> event = next.next();
            last = LogPosition.of(event.trackingToken()).index();
            reader.accept(event);
            return true;
        }
    }

    @Override
    public TrackingToken createTailToken() {
        return LogPosition.START;
    }

    @Override
    public TrackingToken createHeadToken() {
        return positionAt(
                "select max(recorded_at) from log.domain_event_entry where global_index <= ?", fence.horizon());
    }

    /** The position of the last event recorded before the moment: replays from it begin with the moment itself. */
    @Override
    public TrackingToken createTokenAt(Instant moment) {
        long horizon = fence.horizon();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(
                        "select max(global_index) from log.domain_event_entry where recorded_at < ? and global_index <= ?")) {
            read.setObject(1, moment.atOffset(java.time.ZoneOffset.UTC));
            read.setLong(2, horizon);
            try (ResultSet row = read.executeQuery()) {
                row.next();
                return positionAt(
                        "select max(recorded_at) from log.domain_event_entry where global_index <= ?", row.getLong(1));
            }
        } catch (SQLException e) {
            throw new EventStoreException("The event log cannot be read", e);
        }
    }

    private LogPosition positionAt(String recordedAtQuery, long index) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(recordedAtQuery)) {
            read.setLong(1, index);
            try (ResultSet row = read.executeQuery()) {
                row.next();
                var recordedAt = row.getObject(1, java.time.OffsetDateTime.class);
                return recordedAt == null ? LogPosition.START : new LogPosition(index, recordedAt.toInstant());
            }
        } catch (SQLException e) {
            throw new EventStoreException("The event log cannot be read", e);
        }
    }

    @Override
    protected boolean fetchForAggregateUntilEmpty() {
        return false;
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Stream.empty();
    }
}

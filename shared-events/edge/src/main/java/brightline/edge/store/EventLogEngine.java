package brightline.edge.store;

import brightline.edge.clock.RecordingClock;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.JdbcUtils;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The framework's JDBC engine, with four differences: what is appended is hashed and signed, readers are given final events only
 * (see {@link IndexFence}), their tokens say when an event was recorded, and no query is spent on snapshots, which are not used.
 */
final class EventLogEngine extends JdbcEventStorageEngine {
    private static final String READ =
            RecordedEvents.COLUMNS + " where global_index > ? and global_index <= ? order by global_index limit ?";

    private final DataSource dataSource;
    private final IndexFence fence;
    private final RecordingClock clock;
    private final WriterKey writer;
    private final TransactionManager transactions;

    EventLogEngine(
            JdbcEventStorageEngine.Builder builder,
            TransactionManager transactions,
            DataSource dataSource,
            IndexFence fence,
            RecordingClock clock,
            WriterKey writer) {
        super(builder);
        this.transactions = transactions;
        this.dataSource = dataSource;
        this.fence = fence;
        this.clock = clock;
        this.writer = writer;
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

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        long after = lastToken == null ? 0 : LogPosition.of(lastToken).index();
        long horizon = fence.horizon();
        if (horizon <= after) {
            return List.of();
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement read = connection.prepareStatement(READ)) {
            read.setLong(1, after);
            read.setLong(2, horizon);
            read.setInt(3, batchSize);
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

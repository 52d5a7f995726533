package brightline.query.projection;

import brightline.edge.store.EventMetadata;
import brightline.edge.store.LogPosition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the log past the processors: whole streams, and long stretches for a rebuild. */
public final class LogReader {
    private static final String COLUMNS = """
            select global_index, recorded_at, event_identifier, aggregate_identifier, sequence_number, type,
                   time_stamp, payload_type, payload_revision, payload, meta_data
              from log.domain_event_entry
            """;

    private final JdbcClient jdbc;
    private final Serializer serializer;
    private final EventUpcasterChain upcasters;

    LogReader(DataSource dataSource, Serializer serializer, EventUpcasterChain upcasters) {
        this.jdbc = JdbcClient.create(dataSource);
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /**
     * The next events after a position.
     *
     * @param upTo no event with a higher index; has to be final (the fence's horizon)
     */
    public List<Recorded> after(long position, long upTo, int atMost) {
        return read(jdbc.sql(COLUMNS
                        + " where global_index > :after and global_index <= :upTo order by global_index limit :atMost")
                .param("after", position)
                .param("upTo", upTo)
                .param("atMost", atMost)
                .query((row, _) -> data(row))
                .list());
    }

    /** The events of streams, each in order, none with an index above the given one. A stream without any is absent. */
    public Map<String, List<Recorded>> streams(Collection<String> streams, long upTo) {
        Map<String, List<Recorded>> found = new LinkedHashMap<>();
        if (streams.isEmpty()) {
            return found;
        }
        List<TrackedEventData<?>> rows = jdbc.sql(COLUMNS + """
                                 where aggregate_identifier = any(:streams) and global_index <= :upTo
                                 order by aggregate_identifier, sequence_number
                                """)
                .param("streams", streams.toArray(String[]::new))
                .param("upTo", upTo)
                .<TrackedEventData<?>>query((row, _) -> data(row))
                .list();
        for (Recorded recorded : read(rows)) {
            found.computeIfAbsent(recorded.stream(), _ -> new java.util.ArrayList<>())
                    .add(recorded);
        }
        return found;
    }

    /** When the event at an index, or the last one before it, was recorded; the epoch before the first event. */
    public Instant recordedAt(long index) {
        return jdbc.sql("""
                        select recorded_at from log.domain_event_entry
                         where global_index <= :index order by global_index desc limit 1
                        """)
                .param("index", index)
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional()
                .orElse(Instant.EPOCH);
    }

    private List<Recorded> read(List<? extends TrackedEventData<?>> rows) {
        try (Stream<TrackedEventMessage<?>> messages =
                EventUtils.upcastAndDeserializeTrackedEvents(rows.stream(), serializer, upcasters)) {
            return messages.map(LogReader::recorded).toList();
        }
    }

    /** A message of a processor as what it is here. */
    static Recorded recorded(EventMessage<?> message) {
        LogPosition position = LogPosition.of(((TrackedEventMessage<?>) message).trackingToken());
        DomainEventMessage<?> domain = (DomainEventMessage<?>) message;
        return new Recorded(
                position.index(),
                position.recordedAt(),
                message.getIdentifier(),
                domain.getAggregateIdentifier(),
                domain.getSequenceNumber(),
                said(message, EventMetadata.SUBMISSION).orElse(message.getIdentifier()),
                said(message, EventMetadata.ACTOR).orElse(""),
                message.getPayload());
    }

    private static Optional<String> said(EventMessage<?> message, String key) {
        return Optional.ofNullable(message.getMetaData().get(key)).map(Object::toString);
    }

    private static TrackedEventData<?> data(ResultSet row) throws SQLException {
        return new TrackedDomainEventData<>(
                new LogPosition(
                        row.getLong("global_index"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()),
                new GenericDomainEventEntry<>(
                        row.getString("type"),
                        row.getString("aggregate_identifier"),
                        row.getLong("sequence_number"),
                        row.getString("event_identifier"),
                        row.getString("time_stamp"),
                        row.getString("payload_type"),
                        row.getString("payload_revision"),
                        row.getBytes("payload"),
                        row.getBytes("meta_data")));
    }
}

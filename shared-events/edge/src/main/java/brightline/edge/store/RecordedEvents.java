package brightline.edge.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the log past the processors: whole streams, many in one statement, and long stretches. Each message is a {@link
 * org.axonframework.eventhandling.DomainEventMessage} in today's revision, and its token the {@link LogPosition} it stands at.
 */
public final class RecordedEvents {
    static final String COLUMNS = """
            select global_index, recorded_at, event_identifier, aggregate_identifier, sequence_number, type,
                   time_stamp, payload_type, payload_revision, payload, meta_data
              from log.domain_event_entry
            """;

    private final JdbcClient jdbc;
    private final Serializer serializer;
    private final EventUpcasterChain upcasters;

    RecordedEvents(DataSource dataSource, Serializer serializer, EventUpcasterChain upcasters) {
        this.jdbc = JdbcClient.create(dataSource);
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    /**
     * The next events after an index, in the log's order.
     *
     * @param upTo no event with a higher index; has to be final (the fence's horizon)
     */
    public List<TrackedEventMessage<?>> after(long index, long upTo, int atMost) {
        return read(jdbc.sql(COLUMNS
                        + " where global_index > :after and global_index <= :upTo order by global_index limit :atMost")
                .param("after", index)
                .param("upTo", upTo)
                .param("atMost", atMost)
                .query((row, _) -> data(row))
                .list());
    }

    /** The committed events of streams, stream by stream and each in order, none with an index above the given one. */
    public List<TrackedEventMessage<?>> ofStreams(Collection<String> streams, long upTo) {
        return streams.isEmpty()
                ? List.of()
                : read(jdbc.sql(COLUMNS + """
                                 where aggregate_identifier = any(:streams) and global_index <= :upTo
                                 order by aggregate_identifier, sequence_number
                                """)
                        .param("streams", streams.toArray(String[]::new))
                        .param("upTo", upTo)
                        .query((row, _) -> data(row))
                        .list());
    }

    private List<TrackedEventMessage<?>> read(List<? extends TrackedEventData<?>> rows) {
        try (Stream<TrackedEventMessage<?>> messages =
                EventUtils.upcastAndDeserializeTrackedEvents(rows.stream(), serializer, upcasters)) {
            return messages.toList();
        }
    }

    static TrackedEventData<?> data(ResultSet row) throws SQLException {
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

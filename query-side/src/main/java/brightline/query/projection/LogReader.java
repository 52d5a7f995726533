package brightline.query.projection;

import brightline.edge.store.EventMetadata;
import brightline.edge.store.LogPosition;
import brightline.edge.store.RecordedEvents;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the log past the processors: whole streams, and long stretches for a rebuild. */
@Component
public final class LogReader {
    private final RecordedEvents events;
    private final JdbcClient jdbc;

    LogReader(DataSource dataSource, RecordedEvents events) {
        this.events = events;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * The next events after a position.
     *
     * @param upTo no event with a higher index; has to be final (the fence's horizon)
     */
    public List<Recorded> after(long position, long upTo, int atMost) {
        return events.after(position, upTo, atMost).stream()
                .map(LogReader::recorded)
                .toList();
    }

    /** The events of streams, each in order, none with an index above the given one. A stream without any is absent. */
    public Map<String, List<Recorded>> streams(Collection<String> streams, long upTo) {
        Map<String, List<Recorded>> found = new LinkedHashMap<>();
        for (TrackedEventMessage<?> message : events.ofStreams(streams, upTo)) {
            Recorded recorded = recorded(message);
            found.computeIfAbsent(recorded.stream(), _ -> new ArrayList<>()).add(recorded);
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
}

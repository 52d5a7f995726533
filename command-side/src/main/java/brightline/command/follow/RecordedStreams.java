package brightline.command.follow;

import brightline.command.follow.RecordedStream.Entry;
import brightline.edge.schema.SchemaMigration;
import brightline.edge.store.EventMetadata;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Streams as the log holds them, for those who do not decide about them. */
@Component
public class RecordedStreams {
    private final EventStore log;
    private final JdbcClient jdbc;

    RecordedStreams(
            @Lazy EventStore log, DataSource dataSource, @Qualifier("eventLogSchema") SchemaMigration eventLogSchema) {
        this.log = log;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The stream; without entries if there is none of that id. */
    public RecordedStream read(String stream) {
        Map<Long, Instant> recordedAt = new HashMap<>();
        jdbc.sql("select sequence_number, recorded_at from log.domain_event_entry where aggregate_identifier = ?")
                .param(stream)
                .query((row, _) -> recordedAt.put(
                        row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
        List<Entry> entries = new ArrayList<>();
        DomainEventStream events = log.readEvents(stream);
        while (events.hasNext()) {
            DomainEventMessage<?> message = events.next();
            Instant at = recordedAt.get(message.getSequenceNumber());
            if (at == null) {
                break;
            }
            Object submission = message.getMetaData().get(EventMetadata.SUBMISSION);
            entries.add(new Entry(
                    message.getPayload(), at, submission == null ? message.getIdentifier() : submission.toString()));
        }
        return new RecordedStream(stream, entries);
    }

    public boolean has(IncidentId incident) {
        return has(incident.toString(), "Incident");
    }

    public boolean has(InteractionId interaction) {
        return has(interaction.toString(), "Interaction");
    }

    private boolean has(String stream, String kind) {
        return jdbc.sql("""
                        select exists (select from log.domain_event_entry
                                        where aggregate_identifier = ? and type = ? and sequence_number = 0)
                        """).param(stream).param(kind).query(Boolean.class).single();
    }

    /** Those of the streams that have begun. */
    public Set<String> existing(Collection<String> ids) {
        return new HashSet<>(jdbc.sql("""
                        select aggregate_identifier from log.domain_event_entry
                         where aggregate_identifier = any(:ids) and sequence_number = 0
                        """)
                .param("ids", ids.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /**
     * Streams that got any of these events after one index and up to another, the earliest first. Contacts taken in from files
     * are left out: they carry the file's own words as an event, and nothing follows from history.
     */
    List<String> touched(long after, long upTo, Set<String> names) {
        return jdbc.sql("""
                        select e.aggregate_identifier from log.domain_event_entry e
                         where e.global_index > :after and e.global_index <= :upTo and e.payload_type = any(:names)
                           and not exists (select from log.domain_event_entry s
                                            where s.aggregate_identifier = e.aggregate_identifier
                                              and s.payload_type = 'interaction.source-recorded')
                         group by e.aggregate_identifier order by min(e.global_index)
                        """)
                .param("after", after)
                .param("upTo", upTo)
                .param("names", names.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}

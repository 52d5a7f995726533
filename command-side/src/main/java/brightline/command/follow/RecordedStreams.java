package brightline.command.follow;

import brightline.command.follow.RecordedStream.Entry;
import brightline.edge.store.EventMetadata;
import brightline.edge.store.LogPosition;
import brightline.edge.store.RecordedEvents;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Streams as the log holds them, for those who do not decide about them. */
@Component
public class RecordedStreams {
    private final RecordedEvents log;
    private final JdbcClient jdbc;

    RecordedStreams(RecordedEvents log, DataSource dataSource) {
        this.log = log;
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** The stream; without entries if there is none of that id. */
    public RecordedStream read(String stream) {
        return readAll(List.of(stream)).getFirst();
    }

    /** The streams in the order of their ids as given, each without entries if there is none of that id. */
    public List<RecordedStream> readAll(List<String> streams) {
        Map<String, List<Entry>> entries = new HashMap<>();
        for (TrackedEventMessage<?> message : log.ofStreams(streams, Long.MAX_VALUE)) {
            Object actor = message.getMetaData().get(EventMetadata.ACTOR);
            Object submission = message.getMetaData().get(EventMetadata.SUBMISSION);
            entries.computeIfAbsent(((DomainEventMessage<?>) message).getAggregateIdentifier(), _ -> new ArrayList<>())
                    .add(new Entry(
                            message.getPayload(),
                            LogPosition.of(message.trackingToken()).recordedAt(),
                            submission == null ? message.getIdentifier() : submission.toString(),
                            actor == null ? null : actor.toString()));
        }
        return streams.stream()
                .map(stream -> new RecordedStream(stream, entries.getOrDefault(stream, List.of())))
                .toList();
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
     * are left out: they carry the file's own words as an event, and nothing follows from history. The offset keeps the server from
     * reading the whole log for those words instead of these streams.
     */
    List<String> touched(long after, long upTo, Set<String> names) {
        return jdbc.sql("""
                        select e.aggregate_identifier from log.domain_event_entry e
                         where e.global_index > :after and e.global_index <= :upTo and e.payload_type = any(:names)
                         group by e.aggregate_identifier
                        having not exists (select from log.domain_event_entry s
                                            where s.aggregate_identifier = e.aggregate_identifier
                                              and s.payload_type = 'interaction.source-recorded' offset 0)
                         order by min(e.global_index)
                        """)
                .param("after", after)
                .param("upTo", upTo)
                .param("names", names.toArray(String[]::new))
                .query(String.class)
                .list();
    }
}

package brightline.command.care;

import brightline.edge.schema.SchemaMigration;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which events are parked, as the log's own table of dead letters says. */
@Component
class ParkedEvents {
    private final JdbcClient jdbc;

    ParkedEvents(DataSource dataSource, @Qualifier("eventLogSchema") SchemaMigration eventLogSchema) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    boolean contains(String projection, UUID eventId) {
        return jdbc.sql("""
                        select exists (select from log.dead_letter_entry
                                        where processing_group = :projection and event_identifier = :event)
                        """)
                .param("projection", projection)
                .param("event", eventId.toString())
                .query(Boolean.class)
                .single();
    }
}

package brightline.command.submission;

import brightline.edge.schema.SchemaMigration;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.spring.stereotype.Aggregate;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the log itself says of a stream, before an aggregate is loaded: a cached one may be older than what another node wrote,
 * and a stream of another kind must not be loaded at all.
 */
@Component
public class Streams {
    private final JdbcClient jdbc;

    Streams(DataSource dataSource, @Qualifier("eventLogSchema") SchemaMigration eventLogSchema) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * The sequence number of a stream's last committed event.
     *
     * @param kind the aggregate, whose streams are stored under the type that is pinned to it
     * @return empty if there is no such stream, or it is of another kind
     */
    public Optional<Long> version(String stream, Class<?> kind) {
        return jdbc.sql("""
                        select sequence_number from log.domain_event_entry
                         where aggregate_identifier = :stream and type = :kind order by sequence_number desc limit 1
                        """)
                .param("stream", stream)
                .param("kind", typeOf(kind))
                .query(Long.class)
                .optional();
    }

    private static String typeOf(Class<?> kind) {
        return Objects.requireNonNull(kind.getAnnotation(Aggregate.class), "An aggregate is annotated as one")
                .type();
    }
}

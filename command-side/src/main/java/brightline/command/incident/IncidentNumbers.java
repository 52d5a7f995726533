package brightline.command.incident;

import brightline.edge.schema.SchemaMigration;
import java.time.Instant;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers people say. */
@Component
final class IncidentNumbers {
    private final JdbcClient jdbc;

    IncidentNumbers(DataSource dataSource, @Qualifier("commandSchema") SchemaMigration commandSchema) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** {@code BL-<year of recording>-<number>}, five digits or more; unique, not gapless. */
    String next(Instant recordedAt, ZoneId zone) {
        long number = jdbc.sql("select nextval('command.incident_number')")
                .query(Long.class)
                .single();
        return "BL-%d-%05d".formatted(recordedAt.atZone(zone).getYear(), number);
    }
}

package brightline.command.incident;

import brightline.edge.clock.RecordingClock;
import brightline.edge.clock.RecordingClock.Mode;
import brightline.edge.schema.SchemaMigration;
import brightline.events.incident.IncidentNumber;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The numbers people say. */
@Component
final class IncidentNumbers {
    private final JdbcClient jdbc;
    private final RecordingClock clock;

    IncidentNumbers(
            DataSource dataSource, @Qualifier("commandSchema") SchemaMigration commandSchema, RecordingClock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    /** @param takenAt by the database's clock, or the simulated one: not after anything recorded under it */
    record Number(String text, Instant takenAt) {}

    /** Unique, not gapless. */
    Number next(ZoneId zone) {
        Instant recordedAt = clock.instant();
        return jdbc.sql("select nextval('command.incident_number') as number, clock_timestamp() as now")
                .query((row, _) -> new Number(
                        IncidentNumber.of(recordedAt, zone, row.getLong("number")),
                        clock.mode() == Mode.REAL
                                ? row.getObject("now", OffsetDateTime.class).toInstant()
                                : recordedAt))
                .single();
    }
}

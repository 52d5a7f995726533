package brightline.command.incident;

import brightline.edge.clock.RecordingClock;
import brightline.edge.clock.RecordingClock.Mode;
import brightline.edge.schema.SchemaMigration;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long the author of an entry can undo it, by the clock that stamps what is recorded. */
@Component
final class UndoWindow {
    static final Duration LENGTH = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final RecordingClock clock;

    UndoWindow(
            DataSource dataSource, @Qualifier("eventLogSchema") SchemaMigration eventLogSchema, RecordingClock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    /** @param recordedAt when the entry was recorded */
    boolean isOpen(Instant recordedAt) {
        return !now().isAfter(recordedAt.plus(LENGTH));
    }

    private Instant now() {
        return clock.mode() == Mode.SIMULATION
                ? clock.instant()
                : jdbc.sql("select clock_timestamp()")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant();
    }
}

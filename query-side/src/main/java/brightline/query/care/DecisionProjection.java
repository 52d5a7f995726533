package brightline.query.care;

import brightline.events.care.CareEvent;
import brightline.events.care.CareEvent.DeadLetterDiscarded;
import brightline.events.care.CareEvent.DeadLetterRetried;
import brightline.query.projection.Projection;
import brightline.query.projection.ProjectionBatch;
import brightline.query.projection.ReadModelSchema;
import brightline.query.projection.Recorded;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** One row per decision about a parked event. Writes only; {@link Decisions} acts on them. */
@Component
final class DecisionProjection implements Projection {
    /** Names the projection wherever somebody waits for it. */
    static final String NAME = "care";

    private final JdbcTemplate jdbc;

    DecisionProjection(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public List<ProjectedTable> tables() {
        return List.of(new ProjectedTable("dead_letter_decision", List.of("decision_id")));
    }

    @Override
    public String definition() {
        try (InputStream in = DecisionProjection.class.getResourceAsStream("tables.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<Class<?>> events() {
        return Set.of(CareEvent.class);
    }

    @Override
    public ProjectionBatch begin(ReadModelSchema schema, long position) {
        List<Object[]> decisions = new ArrayList<>();
        return new ProjectionBatch() {
            @Override
            public void handle(Recorded recorded) {
                if (recorded.event() instanceof CareEvent event) {
                    decisions.add(
                            switch (event) {
                                case DeadLetterRetried retried -> row(recorded, retried, "RETRY", null);
                                case DeadLetterDiscarded discarded ->
                                    row(
                                            recorded,
                                            discarded,
                                            "DISCARD",
                                            discarded.reason().toString());
                            });
                }
            }

            @Override
            public void flush(long reached) {
                jdbc.batchUpdate(
                        schema.in("insert into $rm.dead_letter_decision values (?, ?, ?, ?, ?, ?, ?, ?)"
                                + " on conflict do nothing"),
                        decisions);
            }
        };
    }

    private static Object[] row(Recorded recorded, CareEvent event, String act, @Nullable String reason) {
        return new @Nullable Object[] {
            recorded.eventId(),
            recorded.index(),
            event.projection(),
            event.eventId().toString(),
            act,
            reason,
            recorded.actor(),
            Timestamp.from(recorded.recordedAt())
        };
    }
}

package brightline.query.care;

import brightline.events.care.CareEvent;
import brightline.events.care.CareEvent.DeadLetterDiscarded;
import brightline.events.care.CareEvent.DeadLetterRetried;
import brightline.query.projection.ProjectedRows;
import brightline.query.projection.Projection;
import brightline.query.projection.ProjectionBatch;
import brightline.query.projection.ReadModelSchema;
import brightline.query.projection.Recorded;
import brightline.query.projection.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One row per decision about a parked event. Writes only; {@link Decisions} acts on them. */
@Component
final class DecisionProjection implements Projection {
    /** Names the projection wherever somebody waits for it. */
    static final String NAME = "care";

    private final DataSource dataSource;

    DecisionProjection(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Class<?>> events() {
        return Set.of(CareEvent.class);
    }

    @Override
    public ProjectionBatch begin(ReadModelSchema schema, long position) {
        List<Row> decisions = new ArrayList<>();
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
                new ProjectedRows(dataSource, schema).insert("dead_letter_decision", decisions);
            }
        };
    }

    private static Row row(Recorded recorded, CareEvent event, String act, @Nullable String reason) {
        return Row.of("decision_id", recorded.eventId())
                .set("log_index", recorded.index())
                .set("projection", event.projection())
                .set("event_id", event.eventId().toString())
                .set("act", act)
                .set("reason", reason)
                .set("actor", recorded.actor())
                .set("recorded_at", recorded.recordedAt());
    }
}

package brightline.query.projection;

import brightline.edge.clock.RecordingClock;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.function.ToDoubleFunction;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far each projection is behind the log, and what it could not handle. Asks the database when it is asked. */
@Component
final class ProjectionMeters implements MeterBinder {
    private final ProjectionProcessors processors;
    private final Horizons horizons;
    private final JdbcClient jdbc;
    private final RecordingClock clock;

    ProjectionMeters(ProjectionProcessors processors, Horizons horizons, DataSource dataSource, RecordingClock clock) {
        this.processors = processors;
        this.horizons = horizons;
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (ProjectionProcessor processor : processors.all()) {
            String group = processor.projection().name();
            gauge(registry, "projection.lag.events", group, "Events recorded and not yet in the rows", this::lagEvents);
            gauge(registry, "projection.lag.seconds", group, "Age of the oldest such event", this::lagSeconds);
            gauge(
                    registry,
                    "projection.deadletters",
                    group,
                    "Streams with events that could not be handled",
                    horizons::parkedStreams);
            gauge(
                    registry,
                    "projection.deadletters.events",
                    group,
                    "Events parked: those that could not be handled, and all later ones of their streams",
                    horizons::parkedEvents);
            gauge(
                    registry,
                    "projection.discarded",
                    group,
                    "Events the projection goes on without by decision",
                    horizons::leftOutEvents);
            FunctionCounter.builder("projection.failed", processor, ProjectionProcessor::failures)
                    .tag("group", group)
                    .description("Events and batches that could not be written")
                    .register(registry);
        }
    }

    private static void gauge(
            MeterRegistry registry, String name, String group, String description, ToDoubleFunction<String> value) {
        Gauge.builder(name, group, value)
                .tag("group", group)
                .description(description)
                .register(registry);
    }

    double lagEvents(String projection) {
        return jdbc.sql("select count(*) from log.domain_event_entry where global_index > ?")
                .param(horizons.position(projection))
                .query(Long.class)
                .single();
    }

    /** 0 when nothing waits. In a simulation the age is measured against the simulated time. */
    double lagSeconds(String projection) {
        return jdbc.sql("""
                        select recorded_at from log.domain_event_entry
                         where global_index > ? order by global_index limit 1
                        """)
                .param(horizons.position(projection))
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional()
                .map(recorded ->
                        Math.max(0, Duration.between(recorded, clock.instant()).toMillis() / 1000.0))
                .orElse(0.0);
    }
}

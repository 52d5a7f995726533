package brightline.query.desk;

import brightline.events.activity.ActivityEvent;
import brightline.events.deadline.DeadlineEvent;
import brightline.events.deadline.DeadlineRuleEvent;
import brightline.events.disclosure.DisclosureEvent;
import brightline.events.evaluation.EvaluationEvent;
import brightline.events.request.RequestEvent;
import brightline.events.review.ComplaintEvent;
import brightline.events.review.ReviewEvent;
import brightline.events.work.WorkEvent;
import brightline.query.projection.Projection;
import brightline.query.projection.ProjectionBatch;
import brightline.query.projection.ReadModelSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Everything on the desk, each event with what was known after it. */
@Component
final class DeskProjection implements Projection {
    /** Names the projection wherever somebody waits for it. */
    static final String NAME = "desk";

    private final DataSource dataSource;

    DeskProjection(DataSource dataSource) {
        this.dataSource = dataSource;
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
        List<ProjectedTable> tables = new ArrayList<>();
        DeskTable.ALL.forEach(table -> tables.add(new ProjectedTable(table.name(), List.of(table.key(), "version"))));
        tables.add(new ProjectedTable("class_override", List.of("review_id", "known_from_index")));
        return tables;
    }

    @Override
    public String definition() {
        try (InputStream in = DeskProjection.class.getResourceAsStream("tables.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Set<Class<?>> events() {
        return Set.of(
                ComplaintEvent.class,
                ReviewEvent.class,
                DeadlineEvent.class,
                DeadlineRuleEvent.class,
                DisclosureEvent.class,
                RequestEvent.class,
                EvaluationEvent.class,
                ActivityEvent.class,
                WorkEvent.class);
    }

    @Override
    public ProjectionBatch begin(ReadModelSchema schema, long position) {
        return new DeskBatch(dataSource, schema);
    }
}

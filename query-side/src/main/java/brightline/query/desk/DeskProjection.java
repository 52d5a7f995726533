package brightline.query.desk;

import brightline.events.activity.ActivityEvent;
import brightline.events.clash.ClashEvent;
import brightline.events.deadline.DeadlineEvent;
import brightline.events.deadline.DeadlineRuleEvent;
import brightline.events.disclosure.DisclosureEvent;
import brightline.events.evaluation.EvaluationEvent;
import brightline.events.request.RequestEvent;
import brightline.events.review.ComplaintEvent;
import brightline.events.review.ReviewEvent;
import brightline.events.work.WorkEvent;
import brightline.query.projection.LogReader;
import brightline.query.projection.ProjectedRows;
import brightline.query.projection.Projection;
import brightline.query.projection.ProjectionBatch;
import brightline.query.projection.ReadModelSchema;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Everything on the desk, each event with what was known after it. */
@Component
final class DeskProjection implements Projection {
    /** Names the projection wherever somebody waits for it. */
    static final String NAME = "desk";

    private final DataSource dataSource;
    private final LogReader log;

    DeskProjection(DataSource dataSource, LogReader log) {
        this.dataSource = dataSource;
        this.log = log;
    }

    @Override
    public String name() {
        return NAME;
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
                ClashEvent.class,
                WorkEvent.class);
    }

    @Override
    public ProjectionBatch begin(ReadModelSchema schema, long position) {
        return new DeskBatch(log, new ProjectedRows(dataSource, schema), position);
    }
}

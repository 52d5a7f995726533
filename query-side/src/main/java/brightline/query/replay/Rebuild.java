package brightline.query.replay;

import brightline.query.projection.LeftOutEvents;
import brightline.query.projection.LeftOutEvents.LeftOut;
import brightline.query.projection.LogReader;
import brightline.query.projection.Projection;
import brightline.query.projection.ProjectionBatch;
import brightline.query.projection.ProjectionFailure;
import brightline.query.projection.ReadModelSchema;
import brightline.query.projection.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fills one copy of a projection's tables straight from the log, without a processor. An event that cannot be handled is left out
 * with all later ones of its stream, as the processor would park them; alone, where it was discarded.
 */
final class Rebuild {
    private final Projection projection;
    private final ReadModelSchema schema;
    private final LogReader log;
    private final TransactionTemplate transaction;
    private final int batchSize;
    private final LeftOutEvents leftOut;
    private final List<LeftOut> missing = new ArrayList<>();
    private final Set<String> parked = new TreeSet<>();
    private long position;

    Rebuild(
            Projection projection,
            ReadModelSchema schema,
            LogReader log,
            LeftOutEvents leftOut,
            TransactionTemplate transaction,
            int batchSize) {
        this.projection = projection;
        this.schema = schema;
        this.log = log;
        this.leftOut = leftOut;
        this.transaction = transaction;
        this.batchSize = batchSize;
    }

    Projection projection() {
        return projection;
    }

    ReadModelSchema schema() {
        return schema;
    }

    /** Index up to which the tables hold the log. */
    long position() {
        return position;
    }

    /** The streams left out. */
    Set<String> parked() {
        return Set.copyOf(parked);
    }

    /** The events it goes on without, because somebody decided so. */
    List<LeftOut> missing() {
        return List.copyOf(missing);
    }

    /**
     * Takes in the log up to an index, in batches of a transaction each.
     *
     * @param horizon final index: what is below it never changes
     * @param progress told the new position inside each batch's transaction
     */
    void upTo(long horizon, LongConsumer progress) {
        while (position < horizon) {
            position = transaction.execute(_ -> {
                List<Recorded> events = log.after(position, horizon, batchSize);
                long reached =
                        events.size() < batchSize ? horizon : events.getLast().index();
                ProjectionBatch batch = projection.begin(schema, position);
                events.forEach(event -> handle(batch, event));
                batch.flush(reached);
                progress.accept(reached);
                return reached;
            });
        }
    }

    private void handle(ProjectionBatch batch, Recorded event) {
        if (!parked.contains(event.stream())) {
            try {
                batch.handle(event);
            } catch (RuntimeException e) {
                if (leftOut.mayLeaveOut(projection.name(), event)) {
                    missing.add(new LeftOut(event, ProjectionFailure.of(e)));
                } else {
                    parked.add(event.stream());
                }
            }
        }
    }
}

package brightline.query.care;

import brightline.query.projection.ProjectionProcessor;
import brightline.query.projection.ProjectionProcessors;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Carries out what was decided about parked events: has the projection try the stream again. It takes in what it can handle by
 * then, goes on without what was discarded, and parks the rest anew. Doing so twice changes nothing; once the outcome is noted
 * it is not done again, whatever is replayed.
 */
@Component
final class Decisions {
    private static final int AT_ONCE = 100;

    private final ProjectionProcessors processors;
    private final JdbcClient jdbc;

    Decisions(ProjectionProcessors processors, JdbcClient jdbc) {
        this.processors = processors;
        this.jdbc = jdbc;
    }

    /** What came of a decision. */
    enum Outcome {
        /** The projection has taken the event in. */
        HANDLED,
        /** It goes on without the event. */
        LEFT_OUT,
        /** It still cannot handle the event. */
        STILL_PARKED,
        /** The event was not parked any more, or not yet. */
        NOTHING_PARKED
    }

    private record Decision(String id, String projection, String eventId) {}

    /** Carries out the decisions that have no outcome yet, the oldest first. @return how many there were */
    synchronized int carryOut() {
        List<Decision> open = jdbc.sql("""
                        select decision_id, projection, event_id from rm.dead_letter_decision d
                         where not exists (select from rm.dead_letter_outcome o where o.decision_id = d.decision_id)
                         order by log_index limit :most
                        """)
                .param("most", AT_ONCE)
                .query((row, _) -> new Decision(
                        row.getString("decision_id"), row.getString("projection"), row.getString("event_id")))
                .list();
        open.forEach(decision -> jdbc.sql("""
                        insert into rm.dead_letter_outcome (decision_id, outcome) values (:id, :outcome)
                        on conflict do nothing
                        """)
                .param("id", decision.id())
                .param("outcome", carriedOut(decision).name())
                .update());
        return open.size();
    }

    private Outcome carriedOut(Decision decision) {
        Optional<ProjectionProcessor> processor = processors.all().stream()
                .filter(one -> one.projection().name().equals(decision.projection()))
                .findFirst();
        Optional<String> stream = stream(decision);
        if (processor.isEmpty() || stream.isEmpty()) {
            return Outcome.NOTHING_PARKED;
        }
        processor.get().retryDeadLetters(stream.get());
        if (stream(decision).isPresent()) {
            return Outcome.STILL_PARKED;
        }
        return isLeftOut(decision) ? Outcome.LEFT_OUT : Outcome.HANDLED;
    }

    private Optional<String> stream(Decision decision) {
        return jdbc.sql("""
                        select sequence_identifier from log.dead_letter_entry
                         where processing_group = :projection and event_identifier = :event
                        """)
                .param("projection", decision.projection())
                .param("event", decision.eventId())
                .query(String.class)
                .optional();
    }

    private boolean isLeftOut(Decision decision) {
        return jdbc.sql("""
                        select exists (select from rm.left_out_event where projection = :projection and event_id = :event)
                        """)
                .param("projection", decision.projection())
                .param("event", decision.eventId())
                .query(Boolean.class)
                .single();
    }
}

package brightline.query.care;

import brightline.edge.problem.ProblemException;
import brightline.query.care.DeadLetter.*;
import brightline.query.projection.Horizons;
import brightline.query.projection.ProjectionProcessors;
import brightline.query.projection.RecordRow;
import brightline.query.question.Conditions;
import brightline.query.question.Filter;
import brightline.query.question.Order;
import brightline.query.question.Paging;
import brightline.query.question.Paging.Stretch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what projections could not handle: what waits, and what they go on without. */
@Component
public final class DeadLetters {
    private static final Order NEWEST =
            Order.latestFirst().byIndex("letter.log_index").byName("letter.projection");

    /** Of a parked stream only the first event has failed; the others wait behind it. */
    private static final String ALL = """
            with letter as (
              select p.processing_group as projection, p.sequence_identifier as stream, p.event_identifier as event_id,
                     p.payload_type as event, e.global_index as log_index, 'PARKED' as state,
                     p.enqueued_at::timestamptz as since, coalesce(p.told ->> 'causeType', '') as cause_type,
                     coalesce(p.told ->> 'causeCode', '') as cause_code, p.letters - 1 as waiting
                from (select d.*, convert_from(d.diagnostics, 'UTF8')::jsonb as told, row_number() over stream as place,
                             count(*) over (partition by processing_group, sequence_identifier) as letters
                        from log.dead_letter_entry d
                      window stream as (partition by processing_group, sequence_identifier order by sequence_index)) p
                join log.domain_event_entry e on e.event_identifier = p.event_identifier
               where p.place = 1
              union all
              select projection, stream, event_id, event, log_index, 'DISCARDED', left_out_at, cause_type, cause_code, 0
                from rm.left_out_event)
            select letter.*, d.act, d.reason, d.actor, d.recorded_at as at, o.outcome
              from letter
              left join lateral (select * from rm.dead_letter_decision d
                                  where d.projection = letter.projection and d.event_id = letter.event_id
                                    and (letter.state = 'PARKED' or d.act = 'DISCARD')
                                  order by d.log_index desc limit 1) d on true
              left join rm.dead_letter_outcome o using (decision_id)
            """;

    private static final RecordRow<Decided> DECIDED = RecordRow.of(Decided.class);

    private final JdbcClient jdbc;
    private final Horizons horizons;
    private final ProjectionProcessors processors;

    DeadLetters(JdbcClient jdbc, Horizons horizons, ProjectionProcessors processors) {
        this.jdbc = jdbc;
        this.horizons = horizons;
        this.processors = processors;
    }

    /** What is asked of the list. */
    public record Question(
            @Filter(value = "Name of a projection", example = "timeline", where = "letter.projection = :projection")
            @Nullable
            String projection,

            @Filter(
                    value = "parked or discarded; absent for both",
                    example = "parked",
                    where = "letter.state = upper(:state)",
                    oneOf = {"parked", "discarded"})
            @Nullable
            String state,

            Paging paging) {}

    /**
     * Letters, the newest events first.
     *
     * @throws ProblemException 400 if the cursor is no place in the list
     */
    public Stretch<DeadLetter> page(Question question) {
        Conditions conditions = Conditions.of(question).of(question.paging(), NEWEST);
        return question.paging()
                .read(
                        jdbc.sql(ALL + " where %s order by %s limit :atMost".formatted(conditions.sql(), NEWEST.sql()))
                                .params(conditions.values()),
                        NEWEST,
                        (row, _) -> letter(row));
    }

    /** What each projection misses, those that miss nothing included. */
    public List<Missing> missing() {
        return processors.all().stream()
                .map(processor -> processor.projection().name())
                .map(name -> new Missing(
                        name, horizons.parkedStreams(name), horizons.parkedEvents(name), horizons.leftOutEvents(name)))
                .toList();
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getString("projection"),
                row.getString("stream"),
                row.getString("event_id"),
                row.getString("event"),
                row.getLong("log_index"),
                State.valueOf(row.getString("state")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                new Cause(row.getString("cause_type"), row.getString("cause_code")),
                row.getLong("waiting"),
                row.getString("act") == null ? null : DECIDED.read(row));
    }
}

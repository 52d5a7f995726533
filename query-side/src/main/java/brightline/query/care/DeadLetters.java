package brightline.query.care;

import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.query.care.DeadLetter.*;
import brightline.query.projection.Horizons;
import brightline.query.projection.ProjectionProcessors;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what projections could not handle: what waits, and what they go on without. */
@Component
public final class DeadLetters {
    private static final Pattern CURSOR = Pattern.compile("([0-9]{1,18})\\|([a-z]+)");
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
            select letter.*, d.act, d.reason, d.actor, d.recorded_at, o.outcome
              from letter
              left join lateral (select * from rm.dead_letter_decision d
                                  where d.projection = letter.projection and d.event_id = letter.event_id
                                    and (letter.state = 'PARKED' or d.act = 'DISCARD')
                                  order by d.log_index desc limit 1) d on true
              left join rm.dead_letter_outcome o using (decision_id)
            """;

    private final JdbcClient jdbc;
    private final Horizons horizons;
    private final ProjectionProcessors processors;

    DeadLetters(JdbcClient jdbc, Horizons horizons, ProjectionProcessors processors) {
        this.jdbc = jdbc;
        this.horizons = horizons;
        this.processors = processors;
    }

    /**
     * Some letters, and where the next page begins.
     *
     * @param next null on the last page
     */
    public record Page(List<DeadLetter> letters, @Nullable String next) {
        public Page {
            letters = List.copyOf(letters);
        }
    }

    /**
     * Letters, the newest events first.
     *
     * @param projection null for all
     * @param state null for both
     * @param after where an earlier page ended; null for the first
     * @throws ProblemException 400 if {@code after} is no such place
     */
    public Page page(@Nullable String projection, @Nullable State state, @Nullable String after, int atMost) {
        Matcher place = after == null ? null : place(after);
        List<DeadLetter> found = jdbc.sql(ALL + """
                         where (:projection::text is null or letter.projection = :projection)
                           and (:state::text is null or letter.state = :state)
                           and (:index::bigint is null
                                or (letter.log_index, letter.projection) < (:index, :afterProjection::text))
                         order by letter.log_index desc, letter.projection desc limit :most
                        """)
                .param("projection", projection)
                .param("state", state == null ? null : state.name())
                .param("index", place == null ? null : Long.valueOf(place.group(1)))
                .param("afterProjection", place == null ? null : place.group(2))
                .param("most", atMost + 1)
                .query((row, _) -> letter(row))
                .list();
        boolean goesOn = found.size() > atMost;
        return new Page(goesOn ? found.subList(0, atMost) : found, goesOn ? cursor(found.get(atMost - 1)) : null);
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
        String act = row.getString("act");
        return new DeadLetter(
                row.getString("projection"),
                row.getString("stream"),
                row.getString("event_id"),
                row.getString("event"),
                row.getLong("log_index"),
                State.valueOf(row.getString("state")),
                instant(row, "since"),
                row.getString("cause_type"),
                row.getString("cause_code"),
                row.getLong("waiting"),
                act == null
                        ? null
                        : new Decided(
                                act,
                                row.getString("reason"),
                                row.getString("actor"),
                                instant(row, "recorded_at"),
                                row.getString("outcome")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String cursor(DeadLetter last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((last.index() + "|" + last.projection()).getBytes(StandardCharsets.UTF_8));
    }

    private static Matcher place(String cursor) {
        try {
            Matcher place = CURSOR.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
            if (place.matches()) {
                return place;
            }
        } catch (IllegalArgumentException _) {
            // Not even Base64.
        }
        throw new ProblemException(Problem.invalid(
                List.of(new FieldProblem("?cursor", "wrong-value", "must be the next of an earlier answer"))));
    }
}

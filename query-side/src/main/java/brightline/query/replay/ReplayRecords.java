package brightline.query.replay;

import brightline.query.projection.ReadModelSchema;
import brightline.query.projection.RecordRow;
import brightline.query.replay.Comparison.Finding;
import brightline.query.replay.HeadlineFigure.Counted;
import brightline.query.replay.Replay.*;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of replays. */
final class ReplayRecords {
    private static final RecordRow<Replay> REPLAY = RecordRow.of(Replay.class);

    private final JdbcClient jdbc;

    ReplayRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The replay of that key, begun now if there was none. */
    UUID begin(String actor, String idempotencyKey) {
        jdbc.sql("""
                        insert into rm.replay (replay_id, actor, idempotency_key, state)
                        values (:id, :actor, :key, 'RUNNING') on conflict do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("actor", actor)
                .param("key", idempotencyKey)
                .update();
        return byKey(actor, idempotencyKey).orElseThrow();
    }

    Optional<UUID> byKey(String actor, String idempotencyKey) {
        return jdbc.sql("select replay_id from rm.replay where actor = ? and idempotency_key = ?")
                .param(actor)
                .param(idempotencyKey)
                .query(UUID.class)
                .optional();
    }

    void beginPart(UUID replay, String projection, ReadModelSchema schema, long horizon) {
        jdbc.sql("insert into rm.replay_part (replay_id, projection, schema, horizon) values (?, ?, ?, ?)")
                .param(replay)
                .param(projection)
                .param(schema.name())
                .param(horizon)
                .update();
    }

    void progress(UUID replay, String projection, long horizon, long position, Collection<String> parked) {
        jdbc.sql("""
                        update rm.replay_part set horizon = ?, position = ?, parked = ?
                         where replay_id = ? and projection = ?
                        """)
                .param(horizon)
                .param(position)
                .param(parked.toArray(String[]::new))
                .param(replay)
                .param(projection)
                .update();
    }

    void found(UUID replay, List<Finding> findings) {
        for (Finding finding : findings) {
            jdbc.sql("insert into rm.replay_finding values (?, ?, ?, ?, ?, ?)")
                    .param(replay)
                    .param(finding.projection())
                    .param(finding.table())
                    .param(finding.rows())
                    .param(finding.different())
                    .param(finding.keys().toArray(String[]::new))
                    .update();
        }
    }

    void counted(UUID replay, List<Counted> figures) {
        for (Counted one : figures) {
            jdbc.sql("insert into rm.replay_figure values (?, ?, ?, ?)")
                    .param(replay)
                    .param(one.figure().name())
                    .param(one.live())
                    .param(one.rebuilt())
                    .update();
        }
    }

    /** @return whether it was in the state it is moved from */
    boolean move(UUID replay, State from, State to, @Nullable String failure) {
        return jdbc.sql("""
                        update rm.replay set state = :to, failure = :failure,
                               ended_at = case when :to = 'COMPARED' then null else clock_timestamp() end,
                               compared_at = case when :to = 'COMPARED' then clock_timestamp() else compared_at end
                         where replay_id = :id and state = :from
                        """)
                        .param("to", to.name())
                        .param("failure", failure)
                        .param("id", replay)
                        .param("from", from.name())
                        .update()
                == 1;
    }

    List<UUID> in(State state) {
        return jdbc.sql("select replay_id from rm.replay where state = ? order by number")
                .param(state.name())
                .query(UUID.class)
                .list();
    }

    List<ReadModelSchema> schemas(UUID replay) {
        return jdbc.sql("select schema from rm.replay_part where replay_id = ?")
                .param(replay)
                .query((row, _) -> new ReadModelSchema(row.getString(1)))
                .list();
    }

    /** The newest first. */
    List<Replay> newest(int atMost) {
        return jdbc
                .sql("select replay_id from rm.replay order by number desc limit ?")
                .param(atMost)
                .query(UUID.class)
                .list()
                .stream()
                .map(id -> find(id).orElseThrow())
                .toList();
    }

    Optional<Replay> find(UUID id) {
        return jdbc.sql("select *, replay_id as id from rm.replay where replay_id = ?")
                .param(id)
                .query((row, _) -> REPLAY.read(row, parts(id), figures(id), findings(id)))
                .optional();
    }

    private List<Part> parts(UUID id) {
        return jdbc.sql("""
                        select projection as name, horizon, position, cardinality(parked) as parked
                          from rm.replay_part where replay_id = ? order by projection
                        """).param(id).query(RecordRow.of(Part.class)).list();
    }

    private List<Figure> figures(UUID id) {
        return jdbc
                .sql("select * from rm.replay_figure where replay_id = ?")
                .param(id)
                .query(RecordRow.of(Figure.class))
                .list()
                .stream()
                .sorted(Comparator.comparing(Figure::figure))
                .toList();
    }

    private List<Found> findings(UUID id) {
        return jdbc.sql("""
                        select projection, table_name as "table", rows, different, keys
                          from rm.replay_finding where replay_id = ? order by projection, table_name
                        """).param(id).query(RecordRow.of(Found.class)).list();
    }
}

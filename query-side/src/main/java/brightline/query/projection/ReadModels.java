package brightline.query.projection;

import brightline.edge.schema.SchemaMigration;
import brightline.query.projection.Projection.ProjectedTable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which tables each projection lives in and how far of the log they hold: {@code rm.read_model} and the views. */
public final class ReadModels {
    private final JdbcClient jdbc;

    ReadModels(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * A projection's tables at one moment.
     *
     * @param position index of the last event they rest on
     * @param recordedAt when that was recorded; the epoch before the first
     */
    public record ReadModel(int version, ReadModelSchema schema, long position, Instant recordedAt) {}

    /**
     * Lays down how each projection's tables are made, for this release.
     *
     * @param database signed in as somebody who may take the role of the read models' owner
     */
    static void define(DataSource database, List<Projection> projections) {
        try (Connection connection = database.getConnection();
                Statement owner = connection.createStatement();
                PreparedStatement define = connection.prepareStatement("""
                        insert into rm.projection_definition (projection, definition) values (?, ?)
                        on conflict (projection) do update set definition = excluded.definition
                        """)) {
            owner.execute(SchemaMigration.asOwner("rm"));
            for (Projection projection : projections) {
                define.setString(1, projection.name());
                define.setString(2, projection.definition());
                define.execute();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Projections cannot be laid down (SQLSTATE " + e.getSQLState() + ")", e);
        }
    }

    /** Makes tables and views of a projection that has none. Joins the caller's transaction, as everything here. */
    void createIfMissing(Projection projection) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('brightline.read-model'))")
                .query((_, _) -> true)
                .single();
        if (find(projection.name()).isEmpty()) {
            ReadModelSchema schema = ReadModelSchema.first(projection);
            createTables(projection, schema);
            jdbc.sql("insert into rm.read_model (projection, version, live_schema) values (?, ?, ?)")
                    .param(projection.name())
                    .param(projection.version())
                    .param(schema.name())
                    .update();
            showAs(projection, schema);
        }
    }

    /** Makes a projection's empty tables in a new schema. */
    public void createTables(Projection projection, ReadModelSchema schema) {
        jdbc.sql("call rm.make_tables(?, ?)")
                .params(projection.name(), schema.name())
                .update();
    }

    /** Removes tables no view shows. */
    public void dropTables(ReadModelSchema schema) {
        jdbc.sql("call rm.drop_tables(?)").param(schema.name()).update();
    }

    /** Removes all tables that are neither live nor a replay's that is not finished. */
    public void dropUnused() {
        jdbc.sql("""
                        select nspname from pg_namespace
                         where nspname ~ '^rm_[a-z]+_[vr][0-9]+$'
                           and nspname not in (select live_schema from rm.read_model)
                           and nspname not in (select part.schema from rm.replay_part part join rm.replay using (replay_id)
                                                where state in ('RUNNING', 'COMPARED'))
                        """)
                .query((row, _) -> new ReadModelSchema(row.getString(1)))
                .list()
                .forEach(this::dropTables);
    }

    public Optional<ReadModel> find(String projection) {
        return find(projection, "");
    }

    /** The projection's tables, for the only writer of them until its transaction ends. */
    ReadModel lock(String projection) {
        return find(projection, " for update").orElseThrow();
    }

    /** Those that nobody else has locked, by projection, for the only writer of them until its transaction ends. */
    Map<String, ReadModel> lockFree(Collection<String> projections) {
        Map<String, ReadModel> locked = new HashMap<>();
        jdbc.sql("""
                        select projection, version, live_schema, position, recorded_at from rm.read_model
                         where projection = any(?) for update skip locked
                        """).param(projections.toArray(String[]::new)).query((RowCallbackHandler)
                row -> locked.put(row.getString("projection"), readModel(row)));
        return locked;
    }

    private Optional<ReadModel> find(String projection, String lock) {
        return jdbc.sql("select version, live_schema, position, recorded_at from rm.read_model where projection = ?"
                        + lock)
                .param(projection)
                .query((row, _) -> readModel(row))
                .optional();
    }

    private static ReadModel readModel(ResultSet row) throws SQLException {
        return new ReadModel(
                row.getInt("version"),
                new ReadModelSchema(row.getString("live_schema")),
                row.getLong("position"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    void moveTo(String projection, long position, Instant recordedAt) {
        jdbc.sql("update rm.read_model set position = ?, recorded_at = ? where projection = ?")
                .param(position)
                .param(Timestamp.from(recordedAt))
                .param(projection)
                .update();
    }

    /**
     * Does work that may fail without ending the caller's transaction.
     *
     * @throws ProjectionFailure if it fails; undone then if the event was at fault, else the transaction can only end
     */
    void attempt(Runnable work) {
        jdbc.sql("savepoint attempt").update();
        try {
            work.run();
        } catch (RuntimeException e) {
            ProjectionFailure failure = ProjectionFailure.of(e);
            if (failure.isOfTheEvent()) {
                jdbc.sql("rollback to savepoint attempt").update();
            }
            throw failure;
        }
        jdbc.sql("release savepoint attempt").update();
    }

    /** Lets the views show another schema, which holds the log up to that position. */
    void switchTo(Projection projection, ReadModelSchema schema, long position, Instant recordedAt) {
        showAs(projection, schema);
        jdbc.sql("""
                        update rm.read_model set version = ?, live_schema = ?, position = ?, recorded_at = ?
                         where projection = ?
                        """)
                .param(projection.version())
                .param(schema.name())
                .param(position)
                .param(Timestamp.from(recordedAt))
                .param(projection.name())
                .update();
    }

    private void showAs(Projection projection, ReadModelSchema schema) {
        for (ProjectedTable table : projection.tables()) {
            jdbc.sql("call rm.show_table(?, ?)")
                    .params(table.name(), schema.name())
                    .update();
        }
    }
}

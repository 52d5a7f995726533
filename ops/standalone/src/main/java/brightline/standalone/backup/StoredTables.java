package brightline.standalone.backup;

import brightline.standalone.backup.Manifest.Sequence;
import brightline.standalone.backup.Manifest.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The tables and sequences of some schemas, read and written in one connection's transaction. Names come from the catalogue. */
final class StoredTables {
    private final Connection connection;
    private final JdbcClient jdbc;

    StoredTables(Connection connection) {
        this.connection = connection;
        this.jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    /** A table as the catalogue knows it. */
    record Known(String name, List<String> columns, List<String> orderedBy) {}

    /** A trigger and when it fires: O as usual, A always, D never, R for replication only. */
    record Trigger(String table, String name, String mode) {}

    /** Every table with rows of its own, each after those it refers to. */
    List<Known> tables(List<String> schemas) {
        List<Known> all = jdbc.sql("""
                        select format('%I.%I', n.nspname, c.relname) as name,
                               array(select quote_ident(a.attname) from pg_attribute a
                                      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                                      order by a.attnum)::text[] as columns,
                               array(select quote_ident(a.attname) from pg_index i, unnest(i.indkey) with ordinality k(number, place),
                                            pg_attribute a
                                      where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.number
                                      order by k.place)::text[] as key
                          from pg_class c join pg_namespace n on n.oid = c.relnamespace
                         where c.relkind in ('r', 'p') and n.nspname = any(:schemas) and c.relname <> 'flyway_schema_history'
                         order by 1
                        """)
                .param("schemas", schemas.toArray(String[]::new))
                .query((row, _) -> {
                    List<String> columns =
                            Arrays.asList((String[]) row.getArray("columns").getArray());
                    List<String> key =
                            Arrays.asList((String[]) row.getArray("key").getArray());
                    return new Known(row.getString("name"), columns, key.isEmpty() ? columns : key);
                })
                .list();
        Set<Known> ordered = new LinkedHashSet<>();
        List<Known> waiting = new ArrayList<>(all.stream()
                .filter(table -> !StoredSchemas.isDerived(table.name()))
                .toList());
        while (!waiting.isEmpty()) {
            Known next = waiting.stream()
                    .filter(table -> waiting.stream()
                            .noneMatch(other ->
                                    !other.equals(table) && references(table).contains(other.name())))
                    .findFirst()
                    .orElseThrow(() -> new CannotGoOn("tables refer to each other in a circle: " + waiting));
            waiting.remove(next);
            ordered.add(next);
        }
        return List.copyOf(ordered);
    }

    private List<String> references(Known table) {
        return jdbc.sql("""
                        select format('%I.%I', n.nspname, c.relname)
                          from pg_constraint f join pg_class c on c.oid = f.confrelid join pg_namespace n on n.oid = c.relnamespace
                         where f.contype = 'f' and f.conrelid = :table::regclass
                        """).param("table", table.name()).query(String.class).list();
    }

    /** Copies a table out in the order of its key. */
    Table copyOut(Known table, OutputStream to) throws SQLException, IOException {
        MessageDigest digest = Sha256.start();
        var digested = new DigestOutputStream(to, digest);
        long rows = copies().copyOut(
                        "copy (select %s from %s order by %s) to stdout (format binary)"
                                .formatted(
                                        String.join(", ", table.columns()),
                                        table.name(),
                                        String.join(", ", table.orderedBy())),
                        digested);
        return new Table(
                table.name(),
                table.columns(),
                table.orderedBy(),
                rows,
                HexFormat.of().formatHex(digest.digest()));
    }

    void copyIn(Table table, InputStream from) throws SQLException, IOException {
        copies().copyIn(
                        "copy %s (%s) from stdin (format binary)"
                                .formatted(table.name(), String.join(", ", table.columns())),
                        from,
                        ArchiveWriter.PIECE);
    }

    private CopyManager copies() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    List<Sequence> sequences(List<String> schemas) {
        return jdbc.sql("""
                        select format('%I.%I', schemaname, sequencename) from pg_sequences
                         where schemaname = any(:schemas) order by 1
                        """).param("schemas", schemas.toArray(String[]::new)).query(String.class).list().stream()
                .map(name -> jdbc.sql("select last_value, is_called from " + name)
                        .query((row, _) -> new Sequence(name, row.getLong(1), row.getBoolean(2)))
                        .single())
                .toList();
    }

    /** Nothing has been handed out yet: the one moment at which a sequence may be set. */
    void set(Sequence sequence) {
        jdbc.sql("select setval(:name::regclass, :last, :called)")
                .param("name", sequence.name())
                .param("last", sequence.last())
                .param("called", sequence.called())
                .query(Long.class)
                .single();
    }

    /** The triggers that migrations made, in a fixed order. */
    List<Trigger> triggers(List<String> schemas) {
        return jdbc.sql("""
                        select format('%I.%I', n.nspname, c.relname) as on_table, quote_ident(t.tgname) as name, t.tgenabled::text as mode
                          from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
                         where not t.tgisinternal and n.nspname = any(:schemas) order by 1, 2
                        """)
                .param("schemas", schemas.toArray(String[]::new))
                .query((row, _) -> new Trigger(row.getString("on_table"), row.getString("name"), row.getString("mode")))
                .list();
    }

    /** Lets a trigger fire in a mode again, or not at all. */
    void let(Trigger trigger, String mode) {
        String verb =
                switch (mode) {
                    case "O" -> "enable";
                    case "A" -> "enable always";
                    case "R" -> "enable replica";
                    case "D" -> "disable";
                    default -> throw new IllegalArgumentException(mode);
                };
        execute("alter table %s %s trigger %s".formatted(trigger.table(), verb, trigger.name()));
    }

    /** Empties tables of what migrations wrote into them. */
    void empty(List<Table> tables) {
        if (!tables.isEmpty()) {
            execute("truncate "
                    + String.join(", ", tables.stream().map(Table::name).toList()));
        }
    }

    long newestEvent() {
        return jdbc.sql("select coalesce(max(global_index), 0) from log.domain_event_entry")
                .query(Long.class)
                .single();
    }

    private void execute(String statement) {
        jdbc.sql(statement).update();
    }
}

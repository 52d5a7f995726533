package brightline.benchmark;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one submission leaves in the database: its rows, table by table, measured and not assumed. Rows of read models do not
 * count; they are written later, by somebody else.
 *
 * @param rows of the last submission, as text for each column
 * @param bytes of those rows as PostgreSQL stores them, without indexes
 */
record Footprint(List<Row> rows, long bytes) {
    static final String EVENTS = "log.domain_event_entry";
    static final String SECRETS = "log.event_secret";

    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname)
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where n.nspname in ('log', 'keys', 'command') and c.relkind = 'r'
               and c.relname not in ('token_entry', 'dead_letter_entry')
             order by 1""";

    /** Column by column of every unique index of the table. */
    private static final String UNIQUE = """
            select i.indexrelid, a.attname, format_type(a.atttypid, null)
              from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
             where i.indrelid = ?::regclass and i.indisunique
             order by 1, a.attnum""";

    /** What another row of its kind needs a value of its own for: types in order of preference. */
    private static final List<String> TYPES_OF_IDS = List.of("uuid", "bytea", "text", "bigint");

    private static final String LATEST = "(select * from %s order by age(xmin), ctid desc limit %d) latest";

    /**
     * One row as it is.
     *
     * @param table schema and name
     * @param values text of each column by name; null for null
     * @param own columns in which no two rows may be equal, with their types
     * @param leftOut columns the table has and the row does not
     */
    record Row(String table, Map<String, @Nullable String> values, Map<String, String> own, Set<String> leftOut) {
        Row without(Set<String> columns) {
            Map<String, @Nullable String> rest = new LinkedHashMap<>(values);
            rest.keySet().removeAll(columns);
            return new Row(table, rest, own, columns);
        }
    }

    /** Logs so many contacts, one after the other, and looks what has come to be. */
    static Footprint of(Connection database, Load load, int submissions) throws SQLException, IOException {
        Map<String, Long> before = counts(database);
        load.send(submissions);
        Map<String, Long> after = counts(database);
        List<Row> rows = new ArrayList<>();
        long bytes = 0;
        for (String table : after.keySet()) {
            double each = (after.getOrDefault(table, 0L) - before.getOrDefault(table, 0L)) / (double) submissions;
            int count = (int) Math.round(each);
            if (count > 0) {
                rows.addAll(latest(database, table, count));
                bytes += bytes(database, table, count);
            }
        }
        if (rows.isEmpty()) {
            throw new IllegalStateException("Submissions leave no rows");
        }
        return new Footprint(List.copyOf(rows), bytes);
    }

    /** As if there were no rows of the table. */
    Footprint without(String table) {
        return new Footprint(
                rows.stream().filter(row -> !row.table().equals(table)).toList(), bytes);
    }

    /** As if the table did not have the columns. */
    Footprint withoutColumns(String table, Set<String> columns) {
        return new Footprint(
                rows.stream()
                        .map(row -> row.table().equals(table) ? row.without(columns) : row)
                        .toList(),
                bytes);
    }

    /** Columns of the table that are not written. */
    Set<String> columnsLeftOut(String table) {
        return rows.stream()
                .filter(row -> row.table().equals(table))
                .findFirst()
                .map(Row::leftOut)
                .orElse(Set.of());
    }

    /** How many rows of each table, as "log.domain_event_entry 6, …". */
    String summary() {
        Map<String, Integer> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(row.table(), 1, Integer::sum));
        StringBuilder text = new StringBuilder();
        counts.forEach(
                (table, count) -> text.append(", ").append(table).append(' ').append(count));
        return rows.size() + " rows, " + bytes + " bytes (" + text.substring(2) + ")";
    }

    private static Map<String, Long> counts(Connection database) throws SQLException {
        Map<String, Long> counts = new TreeMap<>();
        for (String table : column(database, TABLES)) {
            counts.put(
                    table,
                    Long.parseLong(
                            column(database, "select count(*) from " + table).getFirst()));
        }
        return counts;
    }

    private static long bytes(Connection database, String table, int count) throws SQLException {
        return Long.parseLong(
                column(database, "select sum(pg_column_size(latest)) from " + LATEST.formatted(table, count))
                        .getFirst());
    }

    private static List<Row> latest(Connection database, String table, int count) throws SQLException {
        Map<String, String> own = own(database, table);
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement =
                        database.prepareStatement("select * from " + LATEST.formatted(table, count));
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                Map<String, @Nullable String> values = new LinkedHashMap<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    values.put(found.getMetaData().getColumnName(i), found.getString(i));
                }
                rows.add(new Row(table, values, own, Set.of()));
            }
        }
        return rows;
    }

    /** One column of every unique index, the one that most likely tells rows apart. */
    private static Map<String, String> own(Connection database, String table) throws SQLException {
        Map<Long, Map<String, String>> indexes = new LinkedHashMap<>();
        try (PreparedStatement statement = database.prepareStatement(UNIQUE)) {
            statement.setString(1, table);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    indexes.computeIfAbsent(found.getLong(1), _ -> new LinkedHashMap<>())
                            .put(found.getString(2), found.getString(3));
                }
            }
        }
        Map<String, String> own = new LinkedHashMap<>();
        for (Map<String, String> columns : indexes.values()) {
            for (String type : TYPES_OF_IDS) {
                String last = null;
                for (Map.Entry<String, String> column : columns.entrySet()) {
                    if (column.getValue().equals(type)) {
                        last = column.getKey();
                    }
                }
                if (last != null) {
                    own.put(last, type);
                    break;
                }
            }
        }
        return own;
    }

    private static List<String> column(Connection database, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (PreparedStatement statement = database.prepareStatement(sql);
                ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                values.add(found.getString(1));
            }
        }
        return values;
    }
}

package brightline.query.projection;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the rows of one copy of a projection's tables, each value to the column of its name. Where a row is known from one index of
 * the log until another, only rows of earlier indices are ever ended, and each is written once: an event handled again changes nothing.
 */
public final class ProjectedRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ReadModelSchema schema;

    public ProjectedRows(DataSource dataSource, ReadModelSchema schema) {
        this.jdbc = JdbcClient.create(dataSource);
        this.batches = new JdbcTemplate(dataSource);
        this.schema = schema;
    }

    /** Writes rows. What stands under their keys already stays as it is. */
    public void insert(String table, Collection<Row> rows) {
        insert(table, rows, " on conflict do nothing");
    }

    /** Writes a row. What stands under its key already stays as it is. */
    public void insert(String table, Row row) {
        insert(table, List.of(row));
    }

    /**
     * Puts rows in the place of all that have one of these ids.
     *
     * @param column that holds the id
     */
    public void replace(String table, String column, Collection<UUID> ids, Collection<Row> rows) {
        if (!ids.isEmpty()) {
            jdbc.sql(schema.in("delete from $rm.%s where %s = any(:ids)".formatted(table, column)))
                    .param("ids", ids.toArray(UUID[]::new))
                    .update();
            insert(table, rows, "");
        }
    }

    private void insert(String table, Collection<Row> rows, String otherwise) {
        Map<Set<String>, List<Row>> byColumns = rows.stream()
                .collect(Collectors.groupingBy(row -> row.values().keySet(), LinkedHashMap::new, Collectors.toList()));
        byColumns.forEach((columns, alike) -> batches.batchUpdate(
                schema.in("insert into $rm.%s (%s) values (%s)%s"
                        .formatted(
                                table,
                                String.join(", ", columns),
                                columns.stream().map(_ -> "?").collect(Collectors.joining(", ")),
                                otherwise)),
                alike.stream()
                        .map(row -> columns.stream().map(row::get).toArray())
                        .toList()));
    }

    /** Ends what was known before an event of the rows that hold these values. */
    public void end(String table, long index, Row key) {
        end(table, index, condition(key), key);
    }

    /** As above, of the rows for which the condition over {@code t} holds. @param values named in it */
    public void end(String table, long index, String condition, Row values) {
        jdbc.sql(schema.in(ending(table, condition)))
                .param("index", index)
                .params(values.values())
                .update();
    }

    /** Writes what is known from an event on, and ends what was known before it under the same key. @param key columns */
    public void restate(String table, long index, Row row, String... key) {
        Row under = new Row();
        for (String column : key) {
            under.set(column, row.values().get(column));
        }
        end(table, index, under);
        insert(table, row.set("known_from_index", index));
    }

    /** Writes from an event on anew, with other values in some columns, the rows that hold these values. */
    public void change(String table, long index, Row key, Row other) {
        change(table, index, condition(key), key, other);
    }

    /** As above, of the rows for which the condition over {@code t} holds. @param values named in it */
    public void change(String table, long index, String condition, Row values, Row other) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        other.values()
                .forEach((column, value) -> changed.put(
                        column,
                        value instanceof Timestamp moment
                                ? moment.toInstant().toString()
                                : value == null ? null : value.toString()));
        changed.put("known_from_index", index);
        changed.put("known_to_index", null);
        jdbc.sql(schema.in("with before as (" + ending(table, condition) + " returning t) insert into $rm." + table
                        + " select (jsonb_populate_record(t, :changed::jsonb)).* from before on conflict do nothing"))
                .param("index", index)
                .params(values.values())
                .param("changed", JSON.writeValueAsString(changed))
                .update();
    }

    private static String condition(Row key) {
        return key.values().keySet().stream()
                .map(column -> "t." + column + " = :" + column)
                .collect(Collectors.joining(" and "));
    }

    private static String ending(String table, String condition) {
        return "update $rm.%s t set known_to_index = :index where %s and t.known_to_index is null and t.known_from_index < :index"
                .formatted(table, condition);
    }
}

package brightline.query.roster;

import brightline.query.projection.ReadModelSchema;
import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes rows that are known from one index of the log until another. Only rows of earlier indices are ever closed, and each row is
 * written once, so that an event handled again changes nothing.
 */
final class VersionedRows {
    private final JdbcTemplate jdbc;
    private final ReadModelSchema schema;

    VersionedRows(DataSource dataSource, ReadModelSchema schema) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.schema = schema;
    }

    /** Writes a row with all its columns in the table's order. */
    void insert(String table, @Nullable Object... values) {
        jdbc.update(
                schema.in("insert into $rm." + table + " values ("
                        + String.join(", ", Collections.nCopies(values.length, "?")) + ") on conflict do nothing"),
                values);
    }

    /**
     * Ends what was known under a key before an event.
     *
     * @param columns names of the key's columns
     */
    void close(String table, long index, String columns, Object... key) {
        String where = Arrays.stream(columns.split(", ", -1))
                .map(name -> name + " = ?")
                .collect(Collectors.joining(" and "));
        Object[] values = Arrays.copyOf(key, key.length + 2);
        System.arraycopy(key, 0, values, 1, key.length);
        values[0] = index;
        values[key.length + 1] = index;
        jdbc.update(
                schema.in("update $rm." + table + " set known_to_index = ? where " + where
                        + " and known_to_index is null and known_from_index < ?"),
                values);
    }

    /** Runs a statement that names its schema {@code $rm}. */
    void run(String statement, @Nullable Object... values) {
        jdbc.update(schema.in(statement), values);
    }
}

package brightline.query.caseload;

import brightline.query.caseload.Versions.Version;
import brightline.query.projection.ReadModelSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes one copy of the projection's tables. */
final class CaseloadTables {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ReadModelSchema schema;

    CaseloadTables(DataSource dataSource, ReadModelSchema schema) {
        this.jdbc = JdbcClient.create(dataSource);
        this.batches = new JdbcTemplate(dataSource);
        this.schema = schema;
    }

    /**
     * Puts the versions of each stream in the place of those it has.
     *
     * @param key the table's first column
     */
    void replace(String table, String key, Map<String, List<Version>> byStream) {
        if (byStream.isEmpty()) {
            return;
        }
        jdbc.sql(schema.in("delete from $rm." + table + " where " + key + " = any(:ids)"))
                .param("ids", byStream.keySet().stream().map(UUID::fromString).toArray(UUID[]::new))
                .update();
        List<Object[]> rows = new ArrayList<>();
        byStream.forEach((stream, versions) -> versions.forEach(version -> rows.add(row(stream, version))));
        if (!rows.isEmpty()) {
            batches.batchUpdate(
                    schema.in(
                            "insert into $rm." + table + " values (" + "?, ".repeat(rows.getFirst().length - 1) + "?)"),
                    rows);
        }
    }

    private static Object[] row(String stream, Version version) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(UUID.fromString(stream));
        row.add(version.knownFromIndex());
        row.add(version.knownToIndex());
        row.addAll(version.values());
        return row.toArray();
    }

    /** A row that is one event. Written again, it stays as it is. */
    void owner(UUID incident, long index, String owner) {
        batches.update(
                schema.in("insert into $rm.counterpart_owner values (?, ?, ?) on conflict do nothing"),
                incident,
                index,
                owner);
    }
}

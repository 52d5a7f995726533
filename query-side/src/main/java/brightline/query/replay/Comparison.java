package brightline.query.replay;

import brightline.query.projection.Projection;
import brightline.query.projection.Projection.ProjectedTable;
import brightline.query.projection.ReadModelSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Compares two copies of a projection's tables row by row. */
final class Comparison {
    private Comparison() {}

    /**
     * What one table's comparison found.
     *
     * @param rows of the rebuilt table
     * @param different keys whose row differs or stands on one side only
     * @param keys the first 100 of those, columns parted by a bar
     */
    record Finding(String projection, String table, long rows, long different, List<String> keys) {
        Finding {
            keys = List.copyOf(keys);
        }
    }

    /** All tables' findings. The two copies have to rest on the same part of the log. */
    static List<Finding> of(Projection projection, ReadModelSchema live, ReadModelSchema rebuilt, JdbcClient jdbc) {
        List<Finding> findings = new ArrayList<>();
        for (ProjectedTable table : projection.tables()) {
            String one = live.name() + "." + table.name();
            String other = rebuilt.name() + "." + table.name();
            String key = table.key().stream()
                    .map(column -> column + "::text")
                    .collect(Collectors.joining(", ", "concat_ws('|', ", ")"));
            findings.add(jdbc.sql("""
                            with missing as (select * from %2$s except select * from %1$s),
                                 extra as (select * from %1$s except select * from %2$s),
                                 keys as (select %3$s as key from missing union select %3$s from extra)
                            select (select count(*) from %2$s) as rows,
                                   (select count(*) from keys) as different,
                                   array(select key from keys order by key limit 100) as keys
                            """.formatted(one, other, key))
                    .query((row, _) -> new Finding(
                            projection.name(),
                            table.name(),
                            row.getLong("rows"),
                            row.getLong("different"),
                            Arrays.asList((String[]) row.getArray("keys").getArray())))
                    .single());
        }
        return findings;
    }
}

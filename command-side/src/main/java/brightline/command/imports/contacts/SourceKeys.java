package brightline.command.imports.contacts;

import brightline.edge.schema.SchemaMigration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every key of a source that was ever taken, and the numbers incidents are given. Joins the caller's transaction. */
@Component
final class SourceKeys {
    private final JdbcClient jdbc;

    SourceKeys(DataSource dataSource, @Qualifier("commandSchema") SchemaMigration commandSchema) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Takes the keys that nobody took; waits for another transaction that is taking one of them. @return those taken now */
    Set<String> take(String profile, Collection<String> hashes) {
        if (hashes.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(jdbc.sql("""
                        insert into command.import_source_key (profile, key_hash)
                        select :profile, decode(hash, 'hex') from unnest(cast(:hashes as text[])) as hash order by hash
                        on conflict do nothing
                        returning encode(key_hash, 'hex')
                        """)
                .param("profile", profile)
                .param("hashes", hashes.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /** Numbers that people say, without prefix and year. */
    List<Long> incidentNumbers(int count) {
        return jdbc.sql("select nextval('command.incident_number') from generate_series(1, :count)")
                .param("count", count)
                .query(Long.class)
                .list();
    }
}

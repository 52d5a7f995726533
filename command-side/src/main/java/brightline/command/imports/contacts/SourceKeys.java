package brightline.command.imports.contacts;

import brightline.edge.schema.SchemaMigration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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

    /**
     * Takes the keys that nobody took, each with what its record states.
     *
     * @param contents MACs of {@link StatedContent} by key
     * @return of those taken before, whether with this content; where an earlier program took one, that is not known, and so taken for
     *     the same
     */
    Map<String, Boolean> takeStating(String profile, Map<String, String> contents) {
        if (contents.isEmpty()) {
            return Map.of();
        }
        String[] hashes = contents.keySet().toArray(String[]::new);
        Set<String> taken = Set.copyOf(jdbc.sql("""
                        insert into command.import_source_key (profile, key_hash, content_mac, content_version)
                        select :profile, decode(hash, 'hex'), decode(mac, 'hex'), :version
                          from unnest(cast(:hashes as text[]), cast(:macs as text[])) as stated (hash, mac) order by hash
                        on conflict do nothing
                        returning encode(key_hash, 'hex')
                        """)
                .param("profile", profile)
                .param("hashes", hashes)
                .param("macs", Stream.of(hashes).map(contents::get).toArray(String[]::new))
                .param("version", StatedContent.VERSION)
                .query(String.class)
                .list());
        Map<String, Boolean> before = new HashMap<>();
        jdbc.sql("""
                        select encode(key_hash, 'hex') as hash, encode(content_mac, 'hex') as mac, content_version
                          from command.import_source_key
                         where profile = :profile and key_hash = any(select decode(hash, 'hex') from unnest(cast(:hashes as text[])) as hash)
                        """)
                .param("profile", profile)
                .param(
                        "hashes",
                        Stream.of(hashes).filter(hash -> !taken.contains(hash)).toArray(String[]::new))
                .query(row -> {
                    boolean known =
                            row.getString("mac") != null && row.getInt("content_version") == StatedContent.VERSION;
                    before.put(
                            row.getString("hash"),
                            !known || row.getString("mac").equals(contents.get(row.getString("hash"))));
                });
        return before;
    }

    /** Gives keys back whose records were refused after all: sent again, they are tried again. */
    void release(String profile, Collection<String> hashes) {
        if (!hashes.isEmpty()) {
            jdbc.sql("""
                            delete from command.import_source_key
                             where profile = :profile
                               and key_hash = any(select decode(hash, 'hex') from unnest(cast(:hashes as text[])) as hash)
                            """)
                    .param("profile", profile)
                    .param("hashes", hashes.toArray(String[]::new))
                    .update();
        }
    }

    /** Numbers that people say, without prefix and year. */
    List<Long> incidentNumbers(int count) {
        return jdbc.sql("select nextval('command.incident_number') from generate_series(1, :count)")
                .param("count", count)
                .query(Long.class)
                .list();
    }
}

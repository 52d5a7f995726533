package brightline.command.imports.contacts;

import brightline.edge.schema.SchemaMigration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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

    /**
     * Takes the keys that nobody took; waits for another transaction that is taking one of them.
     *
     * @param contents what the record of each key states, as a MAC of {@link StatedContent}; null for a key that stands for several
     * @return those taken now
     */
    Set<String> take(String profile, Map<String, @Nullable String> contents) {
        if (contents.isEmpty()) {
            return Set.of();
        }
        String[] hashes = contents.keySet().toArray(String[]::new);
        return Set.copyOf(jdbc.sql("""
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
    }

    /** Of keys that were taken before, those taken with other content; of an earlier program's that is not known, and they are not told. */
    Set<String> takenOtherwise(String profile, Map<String, String> contents) {
        if (contents.isEmpty()) {
            return Set.of();
        }
        String[] hashes = contents.keySet().toArray(String[]::new);
        return Set.copyOf(jdbc.sql("""
                        select stated.hash
                          from unnest(cast(:hashes as text[]), cast(:macs as text[])) as stated (hash, mac)
                          join command.import_source_key known
                            on known.profile = :profile and known.key_hash = decode(stated.hash, 'hex')
                         where known.content_version = :version and known.content_mac <> decode(stated.mac, 'hex')
                        """)
                .param("profile", profile)
                .param("hashes", hashes)
                .param("macs", Stream.of(hashes).map(contents::get).toArray(String[]::new))
                .param("version", StatedContent.VERSION)
                .query(String.class)
                .list());
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

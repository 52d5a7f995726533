package brightline.command.imports.contacts;

import brightline.edge.schema.SchemaMigration;
import brightline.events.ImportId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every key that a file's lines are told apart by and that was ever taken, and the numbers incidents are given. Joins the caller's transaction. */
@Component
public final class SourceKeys {
    private final JdbcClient jdbc;

    SourceKeys(DataSource dataSource, @Qualifier("commandSchema") SchemaMigration commandSchema) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * What a file says of a key.
     *
     * @param content as a MAC of {@link StatedContent}; null for a key that stands for several
     * @param line on which it stands
     */
    public record Said(@Nullable String content, long line) {}

    /**
     * What the source sent last under a key.
     *
     * @param content null where it is not known: an earlier release took it
     * @param lastImport the import that sent it; null where an earlier release took it
     * @param later whether that one was sent after the import at hand, and was read before it
     */
    public record Known(@Nullable String content, @Nullable ImportId lastImport, long line, boolean later) {}

    /**
     * Takes the keys that nobody took; waits for another transaction that is taking one of them.
     *
     * @return those taken now
     */
    public Set<String> take(String profile, ImportId importId, Map<String, Said> keys) {
        return keys.isEmpty()
                ? Set.of()
                : Set.copyOf(with(keys, """
                        insert into command.import_source_key
                               (profile, key_hash, content_mac, content_version, last_import, last_line)
                        select :profile, decode(hash, 'hex'), decode(mac, 'hex'), :version, :import, line
                          from %s order by hash
                        on conflict do nothing
                        returning encode(key_hash, 'hex')
                        """)
                        .param("profile", profile)
                        .param("import", importId.value())
                        .query(String.class)
                        .list());
    }

    /** Remembers what was sent last under keys that were taken before. */
    public void sent(String profile, ImportId importId, Map<String, Said> keys) {
        if (!keys.isEmpty()) {
            with(keys, """
                            update command.import_source_key known
                               set content_mac = decode(said.mac, 'hex'), content_version = :version,
                                   last_import = :import, last_line = said.line
                              from %s
                             where known.profile = :profile and known.key_hash = decode(said.hash, 'hex')
                            """)
                    .param("profile", profile)
                    .param("import", importId.value())
                    .update();
        }
    }

    private JdbcClient.StatementSpec with(Map<String, Said> keys, String statement) {
        String[] hashes = keys.keySet().toArray(String[]::new);
        List<Said> said = Stream.of(hashes)
                .map(hash -> Objects.requireNonNull(keys.get(hash)))
                .toList();
        return jdbc.sql(
                        statement.formatted(
                                "unnest(cast(:hashes as text[]), cast(:macs as text[]), cast(:lines as bigint[])) as said (hash, mac, line)"))
                .param("hashes", hashes)
                .param("macs", said.stream().map(Said::content).toArray(String[]::new))
                .param("lines", said.stream().map(Said::line).toArray(Long[]::new))
                .param("version", StatedContent.VERSION);
    }

    /** What was sent last under keys that were taken before. @param importId the import at hand */
    public Map<String, Known> known(String profile, ImportId importId, Set<String> hashes) {
        Map<String, Known> known = new HashMap<>();
        if (!hashes.isEmpty()) {
            jdbc.sql("""
                            select encode(key_hash, 'hex') as hash, last_import, known.last_line,
                                   case when content_version = :version then encode(content_mac, 'hex') end as mac,
                                   coalesce(last.started_at > this.started_at, false) as later
                              from command.import_source_key known
                              left join command.import last on last.import_id = last_import
                              left join command.import this on this.import_id = :import
                             where profile = :profile
                               and key_hash = any(select decode(hash, 'hex') from unnest(cast(:hashes as text[])) as hash)
                            """)
                    .param("profile", profile)
                    .param("hashes", hashes.toArray(String[]::new))
                    .param("version", StatedContent.VERSION)
                    .param("import", importId.value())
                    .query((row, _) -> {
                        UUID last = row.getObject("last_import", UUID.class);
                        return known.put(
                                row.getString("hash"),
                                new Known(
                                        row.getString("mac"),
                                        last == null ? null : new ImportId(last),
                                        row.getLong("last_line"),
                                        row.getBoolean("later")));
                    })
                    .list();
        }
        return known;
    }

    /** Gives keys back whose records were refused after all: sent again, they are tried again. */
    public void release(String profile, Collection<String> hashes) {
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

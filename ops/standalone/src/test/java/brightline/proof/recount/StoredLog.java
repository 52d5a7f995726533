package brightline.proof.recount;

import brightline.edge.keys.PersonalPart;
import brightline.edge.keys.PersonalParts;
import brightline.events.SecretId;
import brightline.events.SecretRef;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The event log as it is stored, in its one order, and the keys to what is sealed beside it. */
final class StoredLog implements RawLog {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;
    private final PersonalParts parts;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, PersonalPart.Statistics> statistics = new HashMap<>();
    private final Map<String, String> numbers = new HashMap<>();

    StoredLog(DataSource events, PersonalParts parts) {
        this.jdbc = JdbcClient.create(events);
        this.parts = parts;
    }

    @Override
    public List<Entry> entries() {
        jdbc.sql("""
                        select global_index, recorded_at, payload_type, payload from log.domain_event_entry
                         where global_index > :last order by global_index
                        """)
                .param("last", entries.isEmpty() ? 0 : entries.getLast().index())
                .query((row, _) -> new Entry(
                        row.getLong(1),
                        row.getObject(2, OffsetDateTime.class).toInstant(),
                        row.getString(3),
                        JSON.readTree(new String(row.getBytes(4), StandardCharsets.UTF_8))))
                .list()
                .forEach(entries::add);
        return entries;
    }

    @Override
    public PersonalPart.Statistics statistics(@Nullable JsonNode ref) {
        return ref == null || ref.isNull()
                ? PersonalPart.Statistics.NONE
                : statistics.computeIfAbsent(
                        ref.get("secretId").asString(),
                        _ -> parts.open(ref(ref), PersonalPart.Statistics.class).orElse(PersonalPart.Statistics.NONE));
    }

    @Override
    public String number(@Nullable JsonNode ref) {
        return ref == null || ref.isNull()
                ? ""
                : numbers.computeIfAbsent(
                        ref.get("secretId").asString(),
                        _ -> parts.open(ref(ref), PersonalPart.Identity.class)
                                .map(PersonalPart.Identity::number)
                                .orElse(""));
    }

    private static SecretRef ref(JsonNode ref) {
        return new SecretRef(
                new SecretId(UUID.fromString(ref.get("secretId").asString())),
                ref.get("digest").asString());
    }
}

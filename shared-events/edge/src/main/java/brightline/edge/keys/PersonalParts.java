package brightline.edge.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import brightline.edge.keys.CaseSecrets.Row;
import brightline.events.SecretId;
import brightline.events.SecretRef;
import brightline.events.SubjectHandle;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way personal data takes in and out of the database: encrypted, under a key per case and part, in rows of their
 * own that events refer to (ADR 2). Writes join the caller's transaction.
 */
public final class PersonalParts {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KeyEncryptionKey kek;
    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    public PersonalParts(DataSource dataSource, KeyEncryptionKey kek) {
        this.kek = kek;
        this.batches = new JdbcTemplate(dataSource);
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** Secrets of a case that begins: nothing is looked up. */
    public CaseSecrets newCase(SubjectHandle subject) {
        return new CaseSecrets(subject, Map.of());
    }

    /** Secrets added to a case that has some: later parts go under the keys of the earlier ones. */
    public CaseSecrets existingCase(SubjectHandle subject) {
        Map<Part, byte[]> keys = new EnumMap<>(Part.class);
        jdbc.sql("select part, wrapped_key from keys.case_key where subject_handle = :subject")
                .param("subject", subject.value())
                .query((row, _) -> {
                    Part part = Part.valueOf(row.getString("part"));
                    unwrap(subject, part, row.getBytes("wrapped_key")).ifPresent(key -> keys.put(part, key));
                    return part;
                })
                .list();
        return new CaseSecrets(subject, keys);
    }

    /** Writes all keys and ciphertexts of the cases: two statements, whatever the number of students. */
    public void store(Collection<CaseSecrets> cases) {
        List<Object[]> keys = new ArrayList<>();
        List<Object[]> secrets = new ArrayList<>();
        for (CaseSecrets one : cases) {
            UUID subject = one.subject().value();
            one.newKeys()
                    .forEach((part, key) -> keys.add(new Object[] {
                        subject, part.name(), Cipher256.wrap(kek.key(), key, keyName(one.subject(), part))
                    }));
            for (Row row : one.rows()) {
                secrets.add(new Object[] {
                    row.id().value(),
                    subject,
                    row.part().name(),
                    Cipher256.NAME,
                    row.nonce(),
                    row.keyCommit(),
                    row.ciphertext(),
                    row.digest()
                });
            }
        }
        if (!keys.isEmpty()) {
            batches.batchUpdate("insert into keys.case_key (subject_handle, part, wrapped_key) values (?, ?, ?)", keys);
        }
        if (!secrets.isEmpty()) {
            batches.batchUpdate("""
                    insert into log.event_secret
                           (secret_id, subject_handle, part, cipher, nonce, key_commit, ciphertext, digest)
                    values (?, ?, ?, ?, ?, ?, ?, ?)""", secrets);
        }
    }

    /** Reads one part. @param ref null reads as empty */
    public <T extends PersonalPart> Optional<T> open(@Nullable SecretRef ref, Class<T> type) {
        if (ref == null) {
            return Optional.empty();
        }
        Opened<T> opened = openAll(List.of(ref), type).get(ref.secretId());
        return opened == null ? Optional.empty() : opened.value();
    }

    /**
     * Reads many parts with one query. A part whose key or ciphertext is gone, or does not belong to the reference, is
     * {@link Opened.Redacted}; every reference has an answer.
     */
    public <T extends PersonalPart> Map<SecretId, Opened<T>> openAll(Collection<SecretRef> refs, Class<T> type) {
        Map<SecretId, Opened<T>> opened = new HashMap<>();
        if (refs.isEmpty()) {
            return opened;
        }
        UUID[] ids = refs.stream().map(ref -> ref.secretId().value()).toArray(UUID[]::new);
        jdbc.sql("""
                        select s.secret_id, s.subject_handle, s.part, s.nonce, s.key_commit, s.ciphertext, s.digest,
                               k.wrapped_key
                          from log.event_secret s
                          left join keys.case_key k using (subject_handle, part)
                         where s.secret_id = any(:ids)
                        """)
                .param("ids", ids)
                .query((row, _) -> {
                    SecretId id = new SecretId(row.getObject("secret_id", UUID.class));
                    opened.put(id, opened(id, row, type));
                    return id;
                })
                .list();
        for (SecretRef ref : refs) {
            opened.putIfAbsent(ref.secretId(), new Opened.Redacted<>(partOf(type)));
        }
        return opened;
    }

    private <T extends PersonalPart> Opened<T> opened(SecretId id, ResultSet row, Class<T> type) throws SQLException {
        SubjectHandle subject = new SubjectHandle(row.getObject("subject_handle", UUID.class));
        Part part = Part.valueOf(row.getString("part"));
        byte[] wrapped = row.getBytes("wrapped_key");
        byte[] nonce = row.getBytes("nonce");
        byte[] commit = row.getBytes("key_commit");
        byte[] ciphertext = row.getBytes("ciphertext");
        if (wrapped == null || part != partOf(type)) {
            return new Opened.Redacted<>(partOf(type));
        }
        return unwrap(subject, part, wrapped)
                .filter(key -> Arrays.equals(CaseSecrets.keyCommit(key), commit))
                .flatMap(key -> Cipher256.decrypt(key, nonce, CaseSecrets.associated(id, subject, part), ciphertext))
                .<Opened<T>>map(plain -> new Opened.Readable<>(JSON.readValue(plain, type)))
                .orElseGet(() -> new Opened.Redacted<>(part));
    }

    private Optional<byte[]> unwrap(SubjectHandle subject, Part part, byte[] wrapped) {
        return Cipher256.unwrap(kek.key(), wrapped, keyName(subject, part));
    }

    private static byte[] keyName(SubjectHandle subject, Part part) {
        return ("v1|" + subject + "|" + part).getBytes(UTF_8);
    }

    private static Part partOf(Class<? extends PersonalPart> type) {
        if (type == PersonalPart.Identity.class) {
            return Part.IDENTITY;
        }
        return type == PersonalPart.Narrative.class ? Part.NARRATIVE : Part.STAT;
    }
}

package brightline.edge.keys;

import brightline.edge.keys.CaseKeys.Found;
import brightline.edge.keys.CaseKeys.NewCase;
import brightline.edge.keys.CaseSecrets.Row;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.events.SecretId;
import brightline.events.SecretRef;
import brightline.events.SubjectHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one way personal data takes in and out of the database: encrypted, under a key per case and part, in rows of their
 * own that events refer to (ADR 2). The rows join the caller's transaction; the keys stand in the key store (ADR 8).
 */
public final class PersonalParts {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final CaseKeys keys;
    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    /** @param events the database of events */
    public PersonalParts(DataSource events, KeyStore keys) {
        this.keys = new CaseKeys(keys);
        this.batches = new JdbcTemplate(events);
        this.jdbc = JdbcClient.create(events);
    }

    /** Secrets of a case that begins: opened by {@link StudentIndex} before, or else of nobody identified. */
    public CaseSecrets newCase(SubjectHandle subject) {
        return find(subject).orElseGet(() -> CaseSecrets.unwritten(NewCase.of(subject, null)));
    }

    /** Secrets added to a case that has some: later parts go under the keys of the earlier ones. */
    public CaseSecrets existingCase(SubjectHandle subject) {
        return find(subject).orElseGet(() -> CaseSecrets.of(subject, Map.of()));
    }

    private Optional<CaseSecrets> find(SubjectHandle subject) {
        return Optional.ofNullable(keys.find(Set.of(subject)).get(subject))
                .map(found -> CaseSecrets.of(subject, found.keys()));
    }

    /** Writes what was sealed: keys that are not committed yet first, then all ciphertexts in one batch. */
    public void store(Collection<CaseSecrets> cases) {
        List<NewCase> unwritten = new ArrayList<>();
        List<Object[]> secrets = new ArrayList<>();
        for (CaseSecrets one : cases) {
            if (one.unwritten() != null) {
                unwritten.add(one.unwritten());
            }
            for (Row row : one.rows()) {
                secrets.add(new Object[] {
                    row.id().value(),
                    row.subject().value(),
                    row.part().name(),
                    Cipher256.NAME,
                    row.nonce(),
                    row.keyCommit(),
                    row.ciphertext(),
                    row.digest()
                });
            }
        }
        keys.insertAhead(unwritten);
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

    /** Whatever was stated of who these cases are about, in no order; without what can be read no more. */
    public List<Identity> identitiesOf(Collection<SubjectHandle> subjects) {
        return identitiesBySubject(subjects).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** As {@link #identitiesOf}, by the case. */
    public Map<SubjectHandle, List<Identity>> identitiesBySubject(Collection<SubjectHandle> subjects) {
        Map<SubjectHandle, List<SecretRef>> refs = new HashMap<>();
        jdbc.sql("""
                        select subject_handle, secret_id, encode(digest, 'hex') as digest from log.event_secret
                         where subject_handle = any(:subjects) and part = 'IDENTITY'
                        """)
                .param("subjects", subjects.stream().map(SubjectHandle::value).toArray(UUID[]::new))
                .query((row, _) -> refs.computeIfAbsent(
                                new SubjectHandle(row.getObject("subject_handle", UUID.class)), _ -> new ArrayList<>())
                        .add(new SecretRef(
                                new SecretId(row.getObject("secret_id", UUID.class)), row.getString("digest"))))
                .list();
        Map<SecretId, Opened<Identity>> opened =
                openAll(refs.values().stream().flatMap(List::stream).toList(), Identity.class);
        Map<SubjectHandle, List<Identity>> identities = new HashMap<>();
        refs.forEach((subject, ofSubject) -> identities.put(
                subject,
                ofSubject.stream()
                        .flatMap(ref -> Objects.requireNonNull(opened.get(ref.secretId())).value().stream())
                        .toList()));
        return identities;
    }

    private record Sealed(
            SecretId id, SubjectHandle subject, Part part, byte[] nonce, byte[] keyCommit, byte[] ciphertext) {}

    /**
     * Reads many parts with one question to each database. A part whose key or ciphertext is gone, or does not belong to the
     * reference, is {@link Opened.Redacted}; every reference has an answer.
     */
    public <T extends PersonalPart> Map<SecretId, Opened<T>> openAll(Collection<SecretRef> refs, Class<T> type) {
        Map<SecretId, Opened<T>> opened = new HashMap<>();
        if (refs.isEmpty()) {
            return opened;
        }
        Part part = partOf(type);
        List<Sealed> sealed = sealed(refs, part);
        Map<SubjectHandle, Found> cases =
                keys.find(sealed.stream().map(Sealed::subject).collect(Collectors.toSet()));
        for (Sealed one : sealed) {
            opened.put(
                    one.id(),
                    Optional.ofNullable(cases.get(one.subject()))
                            .flatMap(found -> plaintext(one, found.keys().get(part)))
                            .<Opened<T>>map(plain -> new Opened.Readable<>(JSON.readValue(plain, type)))
                            .orElseGet(() -> new Opened.Redacted<>(part)));
        }
        for (SecretRef ref : refs) {
            opened.putIfAbsent(ref.secretId(), new Opened.Redacted<>(part));
        }
        return opened;
    }

    private List<Sealed> sealed(Collection<SecretRef> refs, Part part) {
        return jdbc.sql("""
                        select secret_id, subject_handle, nonce, key_commit, ciphertext
                          from log.event_secret where secret_id = any(:ids) and part = :part
                        """)
                .param("ids", refs.stream().map(ref -> ref.secretId().value()).toArray(UUID[]::new))
                .param("part", part.name())
                .query((row, _) -> new Sealed(
                        new SecretId(row.getObject(1, UUID.class)),
                        new SubjectHandle(row.getObject(2, UUID.class)),
                        part,
                        row.getBytes(3),
                        row.getBytes(4),
                        row.getBytes(5)))
                .list();
    }

    private static Optional<byte[]> plaintext(Sealed sealed, byte @Nullable [] key) {
        return key == null || !Arrays.equals(CaseSecrets.keyCommit(key), sealed.keyCommit())
                ? Optional.empty()
                : Cipher256.decrypt(
                        key,
                        sealed.nonce(),
                        CaseSecrets.associated(sealed.id(), sealed.subject(), sealed.part()),
                        sealed.ciphertext());
    }

    private static Part partOf(Class<? extends PersonalPart> type) {
        if (type == PersonalPart.Identity.class) {
            return Part.IDENTITY;
        }
        return type == PersonalPart.Narrative.class ? Part.NARRATIVE : Part.STAT;
    }
}

package brightline.edge.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import brightline.events.SecretId;
import brightline.events.SecretRef;
import brightline.events.SubjectHandle;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The personal parts one submission adds to one case: sealed in memory, stored together by {@link PersonalParts#store}.
 * Used by one thread, once.
 */
public final class CaseSecrets {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SubjectHandle subject;
    private final Map<Part, byte[]> keys;
    private final List<Part> newKeys = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    CaseSecrets(SubjectHandle subject, Map<Part, byte[]> existingKeys) {
        this.subject = subject;
        this.keys = new EnumMap<>(Part.class);
        keys.putAll(existingKeys);
    }

    record Row(
            SecretId id,
            SubjectHandle subject,
            Part part,
            byte[] nonce,
            byte[] keyCommit,
            byte[] ciphertext,
            byte[] digest) {}

    public SubjectHandle subject() {
        return subject;
    }

    /** Encrypts the part under the case's key for it; a null part seals nothing. */
    public @Nullable SecretRef seal(@Nullable PersonalPart value) {
        if (value == null) {
            return null;
        }
        Part part = value.part();
        byte[] key = keys.computeIfAbsent(part, fresh -> {
            newKeys.add(fresh);
            return Cipher256.random(32);
        });
        SecretId id = new SecretId(UUID.randomUUID());
        byte[] nonce = Cipher256.nonce();
        byte[] ciphertext = Cipher256.encrypt(key, nonce, associated(id, subject, part), JSON.writeValueAsBytes(value));
        byte[] commit = keyCommit(key);
        byte[] digest = digest(id, subject, part, nonce, commit, ciphertext);
        rows.add(new Row(id, subject, part, nonce, commit, ciphertext, digest));
        return new SecretRef(id, HexFormat.of().formatHex(digest));
    }

    List<Row> rows() {
        return rows;
    }

    Map<Part, byte[]> newKeys() {
        Map<Part, byte[]> fresh = new EnumMap<>(Part.class);
        newKeys.forEach(part -> fresh.put(part, keys.get(part)));
        return fresh;
    }

    /** What a ciphertext is bound to: moved to another row, case or part, it does not decrypt. */
    static byte[] associated(SecretId id, SubjectHandle subject, Part part) {
        return ("v1|" + id + "|" + subject + "|" + part).getBytes(UTF_8);
    }

    static byte[] keyCommit(byte[] key) {
        return Cipher256.digest("commit".getBytes(UTF_8), key);
    }

    static byte[] digest(
            SecretId id, SubjectHandle subject, Part part, byte[] nonce, byte[] keyCommit, byte[] ciphertext) {
        return Cipher256.digest(associated(id, subject, part), nonce, keyCommit, ciphertext);
    }
}

package brightline.edge.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import brightline.edge.keys.CaseKeys.NewCase;
import brightline.events.SecretId;
import brightline.events.SecretRef;
import brightline.events.SubjectHandle;
import java.util.ArrayList;
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
    private final @Nullable NewCase unwritten;
    private final List<Row> rows = new ArrayList<>();

    private CaseSecrets(SubjectHandle subject, Map<Part, byte[]> keys, @Nullable NewCase unwritten) {
        this.subject = subject;
        this.keys = keys;
        this.unwritten = unwritten;
    }

    /** Of a case whose keys are committed. */
    static CaseSecrets of(SubjectHandle subject, Map<Part, byte[]> keys) {
        return new CaseSecrets(subject, keys, null);
    }

    /** Of a case whose keys are to be stored with the parts. */
    static CaseSecrets unwritten(NewCase fresh) {
        return new CaseSecrets(fresh.subject(), fresh.keys(), fresh);
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

    /**
     * Encrypts the part under the case's key for it; a null part seals nothing.
     *
     * @throws IllegalStateException if the case's key for that part was destroyed: an erased case takes nothing more
     */
    public @Nullable SecretRef seal(@Nullable PersonalPart value) {
        if (value == null) {
            return null;
        }
        Part part = value.part();
        byte[] key = keys.get(part);
        if (key == null) {
            throw new IllegalStateException("The key of this case for " + part + " was destroyed");
        }
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

    /** The case itself, if its keys are still to be stored; else null. */
    @Nullable
    NewCase unwritten() {
        return unwritten;
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

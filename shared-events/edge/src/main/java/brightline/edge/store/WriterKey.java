package brightline.edge.store;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key by which this installation signs what it appends, so that a row added around it is told from one of its own. Comes
 * from a file outside the database.
 */
public final class WriterKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;
    private static final int ID_BYTES = 8;

    private final SecretKeySpec key;
    private final String id;

    /** @param key 256 random bits */
    public WriterKey(byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("A writer key has 256 bits");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            this.id = HexFormat.of().formatHex(digest, 0, ID_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** 256 random bits. */
    static byte[] random() {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        return fresh;
    }

    /** Names the key without telling it: the first 8 bytes of its SHA-256, in lower-case hexadecimal. */
    public String id() {
        return id;
    }

    /** HMAC-SHA-256 of the hash, 32 bytes. */
    public byte[] mac(byte[] contentHash) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(contentHash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    /** Whether this key's owner wrote what the hash stands for. */
    public boolean wrote(byte[] contentHash, byte[] mac) {
        return MessageDigest.isEqual(mac(contentHash), mac);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WriterKey writer && Arrays.equals(key.getEncoded(), writer.key.getEncoded());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "WriterKey[" + id + "]";
    }
}

package brightline.edge.keys;

import java.util.HexFormat;

/**
 * HMAC-SHA-256 under a key of its own, derived from the key-encryption key: who holds only the database cannot guess what it
 * covers.
 */
public final class KeyedMac {
    private final byte[] key;

    /** @param purpose tells this key from all others derived from the same one */
    public KeyedMac(KeyEncryptionKey kek, String purpose) {
        this.key = Cipher256.hmac(kek.key().getEncoded(), "mac", purpose);
    }

    /** The MAC over the parts, each with its length before it, in lower-case hexadecimal. */
    public String of(String... parts) {
        return HexFormat.of().formatHex(Cipher256.hmac(key, parts));
    }
}

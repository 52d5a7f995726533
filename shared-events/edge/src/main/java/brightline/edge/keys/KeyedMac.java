package brightline.edge.keys;

import java.util.HexFormat;

/**
 * HMAC-SHA-256 under a random key of its own, kept in the key store: who holds only the events' database cannot guess what it
 * covers, and a change of the key-encryption key does not change it.
 */
public final class KeyedMac {
    private final byte[] key;

    /** @param purpose names the key */
    public KeyedMac(KeyStore keys, String purpose) {
        this.key = keys.named("mac/" + purpose);
    }

    /** The MAC over the parts, each with its length before it, in lower-case hexadecimal. */
    public String of(String... parts) {
        return HexFormat.of().formatHex(Cipher256.hmac(key, parts));
    }
}

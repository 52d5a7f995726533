package brightline.edge.keys;

import java.nio.file.Path;
import java.util.HexFormat;

/**
 * HMAC-SHA-256 under a random key of its own, kept in the key store or in a file: who holds only the events' database cannot
 * guess what it covers, and a change of the key-encryption key does not change it.
 */
public final class KeyedMac {
    private static final int BYTES = 32;

    private final byte[] key;

    /** @param purpose names the key */
    public KeyedMac(KeyStore keys, String purpose) {
        this.key = keys.named("mac/" + purpose);
    }

    /** @param file of the key; written when there is none */
    public KeyedMac(Path file) {
        this.key = KeyFile.readOrCreate(file, () -> Cipher256.random(BYTES));
    }

    /** The MAC over the parts, each with its length before it, in lower-case hexadecimal. */
    public String of(String... parts) {
        return HexFormat.of().formatHex(Cipher256.hmac(key, parts));
    }
}

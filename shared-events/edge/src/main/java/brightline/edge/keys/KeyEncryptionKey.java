package brightline.edge.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/** The key that wraps all others, kept in a file outside the database that only its owner can read. Prints as redacted. */
public final class KeyEncryptionKey {
    private static final int BYTES = 32;
    private static final int ID_BYTES = 8;
    private final byte[] key;
    private final String id;

    private KeyEncryptionKey(byte[] key) {
        this.key = key;
        this.id = HexFormat.of().formatHex(Cipher256.hmac(key, "key-id"), 0, ID_BYTES);
    }

    /** A key for installations that bring their own. @param key 32 bytes */
    public static KeyEncryptionKey of(byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalArgumentException("A key-encryption key has 256 bits");
        }
        return new KeyEncryptionKey(key.clone());
    }

    /** A new random key. */
    static KeyEncryptionKey random() {
        return new KeyEncryptionKey(Cipher256.random(BYTES));
    }

    /**
     * Reads the key from the file, or writes a new random one (mode 0400) if there is no file.
     *
     * @throws IllegalStateException if others than the owner may touch the file, or it does not hold a key
     */
    public static KeyEncryptionKey inFile(Path file) {
        return in(file, KeyFile.readOrCreate(file, () -> Cipher256.random(BYTES)));
    }

    /** @throws IllegalStateException if others than the owner may touch the file, or it does not hold a key */
    static KeyEncryptionKey read(Path file) {
        return in(file, KeyFile.read(file));
    }

    /**
     * Empty if there is no such file.
     *
     * @throws IllegalStateException if others than the owner may touch the file, or it does not hold a key
     */
    static Optional<KeyEncryptionKey> readIfThere(Path file) {
        return KeyFile.readIfThere(file).map(key -> in(file, key));
    }

    private static KeyEncryptionKey in(Path file, byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalStateException("The key file " + file + " does not hold a key that can be read");
        }
        return new KeyEncryptionKey(key);
    }

    /** Writes the key (mode 0400) so that the file is there whole or not at all, also after a loss of power. */
    void writeTo(Path file) {
        KeyFile.write(file, key);
    }

    /** Names the key and tells nothing of it. */
    public String id() {
        return id;
    }

    /** @param about what the wrapped key is for: it opens for nothing else */
    byte[] wrap(byte[] wrapped, String about) {
        return Cipher256.wrap(key, wrapped, associated(about));
    }

    /** Empty if it was not wrapped by this key for that purpose. */
    Optional<byte[]> unwrap(byte[] wrapped, String about) {
        return Cipher256.unwrap(key, wrapped, associated(about));
    }

    private byte[] associated(String about) {
        return ("v1|" + id + "|" + about).getBytes(UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeyEncryptionKey same && id.equals(same.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}

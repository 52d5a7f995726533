package brightline.edge.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Short texts of the program's own that may hold somebody's name, encrypted under AES-256-GCM with a random key kept in the key
 * store or in a file: who holds only the events' database cannot read them. What belongs to a student's case has keys of its own.
 */
public final class SealedText {
    private static final int BYTES = 32;

    private final byte[] key;

    /** @param purpose names the key */
    public SealedText(KeyStore keys, String purpose) {
        this.key = keys.named("text/" + purpose);
    }

    /**
     * Under a key that follows from one in a file.
     *
     * @param file written when there is none
     * @param purpose names the key
     */
    public SealedText(Path file, String purpose) {
        this.key = Cipher256.hmac(KeyFile.readOrCreate(file, () -> Cipher256.random(BYTES)), "text/" + purpose);
    }

    /** @param about what it belongs to; it opens for nothing else */
    public byte[] seal(String text, String about) {
        return Cipher256.wrap(key, text.getBytes(UTF_8), about.getBytes(UTF_8));
    }

    /** Empty if it was not sealed by this key about that. */
    public Optional<String> open(byte[] sealed, String about) {
        return Cipher256.unwrap(key, sealed, about.getBytes(UTF_8)).map(text -> new String(text, UTF_8));
    }
}

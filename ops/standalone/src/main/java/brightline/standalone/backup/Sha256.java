package brightline.standalone.backup;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests of tables and sections. */
final class Sha256 {
    private Sha256() {}

    static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}

package brightline.edge.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key that wraps all others, kept in a file outside the database that only its owner can read. */
public final class KeyEncryptionKey {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private final SecretKey key;

    private KeyEncryptionKey(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** A key for tests and for installations that bring their own. @param key 32 bytes */
    public static KeyEncryptionKey of(byte[] key) {
        if (key.length != 32) {
            throw new IllegalArgumentException("A key-encryption key has 256 bits");
        }
        return new KeyEncryptionKey(key.clone());
    }

    /**
     * Reads the key from the file, or writes a new random one (mode 0400) if there is no file.
     *
     * @throws IllegalStateException if others than the owner may touch the file, or it does not hold a key
     */
    public static KeyEncryptionKey inFile(Path file) {
        try {
            if (Files.notExists(file)) {
                byte[] fresh = new byte[32];
                new SecureRandom().nextBytes(fresh);
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.writeString(file, Base64.getEncoder().encodeToString(fresh) + "\n");
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
            }
            if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw new IllegalStateException("The key file " + file + " may be touched by others: chmod 0400 it");
            }
            return of(Base64.getDecoder().decode(Files.readString(file).strip()));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("The key file " + file + " does not hold a key that can be read");
        }
    }

    SecretKey key() {
        return key;
    }
}

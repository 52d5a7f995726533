package brightline.edge.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;

/** The key that wraps all others, kept in a file outside the database that only its owner can read. Prints as redacted. */
public final class KeyEncryptionKey {
    private static final int BYTES = 32;
    private static final int ID_BYTES = 8;
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

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
        if (Files.notExists(file)) {
            random().writeTo(file);
        }
        return read(file);
    }

    /** @throws IllegalStateException if others than the owner may touch the file, or it does not hold a key */
    static KeyEncryptionKey read(Path file) {
        return readIfThere(file).orElseThrow(() -> new IllegalStateException("There is no key file " + file));
    }

    /**
     * Empty if there is no such file.
     *
     * @throws IllegalStateException if others than the owner may touch the file, or it does not hold a key
     */
    static Optional<KeyEncryptionKey> readIfThere(Path file) {
        try {
            if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw new IllegalStateException("The key file " + file + " may be touched by others: chmod 0400 it");
            }
            return Optional.of(
                    of(Base64.getDecoder().decode(Files.readString(file).strip())));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("The key file " + file + " does not hold a key that can be read");
        }
    }

    /** Writes the key (mode 0400) so that the file is there whole or not at all, also after a loss of power. */
    void writeTo(Path file) {
        Path making = file.resolveSibling(file.getFileName() + ".making");
        try {
            Files.deleteIfExists(making);
            try (FileChannel channel = FileChannel.open(
                    making,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                ByteBuffer text = ByteBuffer.wrap((Base64.getEncoder().encodeToString(key) + "\n").getBytes(US_ASCII));
                while (text.hasRemaining()) {
                    channel.write(text);
                }
                channel.force(true);
            }
            Files.setPosixFilePermissions(making, PosixFilePermissions.fromString("r--------"));
            Files.move(making, file, StandardCopyOption.ATOMIC_MOVE);
            forceDirectory(file);
        } catch (IOException e) {
            throw new IllegalStateException("The key file " + file + " cannot be written ("
                    + e.getClass().getSimpleName() + ")");
        }
    }

    /** Makes a renaming in the file's directory survive a loss of power. */
    static void forceDirectory(Path file) throws IOException {
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
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

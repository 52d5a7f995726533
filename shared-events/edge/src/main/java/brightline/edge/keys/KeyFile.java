package brightline.edge.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A key in a file outside the database that only its owner can read: base64, one line, mode 0400. */
public final class KeyFile {
    private static final Set<PosixFilePermission> OTHERS = EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.GROUP_EXECUTE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE,
            PosixFilePermission.OTHERS_EXECUTE);

    private KeyFile() {}

    /**
     * Reads the key, or writes a new one if there is no file. Two programs that begin at once agree on one.
     *
     * @param fresh makes a new key
     * @throws IllegalStateException if others than the owner may touch the file, or it cannot be read as a key
     */
    public static byte[] readOrCreate(Path file, Supplier<byte[]> fresh) {
        if (Files.notExists(file)) {
            put(file, fresh.get(), KeyFile::linked);
        }
        return read(file);
    }

    /** @throws IllegalStateException if others than the owner may touch the file, or it cannot be read as a key */
    static byte[] read(Path file) {
        return readIfThere(file).orElseThrow(() -> new IllegalStateException("There is no key file " + file));
    }

    /**
     * Empty if there is no such file.
     *
     * @throws IllegalStateException if others than the owner may touch the file, or it cannot be read as a key
     */
    static Optional<byte[]> readIfThere(Path file) {
        try {
            if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw new IllegalStateException("The key file " + file + " may be touched by others: chmod 0400 it");
            }
            return Optional.of(Base64.getDecoder().decode(Files.readString(file).strip()));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("The key file " + file + " does not hold a key that can be read");
        }
    }

    /** Writes the key, in the place of whatever stood in the file. */
    static void write(Path file, byte[] key) {
        put(file, key, (making, to) -> Files.move(making, to, StandardCopyOption.ATOMIC_MOVE));
    }

    private interface Naming {
        void give(Path making, Path file) throws IOException;
    }

    /** Whole or not at all, also after a loss of power. */
    private static void put(Path file, byte[] key, Naming naming) {
        try {
            Path making = Files.createTempFile(
                    file.toAbsolutePath().getParent(),
                    file.getFileName().toString(),
                    ".making",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (FileChannel channel = FileChannel.open(making, StandardOpenOption.WRITE)) {
                ByteBuffer text = ByteBuffer.wrap((Base64.getEncoder().encodeToString(key) + "\n").getBytes(US_ASCII));
                while (text.hasRemaining()) {
                    channel.write(text);
                }
                channel.force(true);
            }
            Files.setPosixFilePermissions(making, PosixFilePermissions.fromString("r--------"));
            naming.give(making, file);
            forceDirectory(file);
        } catch (IOException e) {
            throw new IllegalStateException("The key file " + file + " cannot be written ("
                    + e.getClass().getSimpleName() + ")");
        }
    }

    private static void linked(Path making, Path file) throws IOException {
        try {
            Files.createLink(file, making);
        } catch (FileAlreadyExistsException anotherWasFaster) {
            // Its key is the one.
        } finally {
            Files.delete(making);
        }
    }

    /** Makes a renaming in the file's directory survive a loss of power. */
    static void forceDirectory(Path file) throws IOException {
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }
}

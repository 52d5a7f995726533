package brightline.edge.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
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
     * Reads the key, or writes a new one if there is no file. A file exists only when it is complete and on the disk, whenever
     * the machine stops.
     *
     * @param fresh makes a new key
     * @throws IllegalStateException if others than the owner may touch the file, or it cannot be read as a key
     */
    public static byte[] readOrCreate(Path file, Supplier<byte[]> fresh) {
        try {
            if (Files.notExists(file)) {
                create(file, fresh.get());
            }
            if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
                throw new IllegalStateException("The key file " + file + " may be touched by others: chmod 0400 it");
            }
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("The key file " + file + " does not hold a key that can be read");
        }
    }

    private static void create(Path file, byte[] key) throws IOException {
        Path making = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                file.getFileName().toString(),
                ".making",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel channel = FileChannel.open(making, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap((Base64.getEncoder().encodeToString(key) + "\n").getBytes(US_ASCII)));
            channel.force(true);
        }
        Files.setPosixFilePermissions(making, PosixFilePermissions.fromString("r--------"));
        try {
            Files.createLink(file, making);
        } catch (FileAlreadyExistsException anotherWasFaster) {
            // Its key is the one.
        } finally {
            Files.delete(making);
        }
        try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
            folder.force(true);
        }
    }
}

package brightline.command.imports;

import brightline.events.ImportId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.locks.ReentrantLock;

/** Where files wait until they are taken in: a directory that nobody else reads. They hold personal data and go when done. */
final class Spool {
    private final Path directory;
    private final ReentrantLock turn = new ReentrantLock();

    Spool(Path directory) {
        this.directory = directory;
    }

    /** A file that arrived. @param sha256 lower-case hexadecimal */
    record Arrived(Path file, String sha256, long bytes) {}

    /** Writes what arrives to disk while its sum is formed. */
    Arrived receive(InputStream content) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createDirectories(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
            Files.createDirectories(directory);
        }
        Path file = Files.createTempFile(directory, "arriving-", ".csv");
        try (DigestInputStream digesting = new DigestInputStream(content, MessageDigest.getInstance("SHA-256"))) {
            long bytes = Files.copy(digesting, file, StandardCopyOption.REPLACE_EXISTING);
            return new Arrived(
                    file, HexFormat.of().formatHex(digesting.getMessageDigest().digest()), bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Keeps what arrived as the import's file. */
    void keep(Arrived arrived, ImportId id) throws IOException {
        Files.move(arrived.file(), file(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Held from keeping a file until its import is set running, and from saying that an import has ended until its file has gone: a
     * file sent again in between would go with the old one, and its import wait for it for ever.
     */
    ReentrantLock turn() {
        return turn;
    }

    Path file(ImportId id) {
        return directory.resolve(id + ".csv");
    }

    /** A directory of the import's own beside its file, for what is made of the file; may be there from a run that was killed. */
    Path beside(ImportId id) {
        return directory.resolve(id + ".parts");
    }

    void forget(ImportId id) {
        try {
            Files.deleteIfExists(file(id));
        } catch (IOException e) {
            throw new UncheckedIOException("The file of a finished import cannot be removed", e);
        }
    }
}

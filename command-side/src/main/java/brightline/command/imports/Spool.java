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
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * Where files wait until they are taken in: a directory that nobody else reads. They hold personal data and go when done; those of imports
 * that stand still, after a time.
 */
final class Spool {
    private static final String ENDING = ".csv";
    private static final String ARRIVING = "arriving-";

    /** Longer than any sending takes. */
    private static final Duration ARRIVES_WITHIN = Duration.ofDays(1);

    private final Path directory;
    private final Duration kept;
    private final ReentrantLock turn = new ReentrantLock();

    /** @param kept how long files of imports that stand still are kept */
    Spool(Path directory, Duration kept) {
        this.directory = directory;
        this.kept = kept;
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
        Path file = Files.createTempFile(directory, ARRIVING, ENDING);
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
        return directory.resolve(id + ENDING);
    }

    boolean keeps(ImportId id) {
        return Files.exists(file(id));
    }

    /** Until when the file of an import that stands still is kept. @param since when it came to stand still */
    Instant keptUntil(Instant since) {
        return since.plus(kept);
    }

    /** Every import whose file is here. */
    List<ImportId> imports() throws IOException {
        return files().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> !name.startsWith(ARRIVING) && name.endsWith(ENDING))
                .map(name -> new ImportId(UUID.fromString(name.substring(0, name.length() - ENDING.length()))))
                .toList();
    }

    /** Removes what arrived and was never kept: the program ended meanwhile. */
    void forgetUnkept(Instant now) throws IOException {
        for (Path file : files()) {
            if (file.getFileName().toString().startsWith(ARRIVING)
                    && Files.getLastModifiedTime(file)
                            .toInstant()
                            .plus(ARRIVES_WITHIN)
                            .isBefore(now)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(directory)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** A directory of the import's own beside its file, for what is made of the file; may be there from a run that was killed. */
    Path beside(ImportId id) {
        return directory.resolve(id + ".parts");
    }

    void forget(ImportId id) {
        try {
            Files.deleteIfExists(file(id));
            FileSystemUtils.deleteRecursively(beside(id));
        } catch (IOException e) {
            throw new UncheckedIOException("The file of a finished import cannot be removed", e);
        }
    }
}

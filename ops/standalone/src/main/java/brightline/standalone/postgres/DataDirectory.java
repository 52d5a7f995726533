package brightline.standalone.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The directory in which one installation keeps everything, held by one process at a time: the lock ends with the process, however
 * that ends. Nothing in it is changed before it is known to be ours to write.
 */
public final class DataDirectory implements AutoCloseable {
    /** How the directory is laid out; raised when an older Brightline could no longer read what a newer one wrote. */
    static final int LAYOUT = 2;
    /** Before the keys had a database of their own. Nobody kept real records in it, so nothing reads it any more. */
    private static final int KEYS_BESIDE_EVENTS = 1;

    /** Less free space than this and the database could fill the disk before anybody noticed. */
    static final long LEAST_USABLE_BYTES = 256L << 20;

    private static final long MEGABYTE = 1L << 20;
    /** The path passes through a shell when the database server is started. */
    private static final Pattern UNQUOTABLE = Pattern.compile("[\"'$`\\\\\\p{Cntrl}]");

    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path path;
    private final FileChannel lockChannel;

    private DataDirectory(Path path, FileChannel lockChannel) {
        this.path = path;
        this.lockChannel = lockChannel;
    }

    /**
     * Takes the directory, making it (mode 0700) when it is not there.
     *
     * @throws CannotStart when it cannot be written, is held by another process, was laid out by a newer Brightline or one too old,
     *     or its disk is nearly full
     */
    public static DataDirectory open(Path directory) {
        Path path = createdAndWritable(directory.toAbsolutePath().normalize());
        Path layoutFile = path.resolve("layout");
        int layout = layout(layoutFile);
        if (layout > LAYOUT) {
            throw new CannotStart(
                    "%s was written by a newer Brightline (layout %d, this one knows %d): run the newer one"
                            .formatted(path, layout, LAYOUT));
        }
        if (layout == KEYS_BESIDE_EVENTS) {
            throw new CannotStart(
                    "%s was written by an older Brightline (layout %d, this one knows %d): choose a new one with --data"
                            .formatted(path, layout, LAYOUT));
        }
        requireSpace(path);
        FileChannel channel = locked(path);
        if (layout < LAYOUT) {
            PrivateFile.write(layoutFile, Integer.toString(LAYOUT));
        }
        return new DataDirectory(path, channel);
    }

    /** Whether another Brightline holds the directory now; false where there is none. */
    public static boolean isHeld(Path directory) {
        Path file = directory.resolve("brightline.lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return tryLock(channel) == null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Absolute, without symbolic links. */
    public Path path() {
        return path;
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** A directory below this one that only the account running Brightline may read. */
    public Path privateFolder(String name) {
        Path folder = path.resolve(name);
        try {
            return Files.createDirectories(folder, OWNER_ONLY);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lockChannel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path createdAndWritable(Path directory) {
        if (UNQUOTABLE.matcher(directory.toString()).find()) {
            throw new CannotStart("data directory " + directory
                    + " has a quote, $, backslash or control character in its name: choose another with --data");
        }
        try {
            if (!Files.isDirectory(directory)) {
                Files.createDirectories(directory, OWNER_ONLY);
            }
            Path real = directory.toRealPath();
            Files.delete(Files.createTempFile(real, ".writable", null));
            return real;
        } catch (IOException e) {
            throw new CannotStart(
                    "data directory %s cannot be written (%s): choose another with --data"
                            .formatted(directory, e.getClass().getSimpleName()),
                    e);
        }
    }

    private static int layout(Path file) {
        if (!Files.exists(file)) {
            return 0;
        }
        String text = PrivateFile.read(file);
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new CannotStart(file + " does not hold a layout number: is this a Brightline data directory?", e);
        }
    }

    private static void requireSpace(Path path) {
        try {
            long usable = Files.getFileStore(path).getUsableSpace();
            if (usable < LEAST_USABLE_BYTES) {
                throw new CannotStart("the disk of %s is nearly full: %d MB free, %d MB needed"
                        .formatted(path, usable / MEGABYTE, LEAST_USABLE_BYTES / MEGABYTE));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileChannel locked(Path path) {
        Path file = path.resolve("brightline.lock");
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new CannotStart("data directory %s is in use by another Brightline (process %s)"
                        .formatted(path, PrivateFile.read(file)));
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }
}

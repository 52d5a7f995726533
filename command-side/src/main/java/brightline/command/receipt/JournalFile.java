package brightline.command.receipt;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/** One day's file of the journal, held open. After a failure it is closed and opened anew: how much it took is not known. */
final class JournalFile implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private final @Nullable Object identity;
    private long end;

    private JournalFile(Path path, FileChannel channel, @Nullable Object identity, long end) {
        this.path = path;
        this.channel = channel;
        this.identity = identity;
        this.end = end;
    }

    /** Makes the file if there is none. What a crash or a full disk cut short is not a line and goes: its sender was never answered. */
    static JournalFile open(Path path) throws IOException {
        if (Files.notExists(path)) {
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.READ);
        try {
            long end = endOfLastLine(channel);
            channel.truncate(end);
            return new JournalFile(path, channel, attributes(path).fileKey(), end);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            channel.read(one.clear(), end - 1);
            if (one.get(0) == '\n') {
                return end;
            }
        }
        return 0;
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class);
    }

    /** Whether that path still leads to this file, and the file is as this left it: not moved away, replaced or written to. */
    boolean isStillAt(Path wanted) throws IOException {
        if (!path.equals(wanted)) {
            return false;
        }
        try {
            BasicFileAttributes now = attributes(wanted);
            return now.size() == end && (identity == null || identity.equals(now.fileKey()));
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    /** Writes whole lines; they are on the disk when this returns. */
    void append(byte[] lines) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(lines);
        long at = end;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
        channel.force(true);
        end = at;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}

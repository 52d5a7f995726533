package brightline.command.imports.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, one at a time, from any byte on. A line ends with LF or CRLF, quoted or not: so a quote that is never
 * closed damages its own line only. Holds one line at a time.
 */
public final class SourceLines implements AutoCloseable {
    /** Longer lines are read over. */
    private static final int LONGEST = 1 << 20;

    private static final int BUFFER = 1 << 16;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final InputStream bytes;
    private long offset;
    private long number;

    private SourceLines(InputStream bytes, long offset, long number) {
        this.bytes = bytes;
        this.offset = offset;
        this.number = number;
    }

    /**
     * One line, without its end.
     *
     * @param number 1 for the first of the file
     * @param text null if longer than is read; bytes that are not UTF-8 read as U+FFFD
     * @param end the byte after the line's end
     */
    public record Line(long number, @Nullable String text, long end) {
        /** Whether there is nothing on it. */
        public boolean isBlank() {
            return text != null && text.isBlank();
        }
    }

    /**
     * @param offset byte to begin with: 0, or the end of a line
     * @param lastLine number of the line that ends there; 0 for the beginning, where a byte order mark is passed over
     */
    public static SourceLines open(Path file, long offset, long lastLine) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        channel.position(offset);
        return new SourceLines(new BufferedInputStream(Channels.newInputStream(channel), BUFFER), offset, lastLine);
    }

    /** The next line; null at the end. */
    @Nullable
    public Line next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        boolean tooLong = false;
        boolean any = false;
        for (int read = bytes.read(); read >= 0; read = bytes.read()) {
            any = true;
            offset++;
            if (read == '\n') {
                break;
            }
            if (line.size() < LONGEST) {
                line.write(read);
            } else {
                tooLong = true;
            }
        }
        if (!any) {
            return null;
        }
        number++;
        String text = line.toString(StandardCharsets.UTF_8);
        int begin = number == 1 && text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
        int end = text.endsWith("\r") ? text.length() - 1 : text.length();
        return new Line(number, tooLong ? null : text.substring(begin, end), offset);
    }

    /** The next line that is not blank; null at the end. */
    @Nullable
    public Line nextFilled() throws IOException {
        Line line = next();
        while (line != null && line.isBlank()) {
            line = next();
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}

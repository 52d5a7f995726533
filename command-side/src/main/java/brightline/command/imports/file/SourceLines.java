package brightline.command.imports.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, one at a time, from any byte on, and its records. A line ends with LF, CRLF or CR, quoted or not; a record is a line,
 * or as many as a quote holds together. A quote that is never closed damages its own line only. Holds one record at a time.
 */
public final class SourceLines implements AutoCloseable {
    /** Longer lines are read over. */
    private static final int LONGEST = 1 << 20;

    /** Lines that a quote holds together, at most. */
    private static final int MOST_TOGETHER = 500;

    private static final int BUFFER = 1 << 16;
    private static final int NO_LETTER = 0xFFFD;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final PushbackInputStream bytes;
    private final TextEncoding encoding;
    private final Deque<Line> lookedAt = new ArrayDeque<>();
    private long offset;
    private long number;

    private SourceLines(PushbackInputStream bytes, TextEncoding encoding, long offset, long number) {
        this.bytes = bytes;
        this.encoding = encoding;
        this.offset = offset;
        this.number = number;
    }

    /**
     * One line, without its end; or a record of several, with LF between them.
     *
     * @param number 1 for the first of the file
     * @param text null if longer than is read; bytes that are no letter of the encoding read as U+FFFD
     * @param end the byte after the line's end
     * @param lastNumber of the last line of the record
     */
    public record Line(long number, @Nullable String text, long end, long lastNumber) {
        /** Whether there is nothing on it, as on one that holds commas only. */
        public boolean isBlank() {
            return text != null && text.chars().allMatch(c -> c == ',' || Character.isWhitespace(c));
        }

        private boolean leavesQuoteOpen() {
            return text != null && text.chars().filter(c -> c == '"').count() % 2 == 1;
        }
    }

    /** Of a file in UTF-8. @see #open(Path, TextEncoding, long, long) */
    public static SourceLines open(Path file, long offset, long lastLine) throws IOException {
        return open(file, TextEncoding.UTF_8, offset, lastLine);
    }

    /**
     * The lines of a file.
     *
     * @param offset byte to begin with: 0, or the end of a line
     * @param lastLine number of the line that ends there; 0 for the beginning, where a byte order mark is passed over
     */
    public static SourceLines open(Path file, TextEncoding encoding, long offset, long lastLine) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        channel.position(offset);
        return new SourceLines(
                new PushbackInputStream(
                        new BufferedInputStream(Channels.newInputStream(channel), BUFFER), 2 * encoding.width()),
                encoding,
                offset,
                lastLine);
    }

    /** The next line; null at the end. */
    @Nullable
    public Line next() throws IOException {
        return lookedAt.isEmpty() ? read() : lookedAt.removeFirst();
    }

    private @Nullable Line read() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        boolean tooLong = false;
        boolean any = false;
        for (int read = unit(); read >= 0; read = unit()) {
            any = true;
            offset += encoding.width();
            if (read == '\n' || read == '\r') {
                endOfLine(read);
                break;
            }
            if (line.size() < LONGEST) {
                write(read, line);
            } else {
                tooLong = true;
            }
        }
        if (!any) {
            return null;
        }
        number++;
        String text = line.toString(encoding.charset());
        int begin = number == 1 && text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
        return new Line(number, tooLong ? null : text.substring(begin), offset, number);
    }

    /** Passes over the LF after a CR; CR CR LF, which some programs write, is one end too. */
    private void endOfLine(int end) throws IOException {
        if (end != '\r') {
            return;
        }
        int[] after = {unit(), -1};
        if (after[0] == '\r') {
            after[1] = unit();
        }
        if (after[0] == '\n') {
            offset += encoding.width();
        } else if (after[1] == '\n') {
            offset += 2L * encoding.width();
        } else {
            unread(after[1]);
            unread(after[0]);
        }
    }

    /** The next byte, or two of them where letters are as wide; what is cut in two at the end is no letter. */
    private int unit() throws IOException {
        int first = bytes.read();
        if (encoding.width() == 1 || first < 0) {
            return first;
        }
        int second = bytes.read();
        if (second < 0) {
            return NO_LETTER;
        }
        return encoding == TextEncoding.UTF_16LE ? second << 8 | first : first << 8 | second;
    }

    private void unread(int unit) throws IOException {
        if (unit >= 0) {
            ByteArrayOutputStream read = new ByteArrayOutputStream(2);
            write(unit, read);
            bytes.unread(read.toByteArray());
        }
    }

    private void write(int unit, ByteArrayOutputStream to) {
        switch (encoding) {
            case UTF_8, WINDOWS_1252 -> to.write(unit);
            case UTF_16LE -> {
                to.write(unit);
                to.write(unit >> 8);
            }
            case UTF_16BE -> {
                to.write(unit >> 8);
                to.write(unit);
            }
        }
    }

    /**
     * The next record: a line, or those that a quote holds together where they are one record of that header. Null at the end.
     *
     * @param header says whether what a quote holds together is one record
     */
    @Nullable
    public Line nextRecord(Header header) throws IOException {
        Line first = next();
        if (first == null || !first.leavesQuoteOpen()) {
            return first;
        }
        var together = new StringBuilder(String.valueOf(first.text()));
        List<Line> more = new ArrayList<>();
        while (more.size() < MOST_TOGETHER && together.length() < LONGEST) {
            Line line = next();
            if (line == null) {
                break;
            }
            more.add(line);
            together.append('\n').append(line.text());
            if (line.leavesQuoteOpen()) {
                Line record = new Line(first.number(), together.toString(), line.end(), line.number());
                if (header.isOneRecord(record)) {
                    return record;
                }
                break;
            }
        }
        more.reversed().forEach(lookedAt::addFirst);
        return first;
    }

    /** The next record that is not blank; null at the end. */
    @Nullable
    public Line nextFilled(Header header) throws IOException {
        Line line = nextRecord(header);
        while (line != null && line.isBlank()) {
            line = nextRecord(header);
        }
        return line;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}

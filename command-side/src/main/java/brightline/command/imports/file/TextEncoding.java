package brightline.command.imports.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How the bytes of a file are letters. Found out from all of them before the first line is read, so that what stands far down changes
 * nothing of what stands above.
 */
public enum TextEncoding {
    /** With or without a byte order mark: what every format asks for. */
    UTF_8("UTF-8", StandardCharsets.UTF_8, 1),
    /** As some spreadsheets save "Unicode text". */
    UTF_16LE("UTF-16", StandardCharsets.UTF_16LE, 2),
    /** The same the other way round. */
    UTF_16BE("UTF-16", StandardCharsets.UTF_16BE, 2),
    /** As spreadsheets save a plain CSV: accented letters are single bytes. */
    WINDOWS_1252("Windows-1252", Charset.forName("windows-1252"), 1);

    private static final int BUFFER = 1 << 16;

    /** A text has next to no control characters. */
    private static final int ONE_CONTROL_IN = 20;

    private static final Map<String, String> NO_TEXTS = Map.of(
            "504b0304", "it is a zip or a workbook (.xlsx), which is a zip too, and not comma-separated text",
            "d0cf11e0", "it is a workbook or document of an office program (.xls, .doc) and not comma-separated text",
            "25504446", "it is a PDF and not comma-separated text",
            "1f8b0800", "it is packed (.gz); unpack it first");

    private final String title;
    private final Charset charset;
    private final int width;

    TextEncoding(String title, Charset charset, int width) {
        this.title = title;
        this.charset = charset;
        this.width = width;
    }

    /** What is to be said of a file in it; empty for what every format asks for. */
    public Optional<Note> noted() {
        return noted("The file");
    }

    /** The same of one of several files that came together. */
    public Optional<Note> noted(String file) {
        return this == UTF_8
                ? Optional.empty()
                : Optional.of(Note.ofFile(file + " is not in UTF-8 and was read as " + title
                        + ": see whether its names with accents are right"));
    }

    Charset charset() {
        return charset;
    }

    /** Bytes of a line's end, and of any unit that one is looked for in. */
    int width() {
        return width;
    }

    /**
     * Looks through a whole file. Where single bytes are no UTF-8 among many that are, it is UTF-8, and their lines are damaged; where none
     * but such bytes are there, it is Windows-1252.
     *
     * @throws FileRefused if it is no text, or one in none of these
     */
    public static TextEncoding of(Path file) throws IOException, FileRefused {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            bytes.mark(BUFFER);
            byte[] head = bytes.readNBytes(BUFFER - 1);
            bytes.reset();
            String refused = NO_TEXTS.get(HexFormat.of().formatHex(head, 0, Math.min(head.length, 4)));
            if (refused != null) {
                throw new FileRefused(null, refused);
            }
            if (startsWith(head, 0xFF, 0xFE) || isWide(head, 1)) {
                return UTF_16LE;
            }
            if (startsWith(head, 0xFE, 0xFF) || isWide(head, 0)) {
                return UTF_16BE;
            }
            Seen seen = new Seen();
            byte[] buffer = new byte[BUFFER];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    seen.next(buffer[i] & 0xFF);
                }
            }
            seen.end();
            return seen.encoding(startsWith(head, 0xEF, 0xBB, 0xBF));
        }
    }

    private static boolean startsWith(byte[] head, int... bytes) {
        return head.length >= bytes.length
                && IntStream.range(0, bytes.length).allMatch(i -> (head[i] & 0xFF) == bytes[i]);
    }

    /** Whether every other byte is 0, as the upper halves of Latin letters are. @param upper 1 where they come second */
    private static boolean isWide(byte[] head, int upper) {
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
        }
        return zeros[upper] * 4L > head.length && zeros[1 - upper] * 50L < head.length;
    }

    /** What bytes there were. */
    private static final class Seen {
        private long all;
        private long control;
        private long letters;
        private long broken;
        private boolean inNoCodePage;
        private int awaited;
        private int lowest;
        private int highest;

        void next(int one) {
            all++;
            if (awaited > 0) {
                if (one >= lowest && one <= highest) {
                    lowest = 0x80;
                    highest = 0xBF;
                    awaited--;
                    letters += awaited == 0 ? 1 : 0;
                    return;
                }
                awaited = 0;
                broken++;
            }
            begin(one);
        }

        private void begin(int one) {
            lowest = 0x80;
            highest = 0xBF;
            if (one < 0x80) {
                control += (one < 0x20 && one != '\t' && one != '\n' && one != '\r') || one == 0x7F ? 1 : 0;
            } else if (one >= 0xC2 && one <= 0xF4) {
                awaited = one < 0xE0 ? 1 : one < 0xF0 ? 2 : 3;
                switch (one) {
                    case 0xE0 -> lowest = 0xA0;
                    case 0xED -> highest = 0x9F;
                    case 0xF0 -> lowest = 0x90;
                    case 0xF4 -> highest = 0x8F;
                    default -> {
                        // Whatever goes on may follow.
                    }
                }
            } else {
                broken++;
            }
            inNoCodePage |= one == 0x81 || one == 0x8D || one == 0x8F || one == 0x90 || one == 0x9D;
        }

        void end() {
            broken += awaited > 0 ? 1 : 0;
        }

        TextEncoding encoding(boolean marked) throws FileRefused {
            if (control * ONE_CONTROL_IN > all) {
                throw new FileRefused(
                        null, "it is no text: it holds bytes that stand for no letter; save it as CSV UTF-8");
            }
            if (broken == 0 || marked || letters > broken) {
                return UTF_8;
            }
            if (inNoCodePage) {
                throw new FileRefused(
                        null, "its letters are neither UTF-8 nor UTF-16 nor Windows-1252; save it as CSV UTF-8");
            }
            return WINDOWS_1252;
        }
    }
}

package brightline.proof;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** Looks for texts in bytes, as they are and as programs write them down. Texts are of letters, digits and hyphens, at least ten. */
final class CanaryScan {
    /** How a text may stand somewhere. */
    static final Set<String> WRITINGS = Set.of(
            "UTF-8",
            "lower case",
            "upper case",
            "UTF-16LE",
            "UTF-16BE",
            "base64, first",
            "base64, second",
            "base64, third",
            "hex",
            "HEX");
    /** Before a writing that was found in something compressed. */
    static final String COMPRESSED = "gzip of ";

    private static final int MOST_INFLATED = 64 << 20;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8};

    private final Map<Integer, List<Needle>> needles = new HashMap<>();
    private final BitSet starts = new BitSet(1 << 24);
    private final Set<Hit> hits = new LinkedHashSet<>();
    private long bytes;
    private int files;

    private record Needle(String text, String writing, ByteBuffer bytes) {}

    /**
     * Something found.
     *
     * @param writing one of {@link #WRITINGS}, or {@link #COMPRESSED} and one of them
     * @param place file, answer or table
     */
    record Hit(String text, String writing, String place) {}

    CanaryScan(Collection<String> texts) {
        for (String text : texts) {
            Map<String, byte[]> writings = writings(text);
            if (!writings.keySet().equals(WRITINGS)) {
                throw new IllegalStateException("Some writings are not looked for");
            }
            writings.forEach((writing, written) -> add(new Needle(text, writing, ByteBuffer.wrap(written))));
        }
    }

    /** The text in each writing, without what its neighbours would change. */
    static Map<String, byte[]> writings(String text) {
        byte[] utf8 = text.getBytes(UTF_8);
        Map<String, byte[]> writings = new LinkedHashMap<>();
        writings.put("UTF-8", utf8);
        writings.put("lower case", text.toLowerCase(Locale.ROOT).getBytes(UTF_8));
        writings.put("upper case", text.toUpperCase(Locale.ROOT).getBytes(UTF_8));
        writings.put("UTF-16LE", text.getBytes(UTF_16LE));
        writings.put("UTF-16BE", text.getBytes(UTF_16BE));
        writings.put("base64, first", base64(utf8, 0));
        writings.put("base64, second", base64(utf8, 1));
        writings.put("base64, third", base64(utf8, 2));
        writings.put("hex", HexFormat.of().formatHex(utf8).getBytes(UTF_8));
        writings.put("HEX", HexFormat.of().withUpperCase().formatHex(utf8).getBytes(UTF_8));
        return writings;
    }

    /** What base64 makes of it after so many other bytes: only the characters that no other byte has a part in. */
    private static byte[] base64(byte[] text, int before) {
        byte[] shifted = new byte[before + text.length];
        System.arraycopy(text, 0, shifted, before, text.length);
        int from = (before * 8 + 5) / 6;
        int to = shifted.length * 8 / 6;
        return Arrays.copyOfRange(Base64.getEncoder().encode(shifted), from, to);
    }

    private void add(Needle needle) {
        int start = needle.bytes().getInt(0);
        starts.set(start >>> 8);
        List<Needle> same = needles.computeIfAbsent(start, _ -> new ArrayList<>());
        if (same.stream().noneMatch(known -> known.bytes().equals(needle.bytes()))) {
            same.add(needle);
        }
    }

    /** What has been found so far, each once per place. */
    Set<Hit> hits() {
        return hits;
    }

    /** How much has been read. */
    String effort() {
        return "%d files and answers, %d MB".formatted(files, bytes >> 20);
    }

    /** Every file below the folder; links are not followed. */
    void tree(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile()) {
                    look(folder.relativize(file).toString(), Files.readAllBytes(file));
                    look("name of a file", file.toString().getBytes(UTF_8));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
    }

    /** Looks at bytes and at what is compressed in them. */
    void look(String place, byte[] content) {
        files++;
        bytes += content.length;
        find(place, "", content);
        for (int i = 0; i + GZIP.length < content.length; i++) {
            if (content[i] == GZIP[0] && content[i + 1] == GZIP[1] && content[i + 2] == GZIP[2]) {
                find(place, COMPRESSED, inflated(content, i));
            }
        }
    }

    void look(String place, String text) {
        look(place, text.getBytes(UTF_8));
    }

    private void find(String place, String within, byte[] content) {
        ByteBuffer view = ByteBuffer.wrap(content);
        int window = 0;
        for (int i = 0; i < content.length; i++) {
            window = window << 8 | content[i] & 0xff;
            if (i < 3 || !starts.get(window >>> 8)) {
                continue;
            }
            int at = i - 3;
            for (Needle needle : needles.getOrDefault(window, List.of())) {
                int length = needle.bytes().capacity();
                if (at + length <= content.length && view.slice(at, length).equals(needle.bytes())) {
                    hits.add(new Hit(needle.text(), within + needle.writing(), place));
                }
            }
        }
    }

    /** As much as comes out before the compressed bytes end or turn out not to be any. */
    private static byte[] inflated(byte[] content, int from) {
        var out = new ByteArrayOutputStream();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(content, from, content.length - from))) {
            byte[] some = new byte[8_192];
            for (int read = in.read(some); read > 0 && out.size() < MOST_INFLATED; read = in.read(some)) {
                out.write(some, 0, read);
            }
        } catch (IOException _) {
            // what came out before is looked at all the same
        }
        return out.toByteArray();
    }
}

package brightline.command.imports.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * What a source calls an incident or a person in one. Ids come from it, so that a line taken twice is one fact whatever file
 * it stands in; it says nothing of who the person is.
 *
 * @param profile the format
 * @param kind what is named, for instance {@code incident} or {@code person}
 */
public record SourceKey(String profile, String kind, List<String> parts) {
    public SourceKey {
        parts = List.copyOf(parts);
    }

    /** For people. */
    public String text() {
        return String.join("|", parts);
    }

    /** SHA-256 over all of it, lower-case hexadecimal; parts cannot run into each other. */
    public String hash() {
        return HexFormat.of().formatHex(digest());
    }

    /** The id of what is named, in the form of a name-based UUID (RFC 9562, version 8). */
    public UUID id() {
        ByteBuffer bytes = ByteBuffer.wrap(digest());
        long high = (bytes.getLong() & ~0xF000L) | 0x8000L;
        long low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low);
    }

    private byte[] digest() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            feed(sha, profile);
            feed(sha, kind);
            parts.forEach(part -> feed(sha, part));
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    private static void feed(MessageDigest sha, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        sha.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
        sha.update(bytes);
    }
}

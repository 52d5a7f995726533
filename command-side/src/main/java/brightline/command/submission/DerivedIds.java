package brightline.command.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * Ids for what a submission creates: the same actor, key and ordinal give the same id, so that the log's own unique key is a
 * second barrier against a doubled submission. What a source names has its id from that name. Never from who a student is.
 */
public final class DerivedIds {
    private DerivedIds() {}

    /**
     * An id of version 8 (RFC 9562): SHA-256 over actor, key and ordinal, each with its length before it.
     *
     * @param request of a client: it has a key
     * @param ordinal counts what one submission creates, from 0
     */
    public static UUID of(Request request, int ordinal) {
        return of(List.of(request.actor(), Objects.requireNonNull(request.key()), Integer.toString(ordinal)));
    }

    /** The id of version 8 of what a source names by these parts, which cannot run into each other. */
    public static UUID of(List<String> parts) {
        ByteBuffer digest = ByteBuffer.wrap(digest(parts));
        long high = (digest.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
        long low = (digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    /** SHA-256 over the parts, each with its length before it. */
    public static byte[] digest(List<String> parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(UTF_8);
                sha.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
                sha.update(bytes);
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}

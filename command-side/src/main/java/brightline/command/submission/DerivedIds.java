package brightline.command.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.UUID;

/**
 * Ids for what a submission creates: the same actor, key and ordinal give the same id, so that the log's own unique key is a
 * second barrier against a doubled submission. Never from who a student is.
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
        return of(request.actor(), Objects.requireNonNull(request.key()), ordinal);
    }

    private static UUID of(String actor, String key, int ordinal) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {actor, key, Integer.toString(ordinal)}) {
                byte[] bytes = part.getBytes(UTF_8);
                sha.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                sha.update(bytes);
            }
            ByteBuffer digest = ByteBuffer.wrap(sha.digest());
            long high = (digest.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
            long low = (digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}

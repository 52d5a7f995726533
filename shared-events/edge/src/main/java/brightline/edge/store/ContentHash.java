package brightline.edge.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * What an event commits to: SHA-256 over everything its writer wrote, exactly as stored. The index and the recorded time are
 * the database's and not part of it.
 *
 * <p>Fields in order: version (one byte, 1), event id, type, aggregate id, sequence (8 bytes, big-endian), message time, payload
 * type, payload revision, payload, metadata. Before each stands its length in bytes (4 bytes, big-endian); a null has length
 * -1 and no bytes. Text is UTF-8.
 */
public final class ContentHash {
    private static final byte[] VERSION = {1};
    private static final int NULL = -1;

    private final MessageDigest digest = sha256();
    private final ByteBuffer length = ByteBuffer.allocate(Integer.BYTES);

    private ContentHash() {}

    /**
     * The hash of one event.
     *
     * @param type the aggregate's type; null for events of no aggregate
     * @param messageTime as stored, ISO 8601
     * @param payloadType the logical name
     * @return 32 bytes
     */
    public static byte[] of(
            String eventId,
            @Nullable String type,
            String aggregateId,
            long sequence,
            String messageTime,
            String payloadType,
            @Nullable String payloadRevision,
            byte[] payload,
            byte[] metadata) {
        return new ContentHash()
                .add(VERSION)
                .add(eventId)
                .add(type)
                .add(aggregateId)
                .add(ByteBuffer.allocate(Long.BYTES).putLong(sequence).array())
                .add(messageTime)
                .add(payloadType)
                .add(payloadRevision)
                .add(payload)
                .add(metadata)
                .digest
                .digest();
    }

    private ContentHash add(@Nullable String text) {
        return add(text == null ? null : text.getBytes(UTF_8));
    }

    private ContentHash add(byte @Nullable [] field) {
        digest.update(length.clear().putInt(field == null ? NULL : field.length).array());
        if (field != null) {
            digest.update(field);
        }
        return this;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

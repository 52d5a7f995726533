package brightline.edge.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentHashTest {
    private static final byte[] PAYLOAD = "{\"school\":\"MAR\"}".getBytes(UTF_8);
    private static final byte[] METADATA = "{}".getBytes(UTF_8);

    @Test
    void is_sha_256_over_length_prefixed_fields() throws Exception {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(1);
        out.write(1);
        for (String text : new String[] {"id", "School", "school-MAR"}) {
            out.writeInt(text.length());
            out.writeBytes(text);
        }
        out.writeInt(8);
        out.writeLong(7);
        out.writeInt("2026-03-02T10:15:00Z".length());
        out.writeBytes("2026-03-02T10:15:00Z");
        out.writeInt("school.registered".length());
        out.writeBytes("school.registered");
        out.writeInt(-1);
        out.writeInt(PAYLOAD.length);
        out.write(PAYLOAD);
        out.writeInt(METADATA.length);
        out.write(METADATA);

        assertThat(ContentHash.of(
                        "id",
                        "School",
                        "school-MAR",
                        7,
                        "2026-03-02T10:15:00Z",
                        "school.registered",
                        null,
                        PAYLOAD,
                        METADATA))
                .isEqualTo(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
    }

    @Test
    void changes_with_every_field_and_with_a_boundary_between_two() {
        Set<String> hashes = new HashSet<>();
        hashes.add(hash("id", "School", "stream", 0, "t", "name", "1", PAYLOAD, METADATA));
        hashes.add(hash("ie", "School", "stream", 0, "t", "name", "1", PAYLOAD, METADATA));
        hashes.add(hash("id", null, "stream", 0, "t", "name", "1", PAYLOAD, METADATA));
        hashes.add(hash("id", "", "stream", 0, "t", "name", "1", PAYLOAD, METADATA));
        hashes.add(hash("id", "Schoo", "lstream", 0, "t", "name", "1", PAYLOAD, METADATA));
        hashes.add(hash("id", "School", "stream", 1, "t", "name", "1", PAYLOAD, METADATA));
        hashes.add(hash("id", "School", "stream", 0, "u", "name", "1", PAYLOAD, METADATA));
        hashes.add(hash("id", "School", "stream", 0, "t", "other", "1", PAYLOAD, METADATA));
        hashes.add(hash("id", "School", "stream", 0, "t", "name", "2", PAYLOAD, METADATA));
        hashes.add(hash("id", "School", "stream", 0, "t", "name", "1", METADATA, METADATA));
        hashes.add(hash("id", "School", "stream", 0, "t", "name", "1", PAYLOAD, PAYLOAD));
        assertThat(hashes).hasSize(11);
    }

    private static String hash(
            String id,
            @Nullable String type,
            String stream,
            long sequence,
            String time,
            String name,
            String revision,
            byte[] payload,
            byte[] metadata) {
        return HexFormat.of()
                .formatHex(ContentHash.of(id, type, stream, sequence, time, name, revision, payload, metadata));
    }
}

package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One event that one projection could not handle. */
public record DeadLetterId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeadLetterId {}

    /** The id of that event's letter in that projection, always the same. */
    public static DeadLetterId of(String projection, UUID eventId) {
        return new DeadLetterId(UUID.nameUUIDFromBytes(
                ("dead-letter\n" + projection + "\n" + eventId).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

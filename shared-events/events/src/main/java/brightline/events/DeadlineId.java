package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One thing that has to be done by a moment, because something happened. */
public record DeadlineId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeadlineId {}

    /** The id of the deadline that the rule sets for what it is about, always the same. */
    public static DeadlineId of(String about, String rule) {
        return new DeadlineId(
                UUID.nameUUIDFromBytes(("deadline\n" + about + "\n" + rule).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

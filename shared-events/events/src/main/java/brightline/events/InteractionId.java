package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One student in one incident. */
public record InteractionId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public InteractionId {}

    @Override
    public String toString() {
        return value.toString();
    }
}

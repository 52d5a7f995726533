package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One piece of work with students that is no contact. */
public record ActivityId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ActivityId {}

    @Override
    public String toString() {
        return value.toString();
    }
}

package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One student as the key store knows the child; never stands in an interaction's events. */
public record StudentId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public StudentId {}

    @Override
    public String toString() {
        return value.toString();
    }
}

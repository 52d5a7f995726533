package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One time that a record was given to somebody. */
public record DisclosureId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DisclosureId {}

    @Override
    public String toString() {
        return value.toString();
    }
}

package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One request of a parent, guardian or student about a record. */
public record RequestId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RequestId {}

    @Override
    public String toString() {
        return value.toString();
    }
}

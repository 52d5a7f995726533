package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One complaint or notice about police work at a school. */
public record ComplaintId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ComplaintId {}

    @Override
    public String toString() {
        return value.toString();
    }
}

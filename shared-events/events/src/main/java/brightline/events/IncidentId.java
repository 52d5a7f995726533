package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One place and time at which police and students met. */
public record IncidentId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public IncidentId {}

    @Override
    public String toString() {
        return value.toString();
    }
}

package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One police officer, whatever the star number or capacity. */
public record OfficerId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OfficerId {}

    @Override
    public String toString() {
        return value.toString();
    }
}

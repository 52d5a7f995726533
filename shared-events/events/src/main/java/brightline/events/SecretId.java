package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One encrypted personal part. */
public record SecretId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SecretId {}

    @Override
    public String toString() {
        return value.toString();
    }
}

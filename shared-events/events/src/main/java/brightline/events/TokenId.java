package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One API token of an account; tells nothing of the token itself. */
public record TokenId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TokenId {}

    @Override
    public String toString() {
        return value.toString();
    }
}

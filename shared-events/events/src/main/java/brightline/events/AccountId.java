package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One account that signs in. What its user name is stands at the account alone: it is often somebody's name. */
public record AccountId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AccountId {}

    @Override
    public String toString() {
        return value.toString();
    }
}

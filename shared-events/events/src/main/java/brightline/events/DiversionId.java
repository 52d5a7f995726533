package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One alternative to arrest or court in one interaction, whether it was used or only considered. */
public record DiversionId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DiversionId {}

    @Override
    public String toString() {
        return value.toString();
    }
}

package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A student within one case. Random: two cases of one child cannot be joined by it (ADR 3). */
public record SubjectHandle(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SubjectHandle {}

    @Override
    public String toString() {
        return value.toString();
    }
}

package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The question whether two students who stand under one number are one child. */
public record ClashId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ClashId {}

    /** The id of the question about these two, always the same. @param kept the one kept apart @param from who had the number before */
    public static ClashId of(StudentId kept, StudentId from) {
        return new ClashId(UUID.nameUUIDFromBytes(("clash\n" + kept + "\n" + from).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

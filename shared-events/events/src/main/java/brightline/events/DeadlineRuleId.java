package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One row of the table of deadlines, for its switch. */
public record DeadlineRuleId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DeadlineRuleId {}

    /** The id of the row of that code, always the same. */
    public static DeadlineRuleId of(String rule) {
        return new DeadlineRuleId(UUID.nameUUIDFromBytes(("deadlinerule\n" + rule).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

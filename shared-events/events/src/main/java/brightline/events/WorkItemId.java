package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One account's mark on one item of its work list. */
public record WorkItemId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public WorkItemId {}

    /** The id of the account's mark on the item, always the same. */
    public static WorkItemId of(String item, String account) {
        return new WorkItemId(
                UUID.nameUUIDFromBytes(("workitem\n" + item + "\n" + account).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

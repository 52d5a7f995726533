package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One review of one contact on one ground, or of one complaint. */
public record ReviewId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReviewId {}

    /** The id of the review of that contact or complaint on that ground, always the same. */
    public static ReviewId of(String about, String ground) {
        return new ReviewId(
                UUID.nameUUIDFromBytes(("review\n" + about + "\n" + ground).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

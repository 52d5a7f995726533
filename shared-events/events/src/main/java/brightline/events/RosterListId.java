package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;

/** One side's list of who serves where on one day. */
public record RosterListId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RosterListId {}

    /** The list of that side and day: there is one, whoever sends it and however often. */
    public static RosterListId of(Code side, LocalDate day) {
        return new RosterListId(
                UUID.nameUUIDFromBytes(("roster-list\n" + side + "\n" + day).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

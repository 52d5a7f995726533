package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The search for the school's referral that belongs to a police record: one for each incident. */
public record CounterpartId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CounterpartId {}

    /** The search about that incident. */
    public static CounterpartId of(IncidentId incident) {
        return new CounterpartId(UUID.nameUUIDFromBytes(("counterpart\n" + incident).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One referral of a school to police, or one call for police. */
public record ReferralId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReferralId {}

    @Override
    public String toString() {
        return value.toString();
    }
}

package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One agreement, directive or guideline, in all its versions. */
public record AgreementId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AgreementId {}

    @Override
    public String toString() {
        return value.toString();
    }
}

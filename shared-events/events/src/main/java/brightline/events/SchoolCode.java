package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A school by the code its district or state gives it; the code is its identity and its stream. */
public record SchoolCode(@JsonValue String value) {
    /** @throws IllegalArgumentException if blank, longer than 40 characters or holding a control character */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SchoolCode {
        if (value.isBlank() || value.length() > 40 || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A school code has 1 to 40 printable characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}

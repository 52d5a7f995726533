package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A school by the code its district or state gives it; the code is its identity and its stream. */
public record SchoolCode(@JsonValue String value) {
    /**
     * Stands as the school of enrolment of somebody who is enrolled at no school of the district. It names no school: none is
     * registered under it. That nothing is recorded is another thing, and has no code.
     */
    public static final SchoolCode OUT_OF_DISTRICT = new SchoolCode("OUT-OF-DISTRICT");

    /** @throws IllegalArgumentException if blank, longer than 40 characters or holding a control character */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SchoolCode {
        if (!isCode(value)) {
            throw new IllegalArgumentException("A school code has 1 to 40 printable characters");
        }
    }

    /** Whether it may be the code of a school. */
    public static boolean isCode(String text) {
        return !text.isBlank() && text.length() <= 40 && text.chars().noneMatch(Character::isISOControl);
    }

    @Override
    public String toString() {
        return value;
    }
}

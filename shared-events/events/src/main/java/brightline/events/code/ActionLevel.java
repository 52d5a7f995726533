package brightline.events.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * How far an officer went, from the lowest to the highest; the natural order is the ladder. {@link #MISSING} stands below all of
 * them: nothing recorded gives way to anything recorded.
 */
public enum ActionLevel {
    MISSING("missing"),
    /** Present, observed, no act. */
    LEVEL_0P("0P"),
    /** Declined and referred back to the school. */
    LEVEL_0R("0R"),
    /** Talk, advice, a warning. */
    LEVEL_1("1"),
    /** Police power short of enforcement: escort, search, seizure, hold, force. */
    LEVEL_2("2"),
    /** Enforcement: citation, arrest, station adjustment. */
    LEVEL_3("3"),
    /** Administered school discipline. */
    D("D");

    private final String text;

    ActionLevel(String text) {
        this.text = text;
    }

    /**
     * Reads the text form; an absent one is {@link #MISSING}.
     *
     * @throws IllegalArgumentException when no level is written so
     */
    @JsonCreator
    public static ActionLevel of(@Nullable String text) {
        if (text == null) {
            return MISSING;
        }
        for (ActionLevel level : values()) {
            if (level.text.equals(text)) {
                return level;
            }
        }
        throw new IllegalArgumentException("No action level is written so: 0P, 0R, 1, 2, 3, D or missing");
    }

    /** As the rule tables write it: 0P, 0R, 1, 2, 3, D or missing. */
    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}

package brightline.events.code;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/**
 * How serious the conduct was, from the mildest to the gravest; the natural order is that of gravity. {@link #MISSING} stands
 * below all of them: no coded conduct gives way to any.
 */
public enum Tier {
    MISSING("missing"),
    /** No misconduct. */
    TIER_0("0"),
    /** Breach of a school rule only. */
    TIER_1("1"),
    /** Public-order or no-injury conduct that could be charged but is treated as school discipline. */
    TIER_2("2"),
    /** Offence that leaves the officer a choice. */
    TIER_3("3"),
    /** Serious, or to be reported by law. */
    TIER_4("4");

    private final String text;

    Tier(String text) {
        this.text = text;
    }

    /**
     * Reads the text form; an absent one is {@link #MISSING}.
     *
     * @throws IllegalArgumentException when no tier is written so
     */
    @JsonCreator
    public static Tier of(@Nullable String text) {
        if (text == null) {
            return MISSING;
        }
        for (Tier tier : values()) {
            if (tier.text.equals(text)) {
                return tier;
            }
        }
        throw new IllegalArgumentException("No conduct tier is written so: 0 to 4, or missing");
    }

    /** As the rule tables write it: 0 to 4, or missing. */
    @JsonValue
    @Override
    public String toString() {
        return text;
    }
}

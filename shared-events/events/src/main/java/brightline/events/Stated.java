package brightline.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/** What somebody said about a question of yes or no. Not having said is an answer of its own, never "no". */
public enum Stated {
    YES,
    NO,
    MISSING;

    /** The value itself, where an absent one says {@link #MISSING}. */
    public static Stated orMissing(@Nullable Stated value) {
        return value == null ? MISSING : value;
    }

    /**
     * Reads the stored name; an absent one says {@link #MISSING}.
     *
     * @throws IllegalArgumentException when the text is none of the three names
     */
    @JsonCreator
    public static Stated of(@Nullable String name) {
        return name == null ? MISSING : valueOf(name);
    }
}

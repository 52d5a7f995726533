package brightline.events.code;

import brightline.events.Code;
import java.util.Objects;

/**
 * Whether an action of an officer is an arrest, and of what kind: the column {@code arrest} of the lists of actions, ours and those of
 * sources that are imported. Who asks decides which kinds count: an arrest on paper is an arrest to a review and to no custody deadline.
 */
public enum ArrestKind {
    /** No arrest. */
    NONE,
    /** Taken into custody; a station adjustment is an arrest that is then diverted. */
    CUSTODIAL,
    /** Ticketed, cited or summoned, and not taken in. */
    PAPER;

    /** The kind, on whatever day: what once was an arrest stays one. {@link #NONE} for a code that no list knows. */
    public static ArrestKind of(Code action) {
        return CodeLists.standard().editions(action).stream()
                .map(entry -> entry.attribute("arrest"))
                .filter(Objects::nonNull)
                .findFirst()
                .map(kind -> kind.equals("custodial") ? CUSTODIAL : PAPER)
                .orElse(NONE);
    }
}

package brightline.command.interaction;

import brightline.command.interaction.NumbersInUse.Apart;
import brightline.command.interaction.NumbersInUse.Named;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.events.StudentId;
import brightline.events.clash.ClashCause;
import org.jspecify.annotations.Nullable;

/**
 * Who is meant, as a person says beside the number.
 *
 * @param entry the one meant of those who have the number; null where nobody said
 * @param another whether it is none of them
 */
public record Told(@Nullable StudentId entry, boolean another) {
    /** Nothing is said. */
    public static final Told NOTHING = new Told(null, false);

    Named of(@Nullable Identity identity) {
        return new Named(identity, entry, another ? new Apart(ClashCause.CONTACT, null) : null);
    }
}

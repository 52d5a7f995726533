package brightline.events.rules;

import brightline.events.InvolvementRole;
import brightline.events.Stated;
import brightline.events.code.ActionLevel;
import brightline.events.code.Tier;
import org.jspecify.annotations.Nullable;

/**
 * What a rule looks at: one phase of one involvement.
 *
 * @param tier gravest tier of the conduct
 * @param imminence whether a threat was real and immediate in this phase
 * @param initiatorCode text of a code of the list {@code initiator}; null when nobody said who started the contact
 * @param level highest action of this phase
 */
public record ClassifierInput(
        InvolvementRole role,
        Tier tier,
        Stated imminence,
        @Nullable String initiatorCode,
        ActionLevel level,
        boolean voided) {}

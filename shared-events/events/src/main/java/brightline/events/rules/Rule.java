package brightline.events.rules;

import brightline.events.InvolvementRole;
import brightline.events.Stated;
import brightline.events.code.ActionLevel;
import brightline.events.code.Tier;
import java.util.Set;

/**
 * One line of a rule set. It matches what each of its sets holds; an empty set holds everything.
 *
 * @param order its name in the set, such as R13
 * @param initiators codes of who started the contact, without their list; {@value #NOT_STATED} is the contact whose start nobody stated
 * @param onlyVoided matches voided involvements only
 */
public record Rule(
        String order,
        Set<InvolvementRole> roles,
        Set<Tier> tiers,
        Set<Stated> imminence,
        Set<String> initiators,
        Set<ActionLevel> levels,
        boolean onlyVoided,
        InvolvementClass involvementClass,
        String reason) {

    /** The entry of {@link #initiators} for a contact whose start nobody stated. */
    public static final String NOT_STATED = "missing";

    public Rule {
        roles = Set.copyOf(roles);
        tiers = Set.copyOf(tiers);
        imminence = Set.copyOf(imminence);
        initiators = Set.copyOf(initiators);
        levels = Set.copyOf(levels);
    }

    boolean matches(ClassifierInput input) {
        String initiator = input.initiatorCode();
        return holds(roles, input.role())
                && holds(tiers, input.tier())
                && holds(imminence, input.imminence())
                && holds(initiators, initiator == null ? NOT_STATED : initiator)
                && holds(levels, input.level())
                && (input.voided() || !onlyVoided);
    }

    private static <T> boolean holds(Set<T> allowed, T value) {
        return allowed.isEmpty() || allowed.contains(value);
    }
}

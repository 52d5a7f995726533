package brightline.events.interaction;

import brightline.events.Code;
import brightline.events.Stated;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the contact was settled and what else could have been done.
 *
 * @param outcome code list {@code outcome}; null while undecided
 * @param arrestLawfullyPossible whether the officer recorded that an arrest or citation was lawfully possible (M1)
 * @param alternatives alternatives considered and not used, each with its reason
 */
public record Decision(
        @Nullable Code outcome, Stated arrestLawfullyPossible, List<AlternativeConsidered> alternatives) {
    public Decision {
        arrestLawfullyPossible = Stated.orMissing(arrestLawfullyPossible);
        alternatives = List.copyOf(alternatives);
    }

    /**
     * An alternative to arrest that was considered and not used.
     *
     * @param alternative code list {@code outcome}
     * @param unusedReason code list {@code unused-reason}; null if not recorded
     */
    public record AlternativeConsidered(
            Code alternative, @Nullable Code unusedReason) {}
}

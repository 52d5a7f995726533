package brightline.events.interaction;

import brightline.events.Code;
import brightline.events.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was recorded about calming the contact (measure M10).
 *
 * @param agitated whether the student was agitated
 * @param possible whether an attempt to de-escalate was possible
 * @param attempted whether it was attempted
 * @param injury whether anybody was injured in the contact; null if not recorded
 * @param phases the same for single phases of the contact, in order; null if none was told apart
 * @param threat whether a threat was real and immediate, where no action was taken that says so; null if not recorded
 * @param threatReason code list {@code imminence-reason}; null unless it was
 */
public record DeEscalation(
        Stated agitated,
        Stated possible,
        Stated attempted,
        @Nullable Stated injury,
        @Nullable List<Phase> phases,
        @Nullable Stated threat,
        @Nullable Code threatReason) {
    /** Nothing was recorded. */
    public static final DeEscalation NONE = new DeEscalation(Stated.MISSING, Stated.MISSING, Stated.MISSING);

    public DeEscalation {
        agitated = Stated.orMissing(agitated);
        possible = Stated.orMissing(possible);
        attempted = Stated.orMissing(attempted);
        phases = phases == null || phases.isEmpty() ? null : List.copyOf(phases);
        threat = threat == Stated.MISSING ? null : threat;
    }

    /** Nothing said about a threat beside the actions. */
    public DeEscalation(
            Stated agitated, Stated possible, Stated attempted, @Nullable Stated injury, @Nullable List<Phase> phases) {
        this(agitated, possible, attempted, injury, phases, null, null);
    }

    /** The same with what was stated of a threat. */
    public DeEscalation under(@Nullable Stated statedThreat, @Nullable Code reason) {
        return new DeEscalation(agitated, possible, attempted, injury, phases, statedThreat, reason);
    }

    /** Of the contact as a whole, nothing said about injury. */
    public DeEscalation(Stated agitated, Stated possible, Stated attempted) {
        this(agitated, possible, attempted, null, null);
    }

    /**
     * One phase of the contact: the time of one action.
     *
     * @param action the action's number; null if not told
     * @param method code list {@code calming-method}; null if not recorded
     * @param worked whether the student calmed down
     */
    public record Phase(
            @Nullable Integer action,
            Stated agitated,
            Stated possible,
            Stated attempted,
            @Nullable Code method,
            Stated worked) {
        public Phase {
            agitated = Stated.orMissing(agitated);
            possible = Stated.orMissing(possible);
            attempted = Stated.orMissing(attempted);
            worked = Stated.orMissing(worked);
        }
    }

    /** Whether the student was agitated in the whole or in any phase. */
    public Stated everAgitated() {
        return ever(agitated, Phase::agitated);
    }

    /** Whether an attempt was possible in the whole or in any phase. */
    public Stated everPossible() {
        return ever(possible, Phase::possible);
    }

    /** Whether it was attempted in the whole or in any phase. */
    public Stated everAttempted() {
        return ever(attempted, Phase::attempted);
    }

    /** Whether the last attempt told apart did not calm the student. */
    public boolean lastAttemptFailed() {
        return phases != null
                && phases.stream()
                        .filter(phase -> phase.attempted() == Stated.YES)
                        .reduce((_, last) -> last)
                        .filter(last -> last.worked() == Stated.NO)
                        .isPresent();
    }

    /** YES if said of any; NO only if said of the whole, or of all phases; what is left is missing. */
    private Stated ever(Stated whole, Function<Phase, Stated> ofPhase) {
        List<Stated> said = new ArrayList<>();
        if (phases != null) {
            phases.forEach(phase -> said.add(ofPhase.apply(phase)));
        }
        if (whole == Stated.YES || said.contains(Stated.YES)) {
            return Stated.YES;
        }
        boolean allNo = !said.isEmpty() && said.stream().allMatch(one -> one == Stated.NO);
        return whole == Stated.NO || allNo ? Stated.NO : Stated.MISSING;
    }
}

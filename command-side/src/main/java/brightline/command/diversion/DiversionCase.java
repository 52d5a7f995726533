package brightline.command.diversion;

import brightline.events.Code;
import brightline.events.diversion.CapsAnswer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a decision about a diversion has to know of the rest of the case.
 *
 * @param custodySince when the student was taken into custody; null if not
 * @param voided whether the contact was voided
 * @param limits of station adjustments as they bind
 * @param caps what our records say of the limits on their number; null where nobody asked
 */
record DiversionCase(
        @Nullable Instant custodySince,
        boolean voided,
        StationLimits limits,
        @Nullable Caps caps) {

    /**
     * The answer about numbers, with what it rests on.
     *
     * @param counts one for each limit that binds, in the limits' order
     */
    record Caps(CapsAnswer answer, List<Count> counts) {
        Caps {
            counts = List.copyOf(counts);
        }
    }

    /**
     * One limit and how far our records reach it.
     *
     * @param limit code list {@code station-limit}
     * @param earlier adjustments of the student that count under it
     * @param most how many there may be without the State's Attorney's approval
     * @param source where the limit is written
     * @param verified whether that was read there
     */
    record Count(Code limit, int earlier, int most, String source, boolean verified) {}
}

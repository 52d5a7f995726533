package brightline.command.diversion;

import brightline.command.diversion.DiversionCase.Caps;
import brightline.command.diversion.DiversionState.Recorded;
import brightline.command.submission.Identified;
import brightline.events.DiversionId;
import brightline.events.diversion.CapsAnswer;
import brightline.events.diversion.DiversionRecord.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A diversion as it now stands.
 *
 * @param caps what our records say of the limits on the number of station adjustments; null where no such limit was asked about
 */
public record DiversionAnswer(
        DiversionId diversion,
        @Nullable Stage stage,
        boolean voided,
        @Nullable CapsByOurRecords caps) implements Identified {
    @Override
    public Object id() {
        return diversion;
    }

    /**
     * The limits are statewide: this is what our records alone say.
     *
     * @param counts one for each limit that binds
     */
    public record CapsByOurRecords(CapsAnswer answer, List<Limited> counts) {
        public CapsByOurRecords {
            counts = List.copyOf(counts);
        }
    }

    /**
     * One limit.
     *
     * @param limit code of the list {@code station-limit}
     * @param earlier how many adjustments of ours count under it
     * @param most how many there may be without the State's Attorney's approval
     */
    public record Limited(String limit, int earlier, int most, String source, boolean verified) {}

    static DiversionAnswer of(DiversionId id, DiversionState state, @Nullable Caps caps) {
        return new DiversionAnswer(
                id,
                state instanceof Recorded(var record) ? record.stage() : null,
                state instanceof Recorded(var record) && record.voided(),
                caps == null
                        ? null
                        : new CapsByOurRecords(
                                caps.answer(),
                                caps.counts().stream()
                                        .map(count -> new Limited(
                                                count.limit().code(),
                                                count.earlier(),
                                                count.most(),
                                                count.source(),
                                                count.verified()))
                                        .toList()));
    }
}

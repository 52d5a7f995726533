package brightline.events.diversion;

import brightline.events.Code;
import brightline.events.DiversionId;
import brightline.events.InteractionId;
import brightline.events.diversion.DiversionEvent.*;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A diversion as its events so far describe it. A pure fold.
 *
 * @param stage how far it came; stays what it was when the record is voided
 * @param offered null where it was only considered
 * @param notUsed null where it was offered
 * @param accepted null while nobody said so
 * @param declined null unless declined
 * @param startedOn null while not begun
 * @param dueOn the last day as extended; null if none was set
 * @param serviceHours as last set; null for none
 * @param issued null unless a station adjustment was issued
 * @param stateQuery the last one; null if the state was not asked
 * @param extensions how often it was extended
 * @param breaches how often it was breached
 * @param breached the last breach; null for none
 * @param ended day of the end, or on which it was called unknown; null while open
 * @param endReason as recorded; null if none
 * @param report the programme's last report; null for none
 */
public record DiversionRecord(
        DiversionId diversionId,
        InteractionId interactionId,
        Code kind,
        Stage stage,
        @Nullable DiversionOffered offered,
        @Nullable DiversionNotUsed notUsed,
        @Nullable DiversionAccepted accepted,
        @Nullable DiversionDeclined declined,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate dueOn,
        @Nullable Integer serviceHours,
        @Nullable StationAdjustmentIssued issued,
        @Nullable StateQuery stateQuery,
        int extensions,
        int breaches,
        @Nullable DiversionBreached breached,
        @Nullable LocalDate ended,
        @Nullable Code endReason,
        @Nullable ProviderReported report,
        boolean voided) {

    /** How far a diversion came. */
    public enum Stage {
        NOT_USED,
        OFFERED,
        ACCEPTED,
        DECLINED,
        STARTED,
        COMPLETED,
        FAILED,
        /** Asked for and not found out: the outcome is missing. */
        UNKNOWN
    }

    /**
     * The record after one more event.
     *
     * @param before null before the first event
     * @throws IllegalStateException if the stream does not begin with an offer or with what was not used, or has two beginnings
     */
    public static DiversionRecord evolve(@Nullable DiversionRecord before, DiversionEvent event) {
        if (before == null) {
            return begun(event);
        }
        return before.with(event);
    }

    private static DiversionRecord begun(DiversionEvent event) {
        return switch (event) {
            case DiversionOffered offered -> of(event, offered.kind(), Stage.OFFERED, offered, null);
            case DiversionNotUsed notUsed -> of(event, notUsed.kind(), Stage.NOT_USED, null, notUsed);
            default -> throw new IllegalStateException("A diversion begins with an offer, or with what was not used");
        };
    }

    private static DiversionRecord of(
            DiversionEvent event,
            Code kind,
            Stage stage,
            @Nullable DiversionOffered offered,
            @Nullable DiversionNotUsed notUsed) {
        return new DiversionRecord(
                event.diversionId(),
                event.interactionId(),
                kind,
                stage,
                offered,
                notUsed,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                0,
                null,
                null,
                null,
                null,
                false);
    }

    private DiversionRecord with(DiversionEvent event) {
        Draft draft = new Draft(this);
        switch (event) {
            case DiversionOffered _, DiversionNotUsed _ ->
                throw new IllegalStateException("A diversion begins only once");
            case DiversionAccepted accepted -> {
                draft.accepted = accepted;
                draft.stage = Stage.ACCEPTED;
            }
            case DiversionDeclined declined -> {
                draft.declined = declined;
                draft.stage = Stage.DECLINED;
            }
            case DiversionStarted(var _, var _, var on, var due, var hours) -> draft.start(on, due, hours);
            case StationAdjustmentIssued issued -> {
                draft.issued = issued;
                draft.start(
                        issued.terms().issuedOn(),
                        issued.terms().dueOn(),
                        issued.terms().serviceHours());
            }
            case StateQueryRecorded recorded -> draft.stateQuery = recorded.query();
            case DiversionExtended extended -> {
                draft.dueOn = extended.dueOn();
                draft.extensions++;
            }
            case DiversionBreached breach -> {
                draft.breached = breach;
                draft.breaches++;
                draft.serviceHours = breach.serviceHours() == null ? draft.serviceHours : breach.serviceHours();
            }
            case DiversionCompleted(var _, var _, var on) -> draft.end(Stage.COMPLETED, on, null);
            case DiversionFailed(var _, var _, var on, var reason) -> draft.end(Stage.FAILED, on, reason);
            case OutcomeUnknown(var _, var _, var on, var reason) -> draft.end(Stage.UNKNOWN, on, reason);
            case ProviderReported reported -> draft.report = reported;
            case DiversionVoided _ -> draft.voided = true;
        }
        return draft.record();
    }

    /** What ends it when terms are broken. */
    private static final Set<Code> ENDING =
            Set.of(Code.of("breach-remedy/ENDED_UNSATISFACTORILY"), Code.of("breach-remedy/ENDED_AND_REFERRED"));

    /** Whether it took place or was to: offered, not declined, not voided. */
    public boolean counts() {
        return !voided && stage != Stage.NOT_USED && stage != Stage.DECLINED;
    }

    /** Whether its outcome is still to come: neither completed nor failed, and not given up as unknown. */
    public boolean isOpen() {
        return counts() && result() != Stage.COMPLETED && result() != Stage.FAILED && result() != Stage.UNKNOWN;
    }

    /** What became of it: the stage, and FAILED where a breach ended it and nothing was recorded after. */
    public Stage result() {
        boolean running = stage == Stage.OFFERED || stage == Stage.ACCEPTED || stage == Stage.STARTED;
        return running && breached != null && breached.remedy() != null && ENDING.contains(breached.remedy())
                ? Stage.FAILED
                : stage;
    }

    /** The one place where a record is taken apart and put together again. */
    private static final class Draft {
        private final DiversionRecord from;
        private Stage stage;
        private @Nullable DiversionAccepted accepted;
        private @Nullable DiversionDeclined declined;
        private @Nullable LocalDate startedOn;
        private @Nullable LocalDate dueOn;
        private @Nullable Integer serviceHours;
        private @Nullable StationAdjustmentIssued issued;
        private @Nullable StateQuery stateQuery;
        private int extensions;
        private int breaches;
        private @Nullable DiversionBreached breached;
        private @Nullable LocalDate ended;
        private @Nullable Code endReason;
        private @Nullable ProviderReported report;
        private boolean voided;

        Draft(DiversionRecord from) {
            this.from = from;
            stage = from.stage;
            accepted = from.accepted;
            declined = from.declined;
            startedOn = from.startedOn;
            dueOn = from.dueOn;
            serviceHours = from.serviceHours;
            issued = from.issued;
            stateQuery = from.stateQuery;
            extensions = from.extensions;
            breaches = from.breaches;
            breached = from.breached;
            ended = from.ended;
            endReason = from.endReason;
            report = from.report;
            voided = from.voided;
        }

        void start(LocalDate on, @Nullable LocalDate due, @Nullable Integer hours) {
            stage = Stage.STARTED;
            startedOn = on;
            dueOn = due;
            serviceHours = hours;
        }

        void end(Stage how, LocalDate on, @Nullable Code reason) {
            stage = how;
            ended = on;
            endReason = reason;
        }

        DiversionRecord record() {
            return new DiversionRecord(
                    from.diversionId,
                    from.interactionId,
                    from.kind,
                    stage,
                    from.offered,
                    from.notUsed,
                    accepted,
                    declined,
                    startedOn,
                    dueOn,
                    serviceHours,
                    issued,
                    stateQuery,
                    extensions,
                    breaches,
                    breached,
                    ended,
                    endReason,
                    report,
                    voided);
        }
    }
}

package brightline.command.diversion;

import static brightline.command.diversion.DiversionRule.ANSWERED_ALREADY;
import static brightline.command.diversion.DiversionRule.CASE_WAS_VOIDED;
import static brightline.command.diversion.DiversionRule.DECLINED_ENDS_IT;
import static brightline.command.diversion.DiversionRule.DIVERSION_COMES_FIRST;
import static brightline.command.diversion.DiversionRule.DIVERSION_DAYS_IN_ORDER;
import static brightline.command.diversion.DiversionRule.DIVERSION_RECORDED_ALREADY;
import static brightline.command.diversion.DiversionRule.DIVERSION_WAS_VOIDED;
import static brightline.command.diversion.DiversionRule.DURATION_LIMIT;
import static brightline.command.diversion.DiversionRule.ENDED_ALREADY;
import static brightline.command.diversion.DiversionRule.ENFORCEMENT_IS_NO_DIVERSION;
import static brightline.command.diversion.DiversionRule.NOT_STARTED_YET;
import static brightline.command.diversion.DiversionRule.NOT_USED_ENDS_IT;
import static brightline.command.diversion.DiversionRule.NO_STATION_ADJUSTMENT;
import static brightline.command.diversion.DiversionRule.PRE_ARREST_ALTERNATIVE_BEFORE_CUSTODY;
import static brightline.command.diversion.DiversionRule.RESTITUTION_LIMIT;
import static brightline.command.diversion.DiversionRule.SERVICE_HOURS_LIMIT;
import static brightline.command.diversion.DiversionRule.STARTED_ALREADY;
import static brightline.command.diversion.DiversionRule.STATION_ADJUSTMENT_HAS_TERMS;

import brightline.command.diversion.DiversionCommand.*;
import brightline.command.diversion.DiversionState.Recorded;
import brightline.command.diversion.DiversionState.Unrecorded;
import brightline.command.diversion.StationLimits.About;
import brightline.events.Code;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.events.diversion.CapsAnswer;
import brightline.events.diversion.DiversionEvent;
import brightline.events.diversion.DiversionEvent.*;
import brightline.events.diversion.DiversionRecord;
import brightline.events.diversion.DiversionRecord.Stage;
import brightline.events.diversion.StationTerms;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides about one diversion: pure. */
final class DiversionDecider {
    static final Code INFORMAL = Code.of("outcome/STATION_INFORMAL");
    static final Code FORMAL = Code.of("outcome/STATION_FORMAL");
    private static final Set<Code> ADJUSTMENTS = Set.of(INFORMAL, FORMAL);

    private DiversionDecider() {}

    /** Whether the kind is a station adjustment, informal or formal. */
    static boolean isStationAdjustment(Code kind) {
        return ADJUSTMENTS.contains(kind);
    }

    /**
     * The events that follow; none when it is already so.
     *
     * @param of the case it belongs to
     * @throws brightline.command.submission.CommandRejected naming the {@link DiversionRule}
     */
    static List<DiversionEvent> decide(DiversionCommand command, DiversionState state, DiversionCase of) {
        return switch (state) {
            case Unrecorded _ -> begin(command, of);
            case Recorded(var record) -> decide(command, record, of);
        };
    }

    private static List<DiversionEvent> begin(DiversionCommand command, DiversionCase of) {
        return switch (command) {
            case OfferDiversion offer -> List.of(offered(offer, of));
            case RecordNotUsed unused -> List.of(notUsed(unused, of));
            case AcceptDiversion _,
                    DeclineDiversion _,
                    StartDiversion _,
                    IssueStationAdjustment _,
                    RecordStateQuery _,
                    ExtendDiversion _,
                    RecordBreach _,
                    CompleteDiversion _,
                    FailDiversion _,
                    StateUnknown _,
                    ReportAsProvider _,
                    VoidDiversion _ -> throw DIVERSION_COMES_FIRST.broken();
        };
    }

    private static DiversionEvent offered(OfferDiversion offer, DiversionCase of) {
        CodeEntry kind = alternative(offer.kind(), of);
        if ("pre-arrest".equals(kind.attribute("stage"))
                && of.custodySince() != null
                && !offer.offeredAt().isBefore(of.custodySince())) {
            throw PRE_ARREST_ALTERNATIVE_BEFORE_CUSTODY.broken();
        }
        return new DiversionOffered(
                offer.diversionId(),
                offer.interactionId(),
                offer.kind(),
                offer.offeredAt(),
                offer.officer(),
                offer.provider());
    }

    private static DiversionEvent notUsed(RecordNotUsed command, DiversionCase of) {
        alternative(command.kind(), of);
        return new DiversionNotUsed(command.diversionId(), command.interactionId(), command.kind(), command.reason());
    }

    /** The kind's row, whatever the day: that it held on its day was read before. */
    private static CodeEntry alternative(Code kind, DiversionCase of) {
        if (of.voided()) {
            throw CASE_WAS_VOIDED.broken();
        }
        CodeEntry entry = CodeLists.standard().editions(kind).stream()
                .findFirst()
                .orElseThrow(ENFORCEMENT_IS_NO_DIVERSION::broken);
        String counts = entry.attribute("counts_as_alternative");
        if (counts == null || counts.equals("no")) {
            throw ENFORCEMENT_IS_NO_DIVERSION.broken();
        }
        return entry;
    }

    private static List<DiversionEvent> decide(DiversionCommand command, DiversionRecord record, DiversionCase of) {
        return switch (command) {
            case OfferDiversion offer -> {
                if (repeats(offer, record.offered())) {
                    yield List.of();
                }
                throw DIVERSION_RECORDED_ALREADY.broken();
            }
            case RecordNotUsed unused -> {
                if (new DiversionNotUsed(unused.diversionId(), unused.interactionId(), unused.kind(), unused.reason())
                        .equals(record.notUsed())) {
                    yield List.of();
                }
                throw DIVERSION_RECORDED_ALREADY.broken();
            }
            case VoidDiversion voiding ->
                record.voided()
                        ? List.of()
                        : List.of(new DiversionVoided(
                                record.diversionId(), record.interactionId(), voiding.correction()));
            case AcceptDiversion accept -> accepted(accept, standing(record));
            case DeclineDiversion decline -> declined(decline, standing(record));
            case StartDiversion start -> started(start, standing(record));
            case IssueStationAdjustment issue -> issued(issue, standing(record), of);
            case RecordStateQuery query ->
                news(
                        query.query().equals(standing(record).stateQuery()),
                        new StateQueryRecorded(record.diversionId(), record.interactionId(), query.query()));
            case ExtendDiversion extend -> extended(extend, standing(record), of);
            case RecordBreach breach -> breached(breach, standing(record), of);
            case CompleteDiversion complete -> completed(complete, standing(record));
            case FailDiversion fail -> failed(fail, standing(record));
            case StateUnknown unknown -> unknown(unknown, standing(record));
            case ReportAsProvider report -> reported(report, standing(record));
        };
    }

    private static boolean repeats(OfferDiversion offer, @Nullable DiversionOffered offered) {
        return new DiversionOffered(
                        offer.diversionId(),
                        offer.interactionId(),
                        offer.kind(),
                        offer.offeredAt(),
                        offer.officer(),
                        offer.provider())
                .equals(offered);
    }

    private static List<DiversionEvent> news(boolean known, DiversionEvent event) {
        return known ? List.of() : List.of(event);
    }

    private static DiversionRecord standing(DiversionRecord record) {
        if (record.voided()) {
            throw DIVERSION_WAS_VOIDED.broken();
        }
        if (record.stage() == Stage.NOT_USED) {
            throw NOT_USED_ENDS_IT.broken();
        }
        return record;
    }

    /** Of a diversion that goes on: neither declined nor ended. One whose outcome is unknown may still end. */
    private static DiversionRecord open(DiversionRecord record) {
        return switch (record.stage()) {
            case DECLINED, NOT_USED -> throw DECLINED_ENDS_IT.broken();
            case COMPLETED, FAILED -> throw ENDED_ALREADY.broken();
            case OFFERED, ACCEPTED, STARTED, UNKNOWN -> record;
        };
    }

    private static DiversionRecord begun(DiversionRecord record) {
        if (open(record).startedOn() == null) {
            throw NOT_STARTED_YET.broken();
        }
        return record;
    }

    private static void inOrder(@Nullable LocalDate earlier, @Nullable LocalDate later) {
        if (earlier != null && later != null && later.isBefore(earlier)) {
            throw DIVERSION_DAYS_IN_ORDER.broken();
        }
    }

    private static List<DiversionEvent> accepted(AcceptDiversion command, DiversionRecord record) {
        var event = new DiversionAccepted(record.diversionId(), record.interactionId(), command.on());
        if (event.equals(record.accepted())) {
            return List.of();
        }
        if (record.stage() != Stage.OFFERED) {
            throw ANSWERED_ALREADY.broken();
        }
        return List.of(event);
    }

    private static List<DiversionEvent> declined(DeclineDiversion command, DiversionRecord record) {
        var event = new DiversionDeclined(record.diversionId(), record.interactionId(), command.on(), command.by());
        if (event.equals(record.declined())) {
            return List.of();
        }
        if (record.stage() != Stage.OFFERED) {
            throw ANSWERED_ALREADY.broken();
        }
        return List.of(event);
    }

    private static List<DiversionEvent> started(StartDiversion command, DiversionRecord record) {
        if (isStationAdjustment(record.kind())) {
            throw STATION_ADJUSTMENT_HAS_TERMS.broken();
        }
        if (record.startedOn() != null) {
            if (record.stage() == Stage.STARTED
                    && record.startedOn().equals(command.on())
                    && record.extensions() == 0
                    && Objects.equals(record.dueOn(), command.dueOn())
                    && Objects.equals(record.serviceHours(), command.serviceHours())) {
                return List.of();
            }
            throw STARTED_ALREADY.broken();
        }
        open(record);
        inOrder(acceptedOn(record), command.on());
        inOrder(command.on(), command.dueOn());
        return List.of(new DiversionStarted(
                record.diversionId(), record.interactionId(), command.on(), command.dueOn(), command.serviceHours()));
    }

    private static @Nullable LocalDate acceptedOn(DiversionRecord record) {
        return record.accepted() == null ? null : record.accepted().acceptedOn();
    }

    private static List<DiversionEvent> issued(
            IssueStationAdjustment command, DiversionRecord record, DiversionCase of) {
        if (!isStationAdjustment(record.kind())) {
            throw NO_STATION_ADJUSTMENT.broken();
        }
        if (record.issued() != null) {
            if (record.issued().terms().equals(command.terms())) {
                return List.of();
            }
            throw STARTED_ALREADY.broken();
        }
        open(record);
        StationTerms terms = command.terms();
        LocalDate on = terms.issuedOn();
        inOrder(acceptedOn(record), on);
        inOrder(on, terms.dueOn());
        inOrder(on, terms.restitutionDueOn());
        if (of.limits().isAbove(About.SERVICE, record.kind(), terms.serviceHours())) {
            throw SERVICE_HOURS_LIMIT.broken();
        }
        if (of.limits().isBeyond(About.RESTITUTION, record.kind(), on, terms.restitutionDueOn())) {
            throw RESTITUTION_LIMIT.broken();
        }
        if (of.limits().isBeyond(About.DURATION, record.kind(), on, terms.dueOn())) {
            throw DURATION_LIMIT.broken();
        }
        return List.of(new StationAdjustmentIssued(
                record.diversionId(),
                record.interactionId(),
                terms,
                of.caps() == null ? CapsAnswer.NOT_KNOWN : of.caps().answer()));
    }

    private static List<DiversionEvent> extended(ExtendDiversion command, DiversionRecord record, DiversionCase of) {
        if (record.extensions() > 0 && command.dueOn().equals(record.dueOn())) {
            return List.of();
        }
        begun(record);
        inOrder(record.startedOn(), command.on());
        inOrder(record.dueOn(), command.dueOn());
        inOrder(command.on(), command.dueOn());
        LocalDate first = Objects.requireNonNull(record.startedOn());
        if (of.limits().isBeyond(About.EXTENDED, record.kind(), first, command.dueOn())) {
            throw DURATION_LIMIT.broken();
        }
        return List.of(new DiversionExtended(
                record.diversionId(), record.interactionId(), command.on(), command.dueOn(), command.reason()));
    }

    private static List<DiversionEvent> breached(RecordBreach command, DiversionRecord record, DiversionCase of) {
        var event = new DiversionBreached(
                record.diversionId(), record.interactionId(), command.on(), command.remedy(), command.serviceHours());
        if (event.equals(record.breached())) {
            return List.of();
        }
        begun(record);
        inOrder(record.startedOn(), command.on());
        if (of.limits().isAbove(About.BREACH_SERVICE, record.kind(), command.serviceHours())) {
            throw SERVICE_HOURS_LIMIT.broken();
        }
        return List.of(event);
    }

    private static List<DiversionEvent> completed(CompleteDiversion command, DiversionRecord record) {
        if (record.stage() == Stage.COMPLETED && command.on().equals(record.ended())) {
            return List.of();
        }
        open(record);
        inOrder(record.startedOn(), command.on());
        return List.of(new DiversionCompleted(record.diversionId(), record.interactionId(), command.on()));
    }

    private static List<DiversionEvent> failed(FailDiversion command, DiversionRecord record) {
        if (record.stage() == Stage.FAILED
                && command.on().equals(record.ended())
                && Objects.equals(command.reason(), record.endReason())) {
            return List.of();
        }
        open(record);
        inOrder(record.startedOn(), command.on());
        return List.of(
                new DiversionFailed(record.diversionId(), record.interactionId(), command.on(), command.reason()));
    }

    private static List<DiversionEvent> unknown(StateUnknown command, DiversionRecord record) {
        if (record.stage() == Stage.UNKNOWN
                && command.on().equals(record.ended())
                && Objects.equals(command.reason(), record.endReason())) {
            return List.of();
        }
        open(record);
        inOrder(record.startedOn(), command.on());
        return List.of(
                new OutcomeUnknown(record.diversionId(), record.interactionId(), command.on(), command.reason()));
    }

    private static List<DiversionEvent> reported(ReportAsProvider command, DiversionRecord record) {
        var event = new ProviderReported(
                record.diversionId(),
                record.interactionId(),
                command.on(),
                command.status(),
                command.serviceHoursDone());
        if (record.stage() == Stage.DECLINED) {
            throw DECLINED_ENDS_IT.broken();
        }
        return news(event.equals(record.report()), event);
    }

    static DiversionState evolve(DiversionState state, DiversionEvent event) {
        return new Recorded(DiversionRecord.evolve(state instanceof Recorded(var record) ? record : null, event));
    }
}

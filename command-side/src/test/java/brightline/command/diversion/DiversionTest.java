package brightline.command.diversion;

import brightline.command.Decisions;
import brightline.command.diversion.DiversionCase.Caps;
import brightline.command.diversion.DiversionCommand.CompleteDiversion;
import brightline.command.diversion.DiversionCommand.ExtendDiversion;
import brightline.command.diversion.DiversionCommand.FailDiversion;
import brightline.command.diversion.DiversionCommand.IssueStationAdjustment;
import brightline.command.diversion.DiversionCommand.OfferDiversion;
import brightline.command.diversion.DiversionCommand.RecordBreach;
import brightline.command.diversion.DiversionCommand.RecordNotUsed;
import brightline.command.diversion.DiversionCommand.StartDiversion;
import brightline.command.diversion.DiversionCommand.StateUnknown;
import brightline.command.interaction.Editor;
import brightline.events.Code;
import brightline.events.DiversionId;
import brightline.events.InteractionId;
import brightline.events.Stated;
import brightline.events.code.CodeLists;
import brightline.events.diversion.CapsAnswer;
import brightline.events.diversion.DiversionEvent;
import brightline.events.diversion.DiversionEvent.DiversionBreached;
import brightline.events.diversion.DiversionEvent.DiversionCompleted;
import brightline.events.diversion.DiversionEvent.DiversionDeclined;
import brightline.events.diversion.DiversionEvent.DiversionExtended;
import brightline.events.diversion.DiversionEvent.DiversionFailed;
import brightline.events.diversion.DiversionEvent.DiversionNotUsed;
import brightline.events.diversion.DiversionEvent.DiversionOffered;
import brightline.events.diversion.DiversionEvent.DiversionStarted;
import brightline.events.diversion.DiversionEvent.OutcomeUnknown;
import brightline.events.diversion.DiversionEvent.StationAdjustmentIssued;
import brightline.events.diversion.StationTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DiversionTest {
    private static final DiversionId ID = new DiversionId(new UUID(0, 1));
    private static final InteractionId CONTACT = new InteractionId(new UUID(0, 2));
    private static final DiversionWriter WRITER = new DiversionWriter(new Editor(null, true), null);
    private static final Instant NOON = Instant.parse("2026-03-02T18:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final DiversionCase CALM = of(null, false);

    private static DiversionCase of(@Nullable Instant custody, boolean unverifiedBind) {
        return new DiversionCase(
                custody,
                false,
                StationLimits.of(CodeLists.standard().validOn("station-limit", DAY), unverifiedBind),
                new Caps(CapsAnswer.WITHIN_BY_OUR_RECORDS, List.of()));
    }

    private static OfferDiversion offer(String kind) {
        return new OfferDiversion(ID, WRITER, CONTACT, new Code("outcome", kind), NOON, null, null, null);
    }

    private static DiversionOffered offered(String kind) {
        return new DiversionOffered(ID, CONTACT, new Code("outcome", kind), NOON, null, null);
    }

    private static StationTerms terms(@Nullable Integer hours, LocalDate due) {
        return new StationTerms(
                DAY,
                Code.of("offence-level/MISDEMEANOUR"),
                due,
                hours,
                null,
                List.of(),
                Stated.YES,
                Stated.YES,
                Stated.YES,
                Stated.MISSING);
    }

    /** Decisions on a diversion of that case. */
    private static Decisions<DiversionCommand, DiversionState, DiversionEvent> diversion(DiversionCase of) {
        return new Decisions<>(
                new DiversionState.Unrecorded(),
                (command, state) -> DiversionDecider.decide(command, state, of),
                DiversionDecider::evolve);
    }

    @Test
    void of_a_pre_arrest_kind_is_no_longer_offered_once_the_student_is_in_custody() {
        diversion(of(NOON, false))
                .givenNothing()
                .when(offer("CIVIL_CITATION"))
                .thenRefused(DiversionRule.PRE_ARREST_ALTERNATIVE_BEFORE_CUSTODY);
        diversion(of(NOON.plusSeconds(1), false))
                .givenNothing()
                .when(offer("CIVIL_CITATION"))
                .then(offered("CIVIL_CITATION"));
        diversion(of(NOON, false))
                .givenNothing()
                .when(offer("STATION_INFORMAL"))
                .then(offered("STATION_INFORMAL"));
        diversion(of(NOON, false)).givenNothing().when(offer("RJ_CIRCLE")).then(offered("RJ_CIRCLE"));
    }

    @Test
    void is_never_enforcement() {
        for (String kind : List.of("MUNI_TICKET", "NOTICE_TO_APPEAR", "ARREST_PETITION", "NONE")) {
            diversion(CALM).givenNothing().when(offer(kind)).thenRefused(DiversionRule.ENFORCEMENT_IS_NO_DIVERSION);
        }
    }

    @Test
    void that_was_not_used_holds_its_reason_and_goes_no_further() {
        Code circle = Code.of("outcome/RJ_CIRCLE");
        Code reason = Code.of("unused-reason/VICTIM_DECLINED");
        var event = new DiversionNotUsed(ID, CONTACT, circle, reason);
        diversion(CALM)
                .givenNothing()
                .when(new RecordNotUsed(ID, WRITER, CONTACT, circle, reason))
                .then(event);
        diversion(CALM)
                .given(event)
                .when(new CompleteDiversion(ID, WRITER, DAY))
                .thenRefused(DiversionRule.NOT_USED_ENDS_IT);
    }

    @Test
    void whose_outcome_is_unknown_may_still_be_found_out() {
        var unknown = new OutcomeUnknown(ID, CONTACT, DAY.plusDays(40), null);
        diversion(CALM)
                .given(offered("RJ_CIRCLE"), unknown)
                .when(new FailDiversion(ID, WRITER, DAY.plusDays(50), null))
                .then(new DiversionFailed(ID, CONTACT, DAY.plusDays(50), null));
        var done = new DiversionCompleted(ID, CONTACT, DAY.plusDays(9));
        diversion(CALM)
                .given(offered("RJ_CIRCLE"), done)
                .when(new StateUnknown(ID, WRITER, DAY.plusDays(40), null))
                .thenRefused(DiversionRule.ENDED_ALREADY);
        diversion(CALM)
                .given(offered("RJ_CIRCLE"), new DiversionDeclined(ID, CONTACT, DAY, null))
                .when(new CompleteDiversion(ID, WRITER, DAY))
                .thenRefused(DiversionRule.DECLINED_ENDS_IT);
    }

    @Test
    void an_informal_station_adjustment_holds_at_most_twenty_five_hours_of_service() {
        var issue = new IssueStationAdjustment(ID, WRITER, terms(25, DAY.plusDays(60)));
        diversion(CALM)
                .given(offered("STATION_INFORMAL"))
                .when(issue)
                .then(new StationAdjustmentIssued(
                        ID, CONTACT, terms(25, DAY.plusDays(60)), CapsAnswer.WITHIN_BY_OUR_RECORDS));
    }

    @Test
    void an_informal_station_adjustment_holds_no_twenty_sixth_hour_of_service() {
        diversion(CALM)
                .given(offered("STATION_INFORMAL"))
                .when(new IssueStationAdjustment(ID, WRITER, terms(26, DAY.plusDays(60))))
                .thenRefused(DiversionRule.SERVICE_HOURS_LIMIT);
    }

    @Test
    void a_station_adjustment_does_not_begin_without_its_terms() {
        diversion(CALM)
                .given(offered("STATION_INFORMAL"))
                .when(new StartDiversion(ID, WRITER, DAY, null, null))
                .thenRefused(DiversionRule.STATION_ADJUSTMENT_HAS_TERMS);
    }

    @Test
    void a_limit_nobody_read_in_its_source_binds_only_where_it_is_switched_on() {
        var long_ = new IssueStationAdjustment(ID, WRITER, terms(null, DAY.plusDays(121)));
        diversion(CALM)
                .given(offered("STATION_FORMAL"))
                .when(long_)
                .then(new StationAdjustmentIssued(
                        ID, CONTACT, terms(null, DAY.plusDays(121)), CapsAnswer.WITHIN_BY_OUR_RECORDS));
        diversion(of(null, true))
                .given(offered("STATION_FORMAL"))
                .when(long_)
                .thenRefused(DiversionRule.DURATION_LIMIT);
    }

    @Test
    void a_formal_one_may_be_extended_to_180_days_and_its_service_raised_to_40_hours_on_a_breach() {
        var issued = new StationAdjustmentIssued(
                ID, CONTACT, terms(10, DAY.plusDays(100)), CapsAnswer.WITHIN_BY_OUR_RECORDS);
        LocalDate later = DAY.plusDays(90);
        diversion(CALM)
                .given(offered("STATION_FORMAL"), issued)
                .when(new ExtendDiversion(ID, WRITER, later, DAY.plusDays(180), null))
                .then(new DiversionExtended(ID, CONTACT, later, DAY.plusDays(180), null));
        diversion(CALM)
                .given(offered("STATION_FORMAL"), issued)
                .when(new ExtendDiversion(ID, WRITER, later, DAY.plusDays(181), null))
                .thenRefused(DiversionRule.DURATION_LIMIT);
        diversion(CALM)
                .given(offered("STATION_FORMAL"), issued)
                .when(new RecordBreach(ID, WRITER, later, Code.of("breach-remedy/MORE_SERVICE"), 40))
                .then(new DiversionBreached(ID, CONTACT, later, Code.of("breach-remedy/MORE_SERVICE"), 40));
        diversion(CALM)
                .given(offered("STATION_FORMAL"), issued)
                .when(new RecordBreach(ID, WRITER, later, null, 41))
                .thenRefused(DiversionRule.SERVICE_HOURS_LIMIT);
    }

    @Test
    void days_follow_each_other() {
        diversion(CALM)
                .given(offered("RJ_CIRCLE"), new DiversionStarted(ID, CONTACT, DAY.plusDays(1), null, null))
                .when(new CompleteDiversion(ID, WRITER, DAY))
                .thenRefused(DiversionRule.DIVERSION_DAYS_IN_ORDER);
    }
}

package brightline.command.disclosure;

import brightline.command.Decisions;
import brightline.command.disclosure.DisclosureCommand.AskForNotice;
import brightline.command.disclosure.DisclosureCommand.RecordDisclosure;
import brightline.command.disclosure.DisclosureCommand.SendNotice;
import brightline.command.disclosure.RecordRequestCommand.AddStatement;
import brightline.command.disclosure.RecordRequestCommand.DecideRequest;
import brightline.command.disclosure.RecordRequestCommand.ReceiveRequest;
import brightline.events.Code;
import brightline.events.DisclosureId;
import brightline.events.InteractionId;
import brightline.events.RequestId;
import brightline.events.SecretId;
import brightline.events.SecretRef;
import brightline.events.disclosure.DisclosureEvent;
import brightline.events.disclosure.DisclosureEvent.DisclosureMade;
import brightline.events.disclosure.DisclosureEvent.NoticeDue;
import brightline.events.disclosure.DisclosureEvent.NoticeSent;
import brightline.events.request.RequestEvent;
import brightline.events.request.RequestEvent.RequestDecided;
import brightline.events.request.RequestEvent.RequestReceived;
import brightline.events.request.RequestEvent.StatementAdded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DisclosureDeciderTest {
    private static final DisclosureId ID = new DisclosureId(new UUID(0, 1));
    private static final RequestId REQUEST = new RequestId(new UUID(0, 2));
    private static final InteractionId CONTACT = new InteractionId(new UUID(0, 3));
    private static final SecretRef SEALED = new SecretRef(new SecretId(new UUID(0, 4)), "00ff");
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final Code COURT = Code.of("disclosure-recipient/COURT");
    private static final Code ORDER = Code.of("disclosure-basis/COURT_ORDER");
    private static final List<Code> PARTS = List.of(Code.of("disclosure-part/REPORT"));
    private static final Code WRONG_STUDENT = Code.of("notice-cause/SUBJECT_CORRECTED");
    private static final Code VOIDED = Code.of("notice-cause/VOIDED");
    private static final Code LETTER = Code.of("notice-manner/LETTER");
    private static final Instant GIVEN = Instant.parse("2026-03-02T18:00:00Z");
    private static final Instant CORRECTED = GIVEN.plusSeconds(3_600);
    private static final Instant TOLD = CORRECTED.plusSeconds(3_600);

    private static final DisclosureMade MADE = new DisclosureMade(ID, CONTACT, COURT, ORDER, PARTS, GIVEN);
    private static final NoticeDue DUE = new NoticeDue(ID, WRONG_STUDENT, CORRECTED);

    private final Decisions<DisclosureCommand, DisclosureState, DisclosureEvent> disclosure =
            new Decisions<>(new DisclosureState.Unknown(), DisclosureDecider::decide, DisclosureDecider::evolve);
    private final Decisions<RecordRequestCommand, RecordRequestState, RequestEvent> request = new Decisions<>(
            new RecordRequestState.Unknown(),
            (command, state) -> RecordRequestDecider.decide(command, state, (_, _) -> SEALED),
            RecordRequestDecider::evolve);

    private static RecordDisclosure given(Code recipient, Instant now) {
        return new RecordDisclosure(ID, CONTACT, recipient, ORDER, PARTS, GIVEN, now);
    }

    @Test
    void is_on_record_once() {
        disclosure.givenNothing().when(given(COURT, GIVEN)).then(MADE);
        disclosure
                .givenNothing()
                .when(given(COURT, GIVEN.minusSeconds(1)))
                .thenRefused(DisclosureRule.DISCLOSED_IN_THE_FUTURE);
        disclosure
                .given(MADE)
                .when(given(Code.of("disclosure-recipient/PROSECUTOR"), GIVEN))
                .thenRefused(DisclosureRule.DISCLOSURE_RECORDED_DIFFERENTLY);
    }

    @Test
    void asks_for_a_notice_where_the_record_turned_out_wrong_after_it_was_given() {
        disclosure
                .given(MADE)
                .when(new AskForNotice(ID, WRONG_STUDENT, CORRECTED))
                .then(DUE);
        disclosure
                .given(MADE)
                .when(new AskForNotice(ID, WRONG_STUDENT, GIVEN.minusSeconds(1)))
                .thenNothing();
    }

    @Test
    void asks_for_the_latest_correction_only() {
        disclosure
                .given(MADE, DUE)
                .when(new AskForNotice(ID, VOIDED, CORRECTED.minusSeconds(60)))
                .thenNothing();
        disclosure
                .given(MADE, DUE, new NoticeSent(ID, TOLD, LETTER))
                .when(new AskForNotice(ID, VOIDED, TOLD.plusSeconds(60)))
                .then(new NoticeDue(ID, VOIDED, TOLD.plusSeconds(60)));
    }

    @Test
    void is_told_of_a_correction_between_that_and_now() {
        disclosure.given(MADE, DUE).when(new SendNotice(ID, TOLD, LETTER, TOLD)).then(new NoticeSent(ID, TOLD, LETTER));
        disclosure
                .given(MADE, DUE)
                .when(new SendNotice(ID, CORRECTED.minusSeconds(1), LETTER, TOLD))
                .thenRefused(DisclosureRule.NOTICE_BEFORE_CORRECTION);
        disclosure
                .given(MADE, DUE)
                .when(new SendNotice(ID, TOLD, LETTER, TOLD.minusSeconds(1)))
                .thenRefused(DisclosureRule.NOTICE_IN_THE_FUTURE);
    }

    @Test
    void has_nothing_to_be_told_of_while_the_record_is_right() {
        disclosure.given(MADE).when(new SendNotice(ID, TOLD, LETTER, TOLD)).thenRefused(DisclosureRule.NO_NOTICE_DUE);
        disclosure
                .given(MADE, DUE, new NoticeSent(ID, TOLD, LETTER))
                .when(new SendNotice(ID, TOLD.plusSeconds(1), LETTER, TOLD.plusSeconds(2)))
                .thenRefused(DisclosureRule.NO_NOTICE_DUE);
        disclosure
                .givenNothing()
                .when(new SendNotice(ID, TOLD, LETTER, TOLD))
                .thenRefused(DisclosureRule.DISCLOSURE_UNKNOWN);
        disclosure
                .givenNothing()
                .when(new AskForNotice(ID, VOIDED, CORRECTED))
                .thenRefused(DisclosureRule.DISCLOSURE_UNKNOWN);
    }

    private static final Code AMEND = Code.of("request-kind/AMEND");
    private static final Code PARENT = Code.of("request-from/PARENT");
    private static final Code REFUSED = Code.of("request-decision/REFUSED");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final RequestReceived RECEIVED = new RequestReceived(REQUEST, CONTACT, AMEND, PARENT, GIVEN);
    private static final RequestDecided DECIDED = new RequestDecided(REQUEST, REFUSED, DAY);

    @Test
    void a_request_is_received_once_and_not_before_it_is_made() {
        request.givenNothing()
                .when(new ReceiveRequest(REQUEST, CONTACT, AMEND, PARENT, GIVEN, GIVEN))
                .then(RECEIVED);
        request.givenNothing()
                .when(new ReceiveRequest(REQUEST, CONTACT, AMEND, PARENT, GIVEN, GIVEN.minusSeconds(1)))
                .thenRefused(RecordRequestRule.REQUESTED_IN_THE_FUTURE);
        request.given(RECEIVED)
                .when(new ReceiveRequest(REQUEST, CONTACT, AMEND, PARENT, GIVEN.minusSeconds(1), GIVEN))
                .thenRefused(RecordRequestRule.REQUEST_RECORDED_DIFFERENTLY);
    }

    @Test
    void a_request_is_decided_once_on_its_day_or_later() {
        request.given(RECEIVED)
                .when(new DecideRequest(REQUEST, REFUSED, DAY, CHICAGO))
                .then(DECIDED);
        request.given(RECEIVED)
                .when(new DecideRequest(REQUEST, REFUSED, DAY.minusDays(1), CHICAGO))
                .thenRefused(RecordRequestRule.DECIDED_BEFORE_RECEIVED);
        request.given(RECEIVED, DECIDED)
                .when(new DecideRequest(REQUEST, Code.of("request-decision/GRANTED"), DAY, CHICAGO))
                .thenRefused(RecordRequestRule.DECIDED_ALREADY);
        request.givenNothing()
                .when(new DecideRequest(REQUEST, REFUSED, DAY, CHICAGO))
                .thenRefused(RecordRequestRule.REQUEST_UNKNOWN);
    }

    @Test
    void a_statement_stands_beside_a_record_that_was_not_amended() {
        request.given(RECEIVED, DECIDED)
                .when(new AddStatement(REQUEST, "She was not there."))
                .then(new StatementAdded(REQUEST, SEALED));
        request.given(RECEIVED)
                .when(new AddStatement(REQUEST, "She was not there."))
                .thenRefused(RecordRequestRule.STATEMENT_AFTER_DECISION);
        request.given(RECEIVED, new RequestDecided(REQUEST, Code.of("request-decision/GRANTED"), DAY))
                .when(new AddStatement(REQUEST, "She was not there."))
                .thenRefused(RecordRequestRule.STATEMENT_AFTER_DECISION);
    }
}

package brightline.command.interaction;

import static brightline.command.interaction.InteractionRule.ACTION_UNKNOWN;
import static brightline.command.interaction.InteractionRule.CONTACT_COMES_FIRST;
import static brightline.command.interaction.InteractionRule.CONTACT_RECORDED_ALREADY;
import static brightline.command.interaction.InteractionRule.INTERACTION_VOIDED;
import static brightline.command.interaction.InteractionRule.SUBJECT_HAS_AN_ACTION;

import brightline.command.Decisions;
import brightline.command.interaction.InteractionCommand.CorrectFact;
import brightline.command.interaction.InteractionCommand.CorrectSubject;
import brightline.command.interaction.InteractionCommand.RecordContact;
import brightline.command.interaction.InteractionCommand.Supplement;
import brightline.command.interaction.InteractionCommand.VoidInteraction;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.InvolvementRole;
import brightline.events.SecretId;
import brightline.events.SecretRef;
import brightline.events.Source;
import brightline.events.Stated;
import brightline.events.SubjectHandle;
import brightline.events.interaction.ContactFacts;
import brightline.events.interaction.CorrectedFact;
import brightline.events.interaction.Decision;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionEvent.ActionTaken;
import brightline.events.interaction.InteractionEvent.ConductCoded;
import brightline.events.interaction.InteractionEvent.InteractionCorrected;
import brightline.events.interaction.InteractionEvent.InteractionOpened;
import brightline.events.interaction.InteractionEvent.InteractionSupplemented;
import brightline.events.interaction.InteractionEvent.InteractionVoided;
import brightline.events.interaction.InteractionEvent.OutcomeDecided;
import brightline.events.interaction.InteractionEvent.StudentArrested;
import brightline.events.interaction.InteractionEvent.StudentCited;
import brightline.events.interaction.InteractionEvent.SubjectCorrected;
import brightline.events.interaction.PoliceAction;
import brightline.events.interaction.SealedParts;
import brightline.events.interaction.Treatment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InteractionDeciderTest {
    static final InteractionId ID = new InteractionId(new UUID(1, 1));
    private static final SubjectHandle SUBJECT = new SubjectHandle(new UUID(2, 2));
    private static final Correction WHY = new Correction(
            Code.of("correction-reason/NEW_INFORMATION"), Code.of("correction-basis/POLICE_REPORT"), null);
    private static final List<Code> GUN = List.of(Code.of("cps-scc/6-1"));
    private static final List<Code> KNIFE = List.of(Code.of("cps-scc/4-12"));

    private final Decisions<InteractionCommand, InteractionState, InteractionEvent> interaction =
            new Decisions<>(new InteractionState.Unrecorded(), InteractionDecider::decide, InteractionDecider::evolve);

    @Test
    void a_contact_begins_with_its_opening_and_tells_conduct_actions_and_outcome_in_that_order() {
        var decision = new Decision(Code.of("outcome/NO_ACTION"), Stated.YES, List.of());
        var contact = contact(
                InvolvementRole.SUBJECT,
                GUN,
                decision,
                action(1, "A2_SEIZE"),
                action(2, "A3_ARREST"),
                action(3, "A3_CITE"),
                action(4, "A3_STATION_ADJ"));
        interaction
                .givenNothing()
                .when(contact)
                .then(
                        opened(InvolvementRole.SUBJECT),
                        new ConductCoded(ID, GUN),
                        new ActionTaken(ID, action(1, "A2_SEIZE")),
                        new StudentArrested(ID, action(2, "A3_ARREST")),
                        new StudentCited(ID, action(3, "A3_CITE")),
                        new StudentArrested(ID, action(4, "A3_STATION_ADJ")),
                        new OutcomeDecided(ID, decision));
    }

    @Test
    void a_contact_recorded_again_says_nothing_new() {
        interaction
                .given(opened(InvolvementRole.SUBJECT))
                .when(contact(InvolvementRole.SUBJECT))
                .thenNothing();
    }

    @Test
    void another_contact_under_its_id_is_refused() {
        interaction
                .given(opened(InvolvementRole.SUBJECT))
                .when(contact(InvolvementRole.VICTIM))
                .thenRefused(CONTACT_RECORDED_ALREADY);
    }

    @Test
    void nothing_is_corrected_before_it_is_recorded() {
        interaction
                .givenNothing()
                .when(correct(new CorrectedFact.Conduct(KNIFE)))
                .thenRefused(CONTACT_COMES_FIRST);
    }

    @Test
    void what_was_taken_for_a_gun_is_corrected_once() {
        var correct = correct(new CorrectedFact.Conduct(KNIFE));
        var corrected = new InteractionCorrected(ID, new CorrectedFact.Conduct(KNIFE), WHY);
        interaction
                .given(opened(InvolvementRole.SUBJECT), new ConductCoded(ID, GUN))
                .when(correct)
                .then(corrected);
    }

    @Test
    void every_fact_corrected_to_what_stands_says_nothing_new() {
        var decision = new Decision(null, Stated.NO, List.of());
        var record = interaction.given(
                opened(InvolvementRole.SUBJECT),
                new ActionTaken(ID, action(1, "A2_SEIZE")),
                new OutcomeDecided(ID, decision));
        record.when(correct(new CorrectedFact.Initiator(null, null))).thenNothing();
        record.when(correct(new CorrectedFact.OccurredAt(Instant.EPOCH))).thenNothing();
        record.when(correct(new CorrectedFact.Role(InvolvementRole.SUBJECT))).thenNothing();
        record.when(correct(new CorrectedFact.Action(action(1, "A2_SEIZE")))).thenNothing();
        record.when(correct(new CorrectedFact.Settlement(decision))).thenNothing();
    }

    @Test
    void an_action_nobody_recorded_can_be_neither_corrected_nor_withdrawn() {
        var record = interaction.given(opened(InvolvementRole.SUBJECT), new ActionTaken(ID, action(1, "A2_SEIZE")));
        record.when(correct(new CorrectedFact.Action(action(2, "A1_ADVICE")))).thenRefused(ACTION_UNKNOWN);
        record.when(correct(new CorrectedFact.ActionWithdrawn(2))).thenRefused(ACTION_UNKNOWN);
        record.when(correct(new CorrectedFact.ActionWithdrawn(0))).thenRefused(ACTION_UNKNOWN);
    }

    @Test
    void a_subject_keeps_one_action_and_a_witness_need_not() {
        var taken = new ActionTaken(ID, action(1, "A2_SEIZE"));
        var withdraw = correct(new CorrectedFact.ActionWithdrawn(1));
        var withdrawn = new InteractionCorrected(ID, new CorrectedFact.ActionWithdrawn(1), WHY);
        interaction.given(opened(InvolvementRole.SUBJECT), taken).when(withdraw).thenRefused(SUBJECT_HAS_AN_ACTION);
        interaction.given(opened(InvolvementRole.WITNESS), taken).when(withdraw).then(withdrawn);
    }

    @Test
    void who_did_nothing_and_had_nothing_done_is_no_subject() {
        interaction
                .given(opened(InvolvementRole.WITNESS))
                .when(correct(new CorrectedFact.Role(InvolvementRole.SUBJECT)))
                .thenRefused(SUBJECT_HAS_AN_ACTION);
    }

    @Test
    void the_wrong_student_gives_way_to_the_right_one() {
        var twin = new SubjectHandle(new UUID(3, 3));
        var correct = new CorrectSubject(ID, twin, null, null, null, WHY);
        var corrected = new SubjectCorrected(ID, SUBJECT, twin, null, null, null, WHY);
        interaction.given(opened(InvolvementRole.SUBJECT)).when(correct).then(corrected);
    }

    @Test
    void a_supplement_adds_an_account_and_numbers_on_and_repeated_says_nothing_new() {
        var account = new SecretRef(new SecretId(new UUID(4, 4)), "00");
        var supplement = new Supplement(ID, account, List.of(action(2, "A3_ARREST")), Treatment.NONE, WHY);
        InteractionEvent[] before = {opened(InvolvementRole.SUBJECT), new ActionTaken(ID, action(1, "A2_SEIZE"))};
        var supplemented = new InteractionSupplemented(ID, account, WHY);
        var arrested = new StudentArrested(ID, action(2, "A3_ARREST"));
        interaction.given(before).when(supplement).then(supplemented, arrested);
        interaction
                .given(before[0], before[1], supplemented, arrested)
                .when(supplement)
                .thenNothing();
        interaction
                .given(before)
                .when(new Supplement(ID, null, List.of(action(1, "A3_ARREST")), Treatment.NONE, WHY))
                .thenRefused(ACTION_UNKNOWN);
    }

    @Test
    void a_record_is_voided_once() {
        interaction
                .given(opened(InvolvementRole.SUBJECT))
                .when(new VoidInteraction(ID, WHY))
                .then(new InteractionVoided(ID, WHY));
    }

    @Test
    void a_voided_record_takes_nothing_more() {
        var record = interaction.given(opened(InvolvementRole.SUBJECT), new InteractionVoided(ID, WHY));
        record.when(correct(new CorrectedFact.Conduct(KNIFE))).thenRefused(INTERACTION_VOIDED);
        record.when(new CorrectSubject(ID, SUBJECT, null, null, null, WHY)).thenRefused(INTERACTION_VOIDED);
        record.when(new Supplement(ID, null, List.of(action(1, "A1_ADVICE")), Treatment.NONE, WHY))
                .thenRefused(INTERACTION_VOIDED);
    }

    static InteractionOpened opened(InvolvementRole role) {
        return new InteractionOpened(
                ID,
                new IncidentId(new UUID(9, 9)),
                SUBJECT,
                role,
                Instant.EPOCH,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Source.ENTERED);
    }

    static RecordContact contact(InvolvementRole role) {
        return contact(role, List.of(), null, action(1, "A1_ADVICE"));
    }

    private static RecordContact contact(
            InvolvementRole role, List<Code> conduct, @Nullable Decision decision, PoliceAction... actions) {
        return new RecordContact(
                ID,
                new IncidentId(new UUID(9, 9)),
                new ContactFacts(
                        role,
                        Instant.EPOCH,
                        null,
                        null,
                        null,
                        null,
                        null,
                        conduct,
                        List.of(actions),
                        Treatment.NONE,
                        decision,
                        List.of(),
                        List.of()),
                new SealedParts(SUBJECT, null, null, null),
                Source.ENTERED);
    }

    static PoliceAction action(int number, String code) {
        return new PoliceAction(
                number, new Code("police-action", code), null, null, Stated.NO, null, null, null, null, null);
    }

    private static CorrectFact correct(CorrectedFact fact) {
        return new CorrectFact(ID, fact, WHY);
    }
}

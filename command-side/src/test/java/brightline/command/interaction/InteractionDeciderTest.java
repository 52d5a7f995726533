package brightline.command.interaction;

import static brightline.command.interaction.InteractionRule.ACTION_UNKNOWN;
import static brightline.command.interaction.InteractionRule.CONTACT_COMES_FIRST;
import static brightline.command.interaction.InteractionRule.CONTACT_RECORDED_ALREADY;
import static brightline.command.interaction.InteractionRule.INTERACTION_VOIDED;
import static brightline.command.interaction.InteractionRule.SUBJECT_HAS_AN_ACTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.command.interaction.InteractionCommand.CorrectFact;
import brightline.command.interaction.InteractionCommand.CorrectSubject;
import brightline.command.interaction.InteractionCommand.RecordContact;
import brightline.command.interaction.InteractionCommand.Supplement;
import brightline.command.interaction.InteractionCommand.VoidInteraction;
import brightline.command.submission.CommandRejected;
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
        given().when(contact)
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
    void a_contact_recorded_again_says_nothing_new_and_another_one_under_its_id_is_refused() {
        given(opened(InvolvementRole.SUBJECT))
                .when(contact(InvolvementRole.SUBJECT))
                .then();
        given(opened(InvolvementRole.SUBJECT))
                .when(contact(InvolvementRole.VICTIM))
                .thenRejected(CONTACT_RECORDED_ALREADY);
    }

    @Test
    void nothing_is_corrected_before_it_is_recorded() {
        given().when(correct(new CorrectedFact.Conduct(KNIFE))).thenRejected(CONTACT_COMES_FIRST);
    }

    @Test
    void what_was_taken_for_a_gun_is_corrected_once() {
        var correct = correct(new CorrectedFact.Conduct(KNIFE));
        var corrected = new InteractionCorrected(ID, new CorrectedFact.Conduct(KNIFE), WHY);
        given(opened(InvolvementRole.SUBJECT), new ConductCoded(ID, GUN))
                .when(correct)
                .then(corrected);
        given(opened(InvolvementRole.SUBJECT), new ConductCoded(ID, GUN), corrected)
                .when(correct)
                .then();
    }

    @Test
    void every_fact_corrected_to_what_stands_says_nothing_new() {
        var decision = new Decision(null, Stated.NO, List.of());
        var record = given(
                opened(InvolvementRole.SUBJECT),
                new ActionTaken(ID, action(1, "A2_SEIZE")),
                new OutcomeDecided(ID, decision));
        record.when(correct(new CorrectedFact.Initiator(null, null))).then();
        record.when(correct(new CorrectedFact.OccurredAt(Instant.EPOCH))).then();
        record.when(correct(new CorrectedFact.Role(InvolvementRole.SUBJECT))).then();
        record.when(correct(new CorrectedFact.Action(action(1, "A2_SEIZE")))).then();
        record.when(correct(new CorrectedFact.Settlement(decision))).then();
    }

    @Test
    void an_action_nobody_recorded_can_be_neither_corrected_nor_withdrawn() {
        var record = given(opened(InvolvementRole.SUBJECT), new ActionTaken(ID, action(1, "A2_SEIZE")));
        record.when(correct(new CorrectedFact.Action(action(2, "A1_ADVICE")))).thenRejected(ACTION_UNKNOWN);
        record.when(correct(new CorrectedFact.ActionWithdrawn(2))).thenRejected(ACTION_UNKNOWN);
        record.when(correct(new CorrectedFact.ActionWithdrawn(0))).thenRejected(ACTION_UNKNOWN);
    }

    @Test
    void a_subject_keeps_one_action_and_a_witness_need_not() {
        var taken = new ActionTaken(ID, action(1, "A2_SEIZE"));
        var withdraw = correct(new CorrectedFact.ActionWithdrawn(1));
        var withdrawn = new InteractionCorrected(ID, new CorrectedFact.ActionWithdrawn(1), WHY);
        given(opened(InvolvementRole.SUBJECT), taken).when(withdraw).thenRejected(SUBJECT_HAS_AN_ACTION);
        given(opened(InvolvementRole.WITNESS), taken).when(withdraw).then(withdrawn);
        given(opened(InvolvementRole.WITNESS), taken, withdrawn).when(withdraw).then();
        given(opened(InvolvementRole.WITNESS))
                .when(correct(new CorrectedFact.Role(InvolvementRole.SUBJECT)))
                .thenRejected(SUBJECT_HAS_AN_ACTION);
    }

    @Test
    void the_wrong_student_gives_way_to_the_right_one() {
        var twin = new SubjectHandle(new UUID(3, 3));
        var correct = new CorrectSubject(ID, twin, null, null, null, WHY);
        var corrected = new SubjectCorrected(ID, SUBJECT, twin, null, null, null, WHY);
        given(opened(InvolvementRole.SUBJECT)).when(correct).then(corrected);
        given(opened(InvolvementRole.SUBJECT), corrected).when(correct).then();
    }

    @Test
    void a_supplement_adds_an_account_and_numbers_on_and_repeated_says_nothing_new() {
        var account = new SecretRef(new SecretId(new UUID(4, 4)), "00");
        var supplement = new Supplement(ID, account, List.of(action(2, "A3_ARREST")), Treatment.NONE, WHY);
        InteractionEvent[] before = {opened(InvolvementRole.SUBJECT), new ActionTaken(ID, action(1, "A2_SEIZE"))};
        var supplemented = new InteractionSupplemented(ID, account, WHY);
        var arrested = new StudentArrested(ID, action(2, "A3_ARREST"));
        given(before).when(supplement).then(supplemented, arrested);
        given(before[0], before[1], supplemented, arrested).when(supplement).then();
        given(before)
                .when(new Supplement(ID, null, List.of(action(1, "A3_ARREST")), Treatment.NONE, WHY))
                .thenRejected(ACTION_UNKNOWN);
    }

    @Test
    void a_voided_record_takes_nothing_but_being_voided_again() {
        var voiding = new VoidInteraction(ID, WHY);
        var voided = new InteractionVoided(ID, WHY);
        given(opened(InvolvementRole.SUBJECT)).when(voiding).then(voided);
        var record = given(opened(InvolvementRole.SUBJECT), voided);
        record.when(voiding).then();
        record.when(correct(new CorrectedFact.Conduct(KNIFE))).thenRejected(INTERACTION_VOIDED);
        record.when(new CorrectSubject(ID, SUBJECT, null, null, null, WHY)).thenRejected(INTERACTION_VOIDED);
        record.when(new Supplement(ID, null, List.of(action(1, "A1_ADVICE")), Treatment.NONE, WHY))
                .thenRejected(INTERACTION_VOIDED);
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

    private static Given given(InteractionEvent... events) {
        InteractionState state = new InteractionState.Unrecorded();
        for (InteractionEvent event : events) {
            state = InteractionDecider.evolve(state, event);
        }
        return new Given(state);
    }

    private record Given(InteractionState state) {
        When when(InteractionCommand command) {
            try {
                return new When(InteractionDecider.decide(command, state), null);
            } catch (CommandRejected rejected) {
                return new When(List.of(), rejected);
            }
        }
    }

    private record When(
            List<InteractionEvent> events, @Nullable CommandRejected rejected) {
        void then(InteractionEvent... expected) {
            assertThat(rejected).isNull();
            assertThat(events).containsExactly(expected);
        }

        void thenRejected(InteractionRule rule) {
            assertThatThrownBy(() -> {
                        if (rejected != null) {
                            throw rejected;
                        }
                    })
                    .isInstanceOfSatisfying(
                            CommandRejected.class, e -> assertThat(e.rule()).isEqualTo(rule));
        }
    }
}

package brightline.query.audit;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.InvolvementRole;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.SecretId;
import brightline.events.SecretRef;
import brightline.events.Source;
import brightline.events.Stated;
import brightline.events.SubjectHandle;
import brightline.events.code.CodeLists;
import brightline.events.incident.IncidentEvent.IncidentLinked;
import brightline.events.incident.IncidentEvent.IncidentOpened;
import brightline.events.incident.IncidentEvent.InteractionAdded;
import brightline.events.incident.IncidentEvent.SchoolCorrected;
import brightline.events.interaction.CorrectedFact;
import brightline.events.interaction.DeEscalation;
import brightline.events.interaction.Decision;
import brightline.events.interaction.Force;
import brightline.events.interaction.InteractionEvent.ActionTaken;
import brightline.events.interaction.InteractionEvent.ActionUnticked;
import brightline.events.interaction.InteractionEvent.AdviceShown;
import brightline.events.interaction.InteractionEvent.ConductCoded;
import brightline.events.interaction.InteractionEvent.DeEscalationRecorded;
import brightline.events.interaction.InteractionEvent.ForceUsed;
import brightline.events.interaction.InteractionEvent.InteractionCorrected;
import brightline.events.interaction.InteractionEvent.InteractionOpened;
import brightline.events.interaction.InteractionEvent.InteractionSupplemented;
import brightline.events.interaction.InteractionEvent.InteractionVoided;
import brightline.events.interaction.InteractionEvent.NarrativeRecorded;
import brightline.events.interaction.InteractionEvent.NoticePacketGiven;
import brightline.events.interaction.InteractionEvent.OutcomeDecided;
import brightline.events.interaction.InteractionEvent.QuestioningRecorded;
import brightline.events.interaction.InteractionEvent.StudentArrested;
import brightline.events.interaction.InteractionEvent.StudentCited;
import brightline.events.interaction.InteractionEvent.SubjectCorrected;
import brightline.events.interaction.NoticePacket;
import brightline.events.interaction.PoliceAction;
import brightline.events.interaction.Questioning;
import brightline.query.audit.CaseFold.Fact;
import brightline.query.audit.CaseFold.Key;
import brightline.query.projection.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CaseFoldTest {
    private static final int HISTORIES = 50;
    private static final Instant BEGIN = Instant.parse("2026-03-02T16:15:00Z");
    private static final List<Code> CONDUCT =
            List.of(Code.of("cps-scc/1-8"), Code.of("cps-scc/1-3"), Code.of("cps-scc/4-12"));
    private static final List<Code> ACTIONS =
            List.of(Code.of("police-action/A1_ADVICE"), Code.of("police-action/A2_SEARCH_PERSON"));
    private static final Correction WHY =
            new Correction(Code.of("correction-reason/WRONG_CODE"), Code.of("correction-basis/OWN_REVIEW"), null);

    /** What the history itself says of each fact, kept apart from the fold: event by event, by hand. */
    private static final class History {
        private final Random random;
        private final List<Recorded> events = new ArrayList<>();
        private final List<Map<Key, Fact>> expected = new ArrayList<>();
        private final Map<Key, Fact> facts = new HashMap<>();
        private final Map<Integer, PoliceAction> actions = new TreeMap<>();
        private final List<Force> force = new ArrayList<>();
        private final IncidentId incident = new IncidentId(new UUID(1, 1));
        private final InteractionId contact = new InteractionId(new UUID(2, 2));
        private SubjectHandle subject = new SubjectHandle(new UUID(3, 3));
        private int highest;
        private int shown;
        private int unticked;
        private long index;

        History(long seed) {
            random = new Random(seed);
            index = random.nextInt(1000);
            open();
            int length = 3 + random.nextInt(25);
            for (int i = 0; i < length; i++) {
                next();
            }
        }

        private void open() {
            SchoolCode school = new SchoolCode("S1");
            set(About.SCHOOL, 0, school);
            set(About.PLACE, 0, Code.of("place/GYM"));
            set(About.IN_SESSION, 0, Stated.YES);
            record(new IncidentOpened(
                    incident,
                    "BL-2026-00001",
                    school,
                    Code.of("place/GYM"),
                    Stated.YES,
                    BEGIN,
                    List.of(),
                    List.of(contact),
                    Source.ENTERED));
            set(About.HAPPENED, 0, BEGIN);
            set(About.PART, 0, InvolvementRole.SUBJECT);
            set(About.STUDENT, 0, new CaseFold.Student(subject, false));
            record(new InteractionOpened(
                    contact,
                    incident,
                    subject,
                    InvolvementRole.SUBJECT,
                    BEGIN,
                    null,
                    null,
                    null,
                    new OfficerId(new UUID(4, 4)),
                    null,
                    null,
                    null,
                    Source.ENTERED));
        }

        private void next() {
            switch (random.nextInt(22)) {
                case 0 -> {
                    List<Code> conduct = List.of(CONDUCT.get(random.nextInt(3)));
                    set(About.CONDUCT, 0, conduct);
                    record(new ConductCoded(contact, conduct));
                }
                case 1 -> {
                    List<Code> conduct = List.of(CONDUCT.get(random.nextInt(3)));
                    set(About.CONDUCT, 0, conduct);
                    correct(new CorrectedFact.Conduct(conduct));
                }
                case 2, 3 -> {
                    PoliceAction action = action(++highest);
                    put(action);
                    record(new ActionTaken(contact, action));
                }
                case 4 -> {
                    if (!actions.isEmpty()) {
                        PoliceAction action = action(anyAction());
                        put(action);
                        correct(new CorrectedFact.Action(action));
                    }
                }
                case 5 -> {
                    if (!actions.isEmpty()) {
                        int number = anyAction();
                        actions.remove(number);
                        set(About.ACTION, number, null);
                        set(About.DANGER, number, null);
                        correct(new CorrectedFact.ActionWithdrawn(number));
                    }
                }
                case 6 -> {
                    Decision decision = decision();
                    record(new OutcomeDecided(contact, decided(decision)));
                }
                case 7 -> {
                    Decision decision = decision();
                    correct(new CorrectedFact.Settlement(decided(decision)));
                }
                case 8 -> {
                    Code initiator = random.nextBoolean() ? Code.of("initiator/OFFICER") : null;
                    Code asked = random.nextBoolean() ? Code.of("requester/DEAN") : null;
                    set(About.STARTED, 0, initiator);
                    set(About.ASKED, 0, asked);
                    correct(new CorrectedFact.Initiator(initiator, asked));
                }
                case 9 -> {
                    Instant moved = BEGIN.plusSeconds(random.nextInt(2));
                    set(About.HAPPENED, 0, moved);
                    correct(new CorrectedFact.OccurredAt(moved));
                }
                case 10 -> {
                    Force used = new Force(
                            Code.of(random.nextBoolean() ? "force-kind/HANDCUFFS" : "force-kind/STRIKE"),
                            null,
                            null,
                            null,
                            null,
                            null);
                    force.add(used);
                    set(About.FORCE, force.size(), used);
                    record(new ForceUsed(contact, used));
                }
                case 11 -> {
                    while (!force.isEmpty()) {
                        set(About.FORCE, force.size(), null);
                        force.removeLast();
                    }
                    correct(new CorrectedFact.ForceUses(List.of()));
                }
                case 12 -> {
                    subject = new SubjectHandle(new UUID(3, random.nextInt(5)));
                    boolean named = random.nextBoolean();
                    set(About.STUDENT, 0, new CaseFold.Student(subject, named));
                    record(new SubjectCorrected(
                            contact,
                            subject,
                            subject,
                            null,
                            named ? new SecretRef(new SecretId(new UUID(5, 5)), "00") : null,
                            null,
                            WHY));
                }
                case 13 -> {
                    SchoolCode to = new SchoolCode(random.nextBoolean() ? "S1" : "S2");
                    set(About.SCHOOL, 0, to);
                    record(new SchoolCorrected(incident, to, to, WHY));
                }
                case 14 -> {
                    AdviceShown advice = new AdviceShown(contact, "DECLINED", "R08", 1, null, null, null);
                    set(About.SHOWN, ++shown, advice);
                    record(advice);
                }
                case 15 -> {
                    DeEscalation calming =
                            new DeEscalation(Stated.YES, random.nextBoolean() ? Stated.YES : Stated.NO, Stated.MISSING);
                    set(About.CALMING, 0, calming);
                    correct(new CorrectedFact.Calming(calming));
                }
                case 16 -> {
                    InvolvementRole role = random.nextBoolean() ? InvolvementRole.WITNESS : InvolvementRole.SUBJECT;
                    set(About.PART, 0, role);
                    correct(new CorrectedFact.Role(role));
                }
                case 17 -> {
                    Questioning questioning = questioning();
                    set(About.QUESTIONING, 0, questioning);
                    record(new QuestioningRecorded(contact, questioning));
                }
                case 18 -> {
                    Questioning questioning = questioning();
                    set(About.QUESTIONING, 0, questioning);
                    correct(new CorrectedFact.Questions(questioning));
                }
                case 19 -> {
                    DeEscalation calming =
                            new DeEscalation(random.nextBoolean() ? Stated.YES : Stated.NO, Stated.NO, Stated.MISSING);
                    set(About.CALMING, 0, calming);
                    record(new DeEscalationRecorded(contact, calming));
                }
                case 20 -> {
                    PoliceAction action = action(++highest);
                    put(action);
                    record(
                            random.nextBoolean()
                                    ? new StudentCited(contact, action)
                                    : new StudentArrested(contact, action));
                }
                default -> {
                    switch (random.nextInt(6)) {
                        case 4 -> {
                            ActionUnticked taken = new ActionUnticked(contact, ACTIONS.getLast(), BEGIN, null);
                            set(About.UNTICKED, ++unticked, taken);
                            record(taken);
                        }
                        case 0 -> record(new InteractionAdded(incident, new InteractionId(new UUID(6, 6))));
                        case 1 ->
                            record(new NarrativeRecorded(contact, new SecretRef(new SecretId(new UUID(7, 7)), "0")));
                        case 2 -> record(new InteractionSupplemented(contact, null, WHY));
                        case 3 -> {
                            IncidentId primary = new IncidentId(new UUID(8, random.nextInt(2)));
                            set(About.COUNTS_AS, 0, primary);
                            record(new IncidentLinked(incident, primary, WHY));
                        }
                        default -> {
                            set(About.VOIDED, 0, true);
                            record(new InteractionVoided(contact, WHY));
                        }
                    }
                }
            }
        }

        private int anyAction() {
            return List.copyOf(actions.keySet()).get(random.nextInt(actions.size()));
        }

        private PoliceAction action(int number) {
            boolean danger = random.nextBoolean();
            return new PoliceAction(
                    number,
                    ACTIONS.get(random.nextInt(2)),
                    null,
                    null,
                    danger ? Stated.YES : Stated.NO,
                    danger ? Code.of("imminence-reason/WEAPON_IN_HAND") : null,
                    null,
                    null,
                    null,
                    null);
        }

        private void put(PoliceAction action) {
            actions.put(action.number(), action);
            set(
                    About.ACTION,
                    action.number(),
                    new PoliceAction(
                            action.number(), action.code(), null, null, Stated.MISSING, null, null, null, null, null));
            set(About.DANGER, action.number(), new CaseFold.Danger(action.imminence(), action.imminenceReason()));
        }

        private Questioning questioning() {
            return new Questioning(BEGIN.plusSeconds(random.nextInt(2)), null, List.of(), List.of(), null);
        }

        private Decision decision() {
            return new Decision(
                    random.nextBoolean() ? Code.of("outcome/NO_ACTION") : null,
                    random.nextBoolean() ? Stated.YES : Stated.NO,
                    List.of());
        }

        private Decision decided(Decision decision) {
            set(About.OUTCOME, 0, decision.outcome());
            set(About.ARREST_POSSIBLE, 0, decision.arrestLawfullyPossible());
            set(About.ALTERNATIVES, 0, decision.alternatives());
            return decision;
        }

        private void correct(CorrectedFact fact) {
            record(new InteractionCorrected(contact, fact, WHY));
        }

        /** The event recorded next sets the fact, unless it stands so already. */
        private void set(About about, int number, @Nullable Object value) {
            Key key = new Key(about, number);
            Fact stood = facts.get(key);
            if (stood == null ? value == null : Objects.equals(stood.value(), value)) {
                return;
            }
            facts.put(
                    key,
                    new Fact(value, index, stood == null ? null : stood.value(), stood == null ? null : stood.setBy()));
        }

        private void record(Object event) {
            String stream = event instanceof brightline.events.incident.IncidentEvent ? "incident" : "contact";
            events.add(
                    new Recorded(index, BEGIN, "e" + index, stream, events.size(), "s" + index / 4, "tester", event));
            expected.add(Map.copyOf(facts));
            index += 1 + random.nextInt(3);
        }
    }

    @Test
    void each_fact_cites_the_event_that_set_it_whatever_happened_and_at_whatever_moment() {
        int moments = 0;
        for (int seed = 0; seed < HISTORIES; seed++) {
            History history = new History(seed);
            for (int i = 0; i < history.events.size(); i++) {
                assertThat(CaseFold.of(history.events.subList(0, i + 1)).facts())
                        .as("history %d after its event %d", seed, i)
                        .isEqualTo(history.expected.get(i));
                moments++;
            }
        }
        assertThat(moments).isGreaterThan(HISTORIES * 5);
    }

    @Test
    void what_has_no_name_of_its_own_is_kept_as_the_event_that_would_state_it_and_called_as_its_words_call_it() {
        History history = new History(1);
        List<Recorded> events = new ArrayList<>(history.events.subList(0, 2));
        NoticePacketGiven given = new NoticePacketGiven(
                history.contact, new NoticePacket(BEGIN, null, List.of(Code.of("packet-recipient/MINOR"))));
        NoticePacket right = new NoticePacket(BEGIN.plusSeconds(60), null, List.of());
        long index = events.getLast().index() + 1;
        events.add(new Recorded(index, BEGIN, "e", "contact", 2, "s", "tester", given));
        events.add(new Recorded(
                index + 1,
                BEGIN,
                "f",
                "contact",
                3,
                "t",
                "tester",
                new InteractionCorrected(history.contact, new CorrectedFact.Packet(right), WHY)));

        Map<Key, Fact> facts = CaseFold.of(events).facts();

        Key key = facts.keySet().stream()
                .filter(one -> one.about() == About.TREATMENT)
                .findFirst()
                .orElseThrow();
        assertThat(facts.get(key))
                .isEqualTo(new Fact(new NoticePacketGiven(history.contact, right), index + 1, given, index));
        assertThat(new EventWords(CodeLists.standard(), LocalDate.of(2026, 3, 2))
                        .treatment(given)
                        .label())
                .isEqualTo("Notice on release");
    }

    @Test
    void a_fact_said_again_as_it_stood_keeps_the_event_that_set_it() {
        History history = new History(1);
        List<Recorded> events = new ArrayList<>(history.events.subList(0, 2));
        long first = events.getLast().index() + 1;
        for (int i = 0; i < 2; i++) {
            events.add(new Recorded(
                    first + i,
                    BEGIN,
                    "c" + i,
                    "contact",
                    2 + i,
                    "s",
                    "tester",
                    new ConductCoded(history.contact, List.of(CONDUCT.getFirst()))));
        }
        assertThat(CaseFold.of(events).facts().get(new Key(About.CONDUCT, 0)))
                .isEqualTo(new Fact(List.of(CONDUCT.getFirst()), first, null, null));
    }
}

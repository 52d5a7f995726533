package brightline.command.interaction;

import brightline.command.RandomHistories;
import brightline.command.interaction.InteractionCommand.CorrectFact;
import brightline.command.interaction.InteractionCommand.CorrectSubject;
import brightline.command.interaction.InteractionCommand.RecordContact;
import brightline.command.interaction.InteractionCommand.Supplement;
import brightline.command.interaction.InteractionCommand.VoidInteraction;
import brightline.command.interaction.InteractionState.Recorded;
import brightline.command.submission.Rule;
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
import brightline.events.interaction.ContactFacts;
import brightline.events.interaction.CorrectedFact;
import brightline.events.interaction.DeEscalation;
import brightline.events.interaction.Decision;
import brightline.events.interaction.Force;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.NoticePacket;
import brightline.events.interaction.PoliceAction;
import brightline.events.interaction.Questioning;
import brightline.events.interaction.Questioning.NoticeAttempt;
import brightline.events.interaction.SealedParts;
import brightline.events.interaction.Treatment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

class InteractionHistoriesTest extends RandomHistories<InteractionCommand, InteractionState, InteractionEvent> {
    private static final Instant TEN = Instant.parse("2026-03-02T16:00:00Z");
    private static final Correction WHY =
            new Correction(Code.of("correction-reason/OTHER"), Code.of("correction-basis/AUDIT"), null);

    @Override
    protected InteractionState begin() {
        return new InteractionState.Unrecorded();
    }

    private static Code pick(Random random, String list, String... codes) {
        return new Code(list, codes[random.nextInt(codes.length)]);
    }

    private static Stated said(Random random) {
        return Stated.values()[random.nextInt(Stated.values().length)];
    }

    private static InvolvementRole role(Random random) {
        return random.nextInt(5) == 0 ? InvolvementRole.WITNESS : InvolvementRole.SUBJECT;
    }

    private static PoliceAction action(Random random, int number) {
        return new PoliceAction(
                number,
                pick(random, "police-action", "A1_ADVICE", "A2_DETAIN", "A2_SEARCH_PERSON", "A3_ARREST", "A3_CITE"),
                new OfficerId(new UUID(5, random.nextInt(2))),
                pick(random, "capacity", "SRO", "PATROL"),
                said(random),
                null,
                null,
                null,
                random.nextBoolean() ? null : pick(random, "legal-basis", "SCHOOL_POLICY", "CONSENT"),
                null);
    }

    private static List<PoliceAction> actions(Random random, int first) {
        List<PoliceAction> actions = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            actions.add(action(random, first + actions.size()));
        }
        return actions;
    }

    private static DeEscalation calming(Random random) {
        return new DeEscalation(said(random), said(random), said(random), said(random), null);
    }

    private static Questioning questioning(Random random) {
        return new Questioning(
                TEN,
                null,
                random.nextBoolean()
                        ? List.of()
                        : List.of(new NoticeAttempt(
                                TEN.plusSeconds(random.nextInt(3) * 60L - 60),
                                random.nextBoolean() ? null : Code.of("notice-manner/PHONE"),
                                null)),
                List.of(pick(random, "person-present", "PARENT", "TEACHER")),
                random.nextInt(3) == 0 ? Code.of("questioning-exemption/EMERGENCY") : null);
    }

    private static Decision decision(Random random) {
        return new Decision(pick(random, "outcome", "RJ_CIRCLE", "ARREST_PETITION", "NONE"), said(random), List.of());
    }

    private static Force force(Random random) {
        return new Force(pick(random, "force-kind", "HANDCUFFS", "STRIKE"), null, null, null, null, null);
    }

    private static NoticePacket packet(Random random) {
        return new NoticePacket(TEN.plusSeconds(random.nextInt(3)), null, List.of());
    }

    private static @Nullable SecretRef secret(Random random) {
        return random.nextBoolean() ? null : new SecretRef(new SecretId(new UUID(6, random.nextInt(2))), "00ff");
    }

    @Override
    protected InteractionCommand command(Random random, InteractionState state) {
        InteractionId id = new InteractionId(stream());
        int highest = state instanceof Recorded recorded ? recorded.record().highestActionNumber() : 0;
        return switch (random.nextInt(12)) {
            case 0, 1 -> contact(random, id);
            case 2 ->
                new CorrectSubject(
                        id, new SubjectHandle(new UUID(4, random.nextInt(3))), null, secret(random), null, WHY);
            case 3, 4 ->
                new Supplement(
                        id,
                        secret(random),
                        random.nextBoolean() ? List.of() : actions(random, random.nextInt(highest + 2) + 1),
                        new Treatment(
                                null,
                                null,
                                random.nextBoolean() ? List.of() : List.of(force(random)),
                                random.nextBoolean() ? null : packet(random)),
                        WHY);
            case 5 -> random.nextInt(4) == 0 ? new VoidInteraction(id, WHY) : contact(random, id);
            default -> new CorrectFact(id, fact(random, highest), WHY);
        };
    }

    private static RecordContact contact(Random random, InteractionId id) {
        return new RecordContact(
                id,
                new IncidentId(new UUID(id.value().getLeastSignificantBits() + 1, 7)),
                new ContactFacts(
                        role(random),
                        TEN,
                        pick(random, "initiator", "STAFF_REQUEST", "OFFICER"),
                        null,
                        new SchoolCode("MAR"),
                        new OfficerId(new UUID(5, 0)),
                        null,
                        List.of(pick(random, "cps-scc", "1-8", "3-3", "4-7")),
                        actions(random, 1),
                        new Treatment(
                                random.nextBoolean() ? null : calming(random),
                                random.nextBoolean() ? null : questioning(random),
                                random.nextBoolean() ? List.of() : List.of(force(random)),
                                random.nextBoolean() ? null : packet(random)),
                        random.nextBoolean() ? null : decision(random),
                        List.of(),
                        List.of()),
                new SealedParts(new SubjectHandle(new UUID(4, random.nextInt(2))), null, null, secret(random)),
                Source.ENTERED);
    }

    private static CorrectedFact fact(Random random, int highest) {
        int number = random.nextInt(highest + 2);
        return switch (random.nextInt(11)) {
            case 0 -> new CorrectedFact.Conduct(List.of(pick(random, "cps-scc", "1-8", "4-7", "6-1")));
            case 1 -> new CorrectedFact.Initiator(pick(random, "initiator", "DISPATCH", "OFFICER"), null);
            case 2 -> new CorrectedFact.OccurredAt(TEN.plusSeconds(random.nextInt(3) * 3_600L));
            case 3 -> new CorrectedFact.Role(role(random));
            case 4 -> new CorrectedFact.Action(action(random, number));
            case 5, 6 -> new CorrectedFact.ActionWithdrawn(number);
            case 7 -> new CorrectedFact.Settlement(decision(random));
            case 8 -> new CorrectedFact.Calming(calming(random));
            case 9 -> new CorrectedFact.Questions(questioning(random));
            default ->
                random.nextBoolean()
                        ? new CorrectedFact.ForceUses(random.nextBoolean() ? List.of() : List.of(force(random)))
                        : new CorrectedFact.Packet(packet(random));
        };
    }

    @Override
    protected List<InteractionEvent> decide(InteractionCommand command, InteractionState state) {
        return InteractionDecider.decide(command, state);
    }

    @Override
    protected InteractionState evolve(InteractionState state, InteractionEvent event) {
        return InteractionDecider.evolve(state, event);
    }

    /** That a student stands twice in an incident is asked of the index of students, not of the contact. */
    @Override
    protected Collection<? extends Rule> rules() {
        return List.of(
                InteractionRule.CONTACT_COMES_FIRST,
                InteractionRule.CONTACT_RECORDED_ALREADY,
                InteractionRule.INTERACTION_VOIDED,
                InteractionRule.ACTION_UNKNOWN,
                InteractionRule.SUBJECT_HAS_AN_ACTION);
    }
}

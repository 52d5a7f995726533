package brightline.command.officer;

import brightline.command.RandomHistories;
import brightline.command.officer.OfficerCommand.AcknowledgeAgreement;
import brightline.command.officer.OfficerCommand.AssessComplaint;
import brightline.command.officer.OfficerCommand.ChangeCapacity;
import brightline.command.officer.OfficerCommand.CompleteTraining;
import brightline.command.officer.OfficerCommand.ConfirmAssignment;
import brightline.command.officer.OfficerCommand.EndAssignment;
import brightline.command.officer.OfficerCommand.FindOnComplaint;
import brightline.command.officer.OfficerCommand.GivePost;
import brightline.command.officer.OfficerCommand.GiveStar;
import brightline.command.officer.OfficerCommand.GiveUpStar;
import brightline.command.officer.OfficerCommand.ReceiveComplaint;
import brightline.command.officer.OfficerCommand.RecordScreening;
import brightline.command.officer.OfficerCommand.RegisterOfficer;
import brightline.command.officer.OfficerCommand.RenameOfficer;
import brightline.command.officer.OfficerCommand.StartAssignment;
import brightline.command.officer.OfficerCommand.WaiveTraining;
import brightline.command.officer.OfficerCommand.WithdrawAssignment;
import brightline.command.officer.OfficerCommand.WithdrawTraining;
import brightline.command.register.AgreementInForce;
import brightline.command.register.OfficerEntry;
import brightline.command.register.ReferenceRule;
import brightline.command.register.RegisterEdition;
import brightline.command.register.Registers;
import brightline.command.register.SchoolEntry;
import brightline.command.submission.Rule;
import brightline.events.AgreementId;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.officer.OfficerEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;

class OfficerHistoriesTest extends RandomHistories<OfficerCommand, OfficerState, OfficerEvent> {
    private static final AgreementId MOU = new AgreementId(new UUID(0, 9));
    private static final Code SRO = new Code("capacity", "SRO");
    private static final Code PATROL = new Code("capacity", "PATROL");
    private static final Correction MISTAKE =
            new Correction(Code.of("correction-reason/WRONG_OFFICER"), Code.of("correction-basis/AUDIT"), null);
    private static final Code CHANGED = Code.of("change-reason/CHANGED");
    private static final Code BASIS = Code.of("correction-basis/OTHER");
    private static final List<SchoolCode> SCHOOLS =
            List.of(new SchoolCode("MAR"), new SchoolCode("QUI"), new SchoolCode("NONE"));
    private static final List<Code> TOPICS =
            List.of(Code.of("training-topic/LEGAL"), Code.of("training-topic/CRISIS"), Code.of("agency-topic/TASER"));
    private static final RegisterEdition REGISTER = Registers.with(
            List.of(
                    new SchoolEntry(SCHOOLS.get(0), "Marlow", false),
                    new SchoolEntry(SCHOOLS.get(1), "Quillfeather", false)),
            List.of(new OfficerEntry(new OfficerId(new UUID(0, 2)), "99", "Other", SRO)),
            List.of(new AgreementInForce(MOU, 1, LocalDate.of(2025, 1, 1), null)));

    private OfficerId officer() {
        return new OfficerId(stream());
    }

    @Override
    protected OfficerState begin() {
        return new OfficerState.Unknown();
    }

    @Override
    protected OfficerCommand command(Random random, OfficerState state) {
        SchoolCode school = one(random, SCHOOLS);
        LocalDate day = LocalDate.of(2025, 8, 1).plusDays(random.nextInt(30));
        return switch (random.nextInt(23)) {
            case 0, 1 ->
                new RegisterOfficer(
                        officer(),
                        random.nextInt(3) == 0 ? "99" : "4711",
                        random.nextBoolean() ? "A. Reyes" : "B. Reyes",
                        SRO);
            case 2 -> new ChangeCapacity(officer(), random.nextBoolean() ? SRO : PATROL);
            case 3, 4, 5 ->
                new StartAssignment(
                        officer(),
                        school,
                        day,
                        random.nextBoolean() ? null : day.plusDays(random.nextInt(12) - 2),
                        random.nextBoolean() ? null : post(random));
            case 6 -> new EndAssignment(officer(), school, day);
            case 7 -> new GivePost(officer(), school, from(random, state, day), post(random));
            case 8, 9 -> new ConfirmAssignment(officer(), school, day, side(random));
            case 10 -> new WithdrawAssignment(officer(), school, from(random, state, day), MISTAKE);
            case 11 ->
                new RecordScreening(
                        officer(),
                        day,
                        "2025-" + random.nextInt(2),
                        List.of(Code.of("screening-fact/INTERVIEWED")),
                        Code.of("screening-result/" + (random.nextBoolean() ? "ELIGIBLE" : "NOT_ELIGIBLE")),
                        stated(random));
            case 12 -> new ReceiveComplaint(officer(), number(random), day, about(random), stated(random));
            case 13 -> new AssessComplaint(officer(), number(random), day, stated(random));
            case 14 ->
                new FindOnComplaint(
                        officer(),
                        number(random),
                        day,
                        Code.of("complaint-finding/" + (random.nextBoolean() ? "SUSTAINED" : "EXONERATED")),
                        about(random));
            case 15, 16 ->
                new CompleteTraining(
                        officer(),
                        one(random, TOPICS),
                        LocalDate.of(2025, 8, 1 + random.nextInt(4)),
                        random.nextBoolean() ? null : LocalDate.of(2025, 8, 1 + random.nextInt(8)),
                        null);
            case 17 ->
                new WaiveTraining(
                        officer(), one(random, TOPICS), LocalDate.of(2025, 8, 1 + random.nextInt(4)), null, "W-1");
            case 18 ->
                new WithdrawTraining(
                        officer(), one(random, TOPICS), LocalDate.of(2025, 8, 1 + random.nextInt(4)), MISTAKE);
            case 19 -> new RenameOfficer(officer(), random.nextBoolean() ? "A. Reyes" : "A. Holt", day, CHANGED, BASIS);
            case 20 ->
                new GiveStar(
                        officer(),
                        one(random, List.of("99", "4711", "4712", "4713")),
                        random.nextInt(6) == 0 ? null : day,
                        CHANGED,
                        BASIS);
            case 21 -> new GiveUpStar(officer(), day, CHANGED, BASIS);
            default ->
                new AcknowledgeAgreement(
                        officer(),
                        random.nextInt(4) == 0 ? new AgreementId(new UUID(0, 8)) : MOU,
                        1 + random.nextInt(2),
                        day);
        };
    }

    /** Half of the time a day on which some assignment began. */
    private static LocalDate from(Random random, OfficerState state, LocalDate otherwise) {
        if (state instanceof OfficerState.Known known && !known.assignments().isEmpty() && random.nextBoolean()) {
            return one(random, new ArrayList<>(known.assignments())).place().from();
        }
        return otherwise;
    }

    private static <T> T one(Random random, List<T> choice) {
        return choice.get(random.nextInt(choice.size()));
    }

    private static Code post(Random random) {
        return Code.of(random.nextBoolean() ? "post/PRIMARY" : "post/RELIEF");
    }

    private static Code side(Random random) {
        return Code.of(random.nextBoolean() ? "roster-side/POLICE" : "roster-side/SCHOOL");
    }

    private static Stated stated(Random random) {
        return Stated.values()[random.nextInt(3)];
    }

    private static String number(Random random) {
        return "2025-" + random.nextInt(3);
    }

    private static List<Code> about(Random random) {
        return List.of(Code.of("complaint-about/" + (random.nextBoolean() ? "YOUTH" : "DUTY")));
    }

    @Override
    protected List<OfficerEvent> decide(OfficerCommand command, OfficerState state) {
        return OfficerDecider.decide(command, state, REGISTER);
    }

    @Override
    protected OfficerState evolve(OfficerState state, OfficerEvent event) {
        return OfficerDecider.evolve(state, event);
    }

    @Override
    protected Collection<? extends Rule> rules() {
        List<Rule> rules = new ArrayList<>(List.of(OfficerRule.values()));
        rules.addAll(List.of(
                ReferenceRule.OFFICER_UNKNOWN,
                ReferenceRule.OFFICER_REGISTERED_DIFFERENTLY,
                ReferenceRule.STAR_NUMBER_TAKEN,
                ReferenceRule.SCHOOL_UNKNOWN,
                ReferenceRule.ASSIGNMENTS_OVERLAP,
                ReferenceRule.ASSIGNMENT_NOT_OPEN,
                ReferenceRule.ENDS_BEFORE_IT_BEGINS,
                ReferenceRule.AGREEMENT_UNKNOWN));
        return rules;
    }
}

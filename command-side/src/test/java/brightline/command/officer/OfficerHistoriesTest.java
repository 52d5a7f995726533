package brightline.command.officer;

import brightline.command.RandomHistories;
import brightline.command.officer.OfficerCommand.ChangeCapacity;
import brightline.command.officer.OfficerCommand.EndAssignment;
import brightline.command.officer.OfficerCommand.RegisterOfficer;
import brightline.command.officer.OfficerCommand.StartAssignment;
import brightline.command.register.OfficerEntry;
import brightline.command.register.ReferenceRule;
import brightline.command.register.RegisterEdition;
import brightline.command.register.Registers;
import brightline.command.register.SchoolEntry;
import brightline.command.submission.Rule;
import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.officer.OfficerEvent;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;

class OfficerHistoriesTest extends RandomHistories<OfficerCommand, OfficerState, OfficerEvent> {
    private static final Code SRO = new Code("capacity", "SRO");
    private static final Code PATROL = new Code("capacity", "PATROL");
    private static final List<SchoolCode> SCHOOLS =
            List.of(new SchoolCode("MAR"), new SchoolCode("QUI"), new SchoolCode("NONE"));
    private static final RegisterEdition REGISTER = Registers.with(
            List.of(
                    new SchoolEntry(SCHOOLS.get(0), "Marlow", false),
                    new SchoolEntry(SCHOOLS.get(1), "Quillfeather", false)),
            List.of(new OfficerEntry(new OfficerId(new UUID(0, 2)), "99", "Other", SRO)),
            List.of());

    @Override
    protected OfficerState begin() {
        return new OfficerState.Unknown();
    }

    @Override
    protected OfficerCommand command(Random random, OfficerState state) {
        SchoolCode school = SCHOOLS.get(random.nextInt(SCHOOLS.size()));
        OfficerId officer = new OfficerId(stream());
        LocalDate day = LocalDate.of(2025, 8, 1).plusDays(random.nextInt(300));
        return switch (random.nextInt(5)) {
            case 0 ->
                new RegisterOfficer(
                        officer,
                        random.nextInt(3) == 0 ? "99" : "4711",
                        random.nextBoolean() ? "A. Reyes" : "B. Reyes",
                        SRO);
            case 1 -> new ChangeCapacity(officer, random.nextBoolean() ? SRO : PATROL);
            case 2, 3 -> new StartAssignment(officer, school, day);
            default -> new EndAssignment(officer, school, day);
        };
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
        return List.of(
                ReferenceRule.OFFICER_UNKNOWN,
                ReferenceRule.OFFICER_REGISTERED_DIFFERENTLY,
                ReferenceRule.STAR_NUMBER_TAKEN,
                ReferenceRule.SCHOOL_UNKNOWN,
                ReferenceRule.ASSIGNMENTS_OVERLAP,
                ReferenceRule.ASSIGNMENT_NOT_OPEN,
                ReferenceRule.ENDS_BEFORE_IT_BEGINS);
    }
}

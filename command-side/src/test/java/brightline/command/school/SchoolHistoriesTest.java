package brightline.command.school;

import brightline.command.RandomHistories;
import brightline.command.register.ReferenceRule;
import brightline.command.register.RegisterEdition;
import brightline.command.register.Registers;
import brightline.command.register.SchoolEntry;
import brightline.command.school.SchoolCommand.CountEnrolment;
import brightline.command.school.SchoolCommand.GiveCode;
import brightline.command.school.SchoolCommand.RegisterProvisionally;
import brightline.command.school.SchoolCommand.RegisterSchool;
import brightline.command.school.SchoolCommand.SetProgrammeStatus;
import brightline.command.submission.Rule;
import brightline.events.Code;
import brightline.events.ImportId;
import brightline.events.SchoolCode;
import brightline.events.school.SchoolEvent;
import brightline.events.school.SchoolEvent.GroupCount;
import brightline.events.school.SchoolEvent.Vote;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.UUID;

class SchoolHistoriesTest extends RandomHistories<SchoolCommand, SchoolState, SchoolEvent> {
    private static final Code COUNCIL = Code.of("vote-body/LOCAL_SCHOOL_COUNCIL");

    private static final RegisterEdition OTHERS =
            Registers.with(List.of(new SchoolEntry(new SchoolCode("TAKEN"), "Taken", false)), List.of(), List.of());

    @Override
    protected SchoolState begin() {
        return new SchoolState.Unknown();
    }

    @Override
    protected SchoolCommand command(Random random, SchoolState state) {
        SchoolCode school = new SchoolCode(random.nextInt(30) == 0 ? "agency" : "MAR");
        LocalDate day = LocalDate.of(2025, 8, 1).plusDays(random.nextInt(5));
        return switch (random.nextInt(7)) {
            case 0 -> new RegisterSchool(school, random.nextBoolean() ? "Marlow" : "Marlow HS");
            case 6 ->
                new GiveCode(
                        school,
                        new SchoolCode(List.of("MAR", "0131", "0132", "TAKEN", "agency")
                                .get(random.nextInt(5))),
                        random.nextBoolean() ? null : day,
                        Code.of("change-reason/CHANGED"),
                        Code.of("correction-basis/OTHER"));
            case 1 -> new RegisterProvisionally(school, "MARLOW", new ImportId(new UUID(0, 1)));
            case 2, 3 ->
                new SetProgrammeStatus(
                        school,
                        Code.of("programme-status/" + (random.nextBoolean() ? "IN_PROGRAMME" : "ENDED")),
                        day,
                        random.nextBoolean() ? null : new Vote(day, COUNCIL, random.nextInt(9), null));
            default ->
                new CountEnrolment(
                        school,
                        day,
                        100,
                        List.of(
                                new GroupCount(Code.of("sex/M"), random.nextInt(80)),
                                new GroupCount(Code.of("sex/F"), random.nextInt(80)),
                                new GroupCount(Code.of("race/BLACK"), random.nextInt(80))));
        };
    }

    @Override
    protected List<SchoolEvent> decide(SchoolCommand command, SchoolState state) {
        return SchoolDecider.decide(command, state, OTHERS);
    }

    @Override
    protected SchoolState evolve(SchoolState state, SchoolEvent event) {
        return SchoolDecider.evolve(state, event);
    }

    @Override
    protected Collection<? extends Rule> rules() {
        return List.of(
                SchoolRule.GROUPS_EXCEED_TOTAL,
                SchoolRule.CODE_GIVEN_LATER,
                ReferenceRule.SCHOOL_UNKNOWN,
                ReferenceRule.SCHOOL_CODE_TAKEN,
                ReferenceRule.SCHOOL_CODE_RESERVED);
    }
}

package brightline.command.school;

import brightline.command.Decisions;
import brightline.command.register.ReferenceRule;
import brightline.command.school.SchoolCommand.RegisterProvisionally;
import brightline.command.school.SchoolCommand.RegisterSchool;
import brightline.events.ImportId;
import brightline.events.SchoolCode;
import brightline.events.school.SchoolEvent;
import brightline.events.school.SchoolEvent.SchoolProvisionallyRegistered;
import brightline.events.school.SchoolEvent.SchoolRegistered;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SchoolTest {
    private static final SchoolCode MAR = new SchoolCode("MAR");
    private static final ImportId IMPORT = new ImportId(UUID.randomUUID());
    private static final SchoolProvisionallyRegistered PROVISIONAL =
            new SchoolProvisionallyRegistered(MAR, "MARSH HS", IMPORT);

    private final Decisions<SchoolCommand, SchoolState, SchoolEvent> school =
            new Decisions<>(new SchoolState.Unknown(), SchoolDecider::decide, SchoolDecider::evolve);

    @Test
    void named_by_an_import_is_provisional_until_a_person_registers_it() {
        school.givenNothing()
                .when(new RegisterProvisionally(MAR, "MARSH HS", IMPORT))
                .then(PROVISIONAL);
        school.given(PROVISIONAL)
                .when(new RegisterSchool(MAR, "Marsh High"))
                .then(new SchoolRegistered(MAR, "Marsh High"));
    }

    @Test
    void once_registered_says_nothing_new_and_is_renamed_by_registering_it_again() {
        SchoolRegistered registered = new SchoolRegistered(MAR, "Marsh High");
        school.given(registered).when(new RegisterSchool(MAR, "Marsh High")).thenNothing();
        school.given(registered)
                .when(new RegisterProvisionally(MAR, "MARSH HS", IMPORT))
                .thenNothing();
        school.given(registered)
                .when(new RegisterSchool(MAR, "Marsh Academy"))
                .then(new SchoolRegistered(MAR, "Marsh Academy"));
    }

    @Test
    void does_not_bear_the_name_of_the_agencys_own_stream_or_of_no_school_of_the_district() {
        for (SchoolCode reserved : List.of(new SchoolCode("agency"), SchoolCode.OUT_OF_DISTRICT)) {
            school.givenNothing()
                    .when(new RegisterSchool(reserved, "Agency High"))
                    .thenRefused(ReferenceRule.SCHOOL_CODE_RESERVED);
        }
    }
}

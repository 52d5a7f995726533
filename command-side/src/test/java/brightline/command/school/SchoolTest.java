package brightline.command.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.command.register.ReferenceRule;
import brightline.command.school.SchoolCommand.RegisterProvisionally;
import brightline.command.school.SchoolCommand.RegisterSchool;
import brightline.command.submission.CommandRejected;
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

    @Test
    void named_by_an_import_is_provisional_until_a_person_registers_it() {
        assertThat(decide(new RegisterProvisionally(MAR, "MARSH HS", IMPORT))).isEqualTo(List.of(PROVISIONAL));
        assertThat(decide(new RegisterSchool(MAR, "Marsh High"), PROVISIONAL))
                .isEqualTo(List.of(new SchoolRegistered(MAR, "Marsh High")));
    }

    @Test
    void once_registered_says_nothing_new_and_is_renamed_by_registering_it_again() {
        SchoolRegistered registered = new SchoolRegistered(MAR, "Marsh High");
        assertThat(decide(new RegisterSchool(MAR, "Marsh High"), registered)).isEmpty();
        assertThat(decide(new RegisterProvisionally(MAR, "MARSH HS", IMPORT), registered))
                .isEmpty();
        assertThat(decide(new RegisterSchool(MAR, "Marsh Academy"), registered))
                .isEqualTo(List.of(new SchoolRegistered(MAR, "Marsh Academy")));
    }

    @Test
    void does_not_bear_the_name_of_the_agencys_own_stream_or_of_no_school_of_the_district() {
        for (SchoolCode reserved : List.of(new SchoolCode("agency"), SchoolCode.OUT_OF_DISTRICT)) {
            assertThatThrownBy(() -> decide(new RegisterSchool(reserved, "Agency High")))
                    .isInstanceOfSatisfying(
                            CommandRejected.class,
                            refusal -> assertThat(refusal.rule()).isEqualTo(ReferenceRule.SCHOOL_CODE_RESERVED));
        }
    }

    private static List<SchoolEvent> decide(SchoolCommand command, SchoolEvent... given) {
        SchoolState state = new SchoolState.Unknown();
        for (SchoolEvent event : given) {
            state = SchoolDecider.evolve(state, event);
        }
        return SchoolDecider.decide(command, state);
    }
}

package brightline.command.school;

import brightline.command.Decisions;
import brightline.command.register.ReferenceRule;
import brightline.command.register.Registers;
import brightline.command.register.SchoolEntry;
import brightline.command.register.Worn;
import brightline.command.school.SchoolCommand.GiveCode;
import brightline.command.school.SchoolCommand.RegisterProvisionally;
import brightline.command.school.SchoolCommand.RegisterSchool;
import brightline.events.Code;
import brightline.events.ImportId;
import brightline.events.SchoolCode;
import brightline.events.school.SchoolEvent;
import brightline.events.school.SchoolEvent.CodeGiven;
import brightline.events.school.SchoolEvent.SchoolProvisionallyRegistered;
import brightline.events.school.SchoolEvent.SchoolRegistered;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SchoolTest {
    private static final SchoolCode MAR = new SchoolCode("MAR");
    private static final LocalDate AUGUST = LocalDate.parse("2026-08-01");
    private static final Code CHANGED = Code.of("change-reason/CHANGED");
    private static final Code BASIS = Code.of("correction-basis/SCHOOL_REPORT");
    private static final ImportId IMPORT = new ImportId(UUID.randomUUID());
    private static final SchoolProvisionallyRegistered PROVISIONAL =
            new SchoolProvisionallyRegistered(MAR, "MARSH HS", IMPORT);

    private final Decisions<SchoolCommand, SchoolState, SchoolEvent> school = new Decisions<>(
            new SchoolState.Unknown(),
            (command, state) -> SchoolDecider.decide(
                    command,
                    state,
                    Registers.with(
                            List.of(
                                    new SchoolEntry(MAR, "Marsh", false),
                                    new SchoolEntry(
                                            new SchoolCode("QUI"),
                                            "Quince",
                                            false,
                                            List.of(
                                                    new Worn("QUI", null, AUGUST.minusDays(1)),
                                                    new Worn("0200", AUGUST, null)))),
                            List.of(),
                            List.of())),
            SchoolDecider::evolve);

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

    private static GiveCode give(String code, @Nullable LocalDate from) {
        return new GiveCode(MAR, new SchoolCode(code), from, CHANGED, BASIS);
    }

    private static CodeGiven given(String code, @Nullable LocalDate from) {
        return new CodeGiven(MAR, new SchoolCode(code), from, CHANGED, BASIS);
    }

    @Test
    void is_given_another_code_from_a_day_once_and_back_again() {
        SchoolRegistered registered = new SchoolRegistered(MAR, "Marsh High");
        school.given(registered).when(give("0131", AUGUST)).then(given("0131", AUGUST));
        school.given(registered, given("0131", AUGUST))
                .when(give("0131", AUGUST))
                .thenNothing();
        school.given(registered, given("0131", AUGUST))
                .when(give("0131", AUGUST.plusDays(30)))
                .thenNothing();
        school.given(registered).when(give("MAR", AUGUST)).thenNothing();
        school.given(registered).when(give("MAR", null)).thenNothing();
        school.given(registered, given("0131", AUGUST))
                .when(give("MAR", AUGUST))
                .then(given("MAR", AUGUST));
        school.given(registered, given("0131", AUGUST))
                .when(give("0132", AUGUST.minusDays(1)))
                .thenRefused(SchoolRule.CODE_GIVEN_LATER);
        school.given(registered, given("0131", AUGUST)).when(give("0132", null)).then(given("0132", null));
        school.givenNothing().when(give("0131", AUGUST)).thenRefused(ReferenceRule.SCHOOL_UNKNOWN);
    }

    @Test
    void is_given_no_code_that_is_another_schools_or_was() {
        SchoolRegistered registered = new SchoolRegistered(MAR, "Marsh High");
        for (String other : List.of("QUI", "qui", "0200")) {
            school.given(registered).when(give(other, AUGUST)).thenRefused(ReferenceRule.SCHOOL_CODE_TAKEN);
        }
        school.given(registered).when(give("agency", AUGUST)).thenRefused(ReferenceRule.SCHOOL_CODE_RESERVED);
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

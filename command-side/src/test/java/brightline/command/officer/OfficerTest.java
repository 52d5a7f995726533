package brightline.command.officer;

import brightline.command.Decisions;
import brightline.command.officer.OfficerCommand.ChangeCapacity;
import brightline.command.officer.OfficerCommand.EndAssignment;
import brightline.command.officer.OfficerCommand.GiveStar;
import brightline.command.officer.OfficerCommand.GiveUpStar;
import brightline.command.officer.OfficerCommand.RegisterOfficer;
import brightline.command.officer.OfficerCommand.RenameOfficer;
import brightline.command.officer.OfficerCommand.StartAssignment;
import brightline.command.register.OfficerEntry;
import brightline.command.register.ReferenceRule;
import brightline.command.register.Registers;
import brightline.command.register.SchoolEntry;
import brightline.command.register.Worn;
import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.officer.OfficerEvent;
import brightline.events.officer.OfficerEvent.AssignmentEnded;
import brightline.events.officer.OfficerEvent.AssignmentStarted;
import brightline.events.officer.OfficerEvent.CapacityChanged;
import brightline.events.officer.OfficerEvent.OfficerRegistered;
import brightline.events.officer.OfficerEvent.OfficerRenamed;
import brightline.events.officer.OfficerEvent.StarGiven;
import brightline.events.officer.OfficerEvent.StarGivenUp;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OfficerTest {
    private static final OfficerId REYES = new OfficerId(UUID.randomUUID());
    private static final OfficerId OTHER = new OfficerId(UUID.randomUUID());
    private static final Code SRO = new Code("capacity", "SRO");
    private static final Code CHANGED = Code.of("change-reason/CHANGED");
    private static final Code BASIS = Code.of("correction-basis/OTHER");
    private static final SchoolCode MAR = new SchoolCode("MAR");
    private static final SchoolCode ORC = new SchoolCode("ORC");
    private static final LocalDate AUGUST = LocalDate.of(2025, 8, 18);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 12);
    private static final OfficerRegistered REGISTERED = new OfficerRegistered(REYES, "4711", "A. Reyes", SRO);
    private static final AssignmentStarted STARTED = new AssignmentStarted(REYES, MAR, AUGUST);

    private final Decisions<OfficerCommand, OfficerState, OfficerEvent> officer = new Decisions<>(
            new OfficerState.Unknown(),
            (command, state) -> OfficerDecider.decide(
                    command,
                    state,
                    Registers.with(
                            List.of(new SchoolEntry(MAR, "Marsh", false), new SchoolEntry(ORC, "Orchard", true)),
                            List.of(new OfficerEntry(OTHER, "99", "Other", SRO)),
                            List.of())),
            OfficerDecider::evolve);

    @Test
    void bears_a_star_number_that_nobody_else_bears() {
        officer.givenNothing()
                .when(new RegisterOfficer(REYES, "4711", "A. Reyes", SRO))
                .then(REGISTERED);
    }

    @Test
    void does_not_bear_the_star_number_of_another() {
        officer.givenNothing()
                .when(new RegisterOfficer(REYES, "99", "A. Reyes", SRO))
                .thenRefused(ReferenceRule.STAR_NUMBER_TAKEN);
    }

    @Test
    void bears_a_star_that_another_gave_up_from_the_day_after_on() {
        Worn givenUp = new Worn("99", null, JUNE);
        new Decisions<OfficerCommand, OfficerState, OfficerEvent>(
                        new OfficerState.Unknown(),
                        (command, state) -> OfficerDecider.decide(
                                command,
                                state,
                                Registers.with(
                                        List.of(),
                                        List.of(new OfficerEntry(OTHER, "99", "Other", SRO, List.of(givenUp))),
                                        List.of())),
                        OfficerDecider::evolve)
                .givenNothing()
                .when(new RegisterOfficer(REYES, "99", "A. Reyes", SRO))
                .then(
                        new OfficerRegistered(REYES, "99", "A. Reyes", SRO),
                        new StarGiven(REYES, "99", JUNE.plusDays(1), null, null));
    }

    @Test
    void keeps_one_record_under_another_name() {
        officer.given(REGISTERED)
                .when(new RenameOfficer(REYES, "A. Reyes-Holt", AUGUST, CHANGED, BASIS))
                .then(new OfficerRenamed(REYES, "A. Reyes-Holt", AUGUST, CHANGED, BASIS));
        officer.given(REGISTERED)
                .when(new RenameOfficer(REYES, "A. Reyes", AUGUST, CHANGED, BASIS))
                .thenNothing();
    }

    @Test
    void wears_one_star_after_another() {
        StarGiven given = new StarGiven(REYES, "5120", AUGUST, CHANGED, BASIS);
        officer.given(REGISTERED)
                .when(new GiveStar(REYES, "5120", AUGUST, CHANGED, BASIS))
                .then(given);
        officer.given(REGISTERED, given)
                .when(new GiveStar(REYES, "5120", AUGUST, CHANGED, BASIS))
                .thenNothing();
        officer.given(REGISTERED, given)
                .when(new GiveStar(REYES, "5121", AUGUST.minusDays(1), CHANGED, BASIS))
                .thenRefused(OfficerRule.STAR_GIVEN_LATER);
        officer.given(REGISTERED, given)
                .when(new GiveStar(REYES, "5121", null, CHANGED, BASIS))
                .then(new StarGiven(REYES, "5121", null, CHANGED, BASIS));
        officer.given(REGISTERED)
                .when(new GiveStar(REYES, "99", AUGUST, CHANGED, BASIS))
                .thenRefused(ReferenceRule.STAR_NUMBER_TAKEN);
    }

    @Test
    void gives_a_star_up_once_and_wears_another_later() {
        StarGivenUp givenUp = new StarGivenUp(REYES, JUNE, CHANGED, BASIS);
        officer.given(REGISTERED)
                .when(new GiveUpStar(REYES, JUNE, CHANGED, BASIS))
                .then(givenUp);
        officer.given(REGISTERED, givenUp)
                .when(new GiveUpStar(REYES, JUNE, CHANGED, BASIS))
                .thenNothing();
        officer.given(REGISTERED, givenUp)
                .when(new GiveUpStar(REYES, JUNE.plusDays(1), CHANGED, BASIS))
                .thenRefused(OfficerRule.NO_STAR_WORN);
        officer.given(REGISTERED, new StarGiven(REYES, "5120", AUGUST, CHANGED, BASIS))
                .when(new GiveUpStar(REYES, AUGUST.minusDays(1), CHANGED, BASIS))
                .thenRefused(ReferenceRule.ENDS_BEFORE_IT_BEGINS);
        officer.given(REGISTERED, givenUp)
                .when(new GiveStar(REYES, "5120", JUNE.plusDays(60), CHANGED, BASIS))
                .then(new StarGiven(REYES, "5120", JUNE.plusDays(60), CHANGED, BASIS));
    }

    @Test
    void is_not_registered_again_as_another() {
        officer.given(REGISTERED)
                .when(new RegisterOfficer(REYES, "4711", "B. Reyes", SRO))
                .thenRefused(ReferenceRule.OFFICER_REGISTERED_DIFFERENTLY);
    }

    @Test
    void usually_acts_in_one_capacity_at_a_time() {
        Code patrol = new Code("capacity", "PATROL");
        officer.given(REGISTERED).when(new ChangeCapacity(REYES, patrol)).then(new CapacityChanged(REYES, patrol));
    }

    @Test
    void acts_in_no_capacity_before_being_registered() {
        officer.givenNothing()
                .when(new ChangeCapacity(REYES, new Code("capacity", "PATROL")))
                .thenRefused(ReferenceRule.OFFICER_UNKNOWN);
    }

    @Test
    void serves_a_school_once_on_a_day_and_several_schools_if_need_be() {
        officer.given(REGISTERED).when(new StartAssignment(REYES, MAR, AUGUST)).then(STARTED);
        officer.given(REGISTERED, STARTED)
                .when(new StartAssignment(REYES, ORC, AUGUST))
                .then(new AssignmentStarted(REYES, ORC, AUGUST));
    }

    @Test
    void does_not_begin_at_a_school_while_serving_it() {
        officer.given(REGISTERED, STARTED)
                .when(new StartAssignment(REYES, MAR, JUNE))
                .thenRefused(ReferenceRule.ASSIGNMENTS_OVERLAP);
    }

    @Test
    void serves_schools_of_the_register_only() {
        officer.given(REGISTERED)
                .when(new StartAssignment(REYES, new SchoolCode("NONE"), AUGUST))
                .thenRefused(ReferenceRule.SCHOOL_UNKNOWN);
    }

    @Test
    void leaves_a_school_on_a_last_day() {
        AssignmentEnded ended = new AssignmentEnded(REYES, MAR, JUNE);
        officer.given(REGISTERED, STARTED)
                .when(new EndAssignment(REYES, MAR, JUNE))
                .then(ended);
    }

    @Test
    void does_not_leave_a_school_before_coming_to_it() {
        officer.given(REGISTERED, STARTED)
                .when(new EndAssignment(REYES, MAR, AUGUST.minusDays(1)))
                .thenRefused(ReferenceRule.ENDS_BEFORE_IT_BEGINS);
    }

    @Test
    void leaves_no_school_where_nobody_was_assigned() {
        officer.given(REGISTERED, STARTED)
                .when(new EndAssignment(REYES, ORC, JUNE))
                .thenRefused(ReferenceRule.ASSIGNMENT_NOT_OPEN);
    }

    @Test
    void comes_back_after_the_last_day_and_not_on_it() {
        AssignmentEnded ended = new AssignmentEnded(REYES, MAR, JUNE);
        officer.given(REGISTERED, STARTED, ended)
                .when(new StartAssignment(REYES, MAR, JUNE))
                .thenRefused(ReferenceRule.ASSIGNMENTS_OVERLAP);
        officer.given(REGISTERED, STARTED, ended)
                .when(new StartAssignment(REYES, MAR, JUNE.plusDays(1)))
                .then(new AssignmentStarted(REYES, MAR, JUNE.plusDays(1)));
    }
}

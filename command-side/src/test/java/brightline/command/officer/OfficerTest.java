package brightline.command.officer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.command.officer.OfficerCommand.ChangeCapacity;
import brightline.command.officer.OfficerCommand.EndAssignment;
import brightline.command.officer.OfficerCommand.RegisterOfficer;
import brightline.command.officer.OfficerCommand.StartAssignment;
import brightline.command.register.OfficerEntry;
import brightline.command.register.ReferenceRule;
import brightline.command.register.Registers;
import brightline.command.register.SchoolEntry;
import brightline.command.submission.CommandRejected;
import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.officer.OfficerEvent;
import brightline.events.officer.OfficerEvent.AssignmentEnded;
import brightline.events.officer.OfficerEvent.AssignmentStarted;
import brightline.events.officer.OfficerEvent.CapacityChanged;
import brightline.events.officer.OfficerEvent.OfficerRegistered;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OfficerTest {
    private static final OfficerId REYES = new OfficerId(UUID.randomUUID());
    private static final OfficerId OTHER = new OfficerId(UUID.randomUUID());
    private static final Code SRO = new Code("capacity", "SRO");
    private static final SchoolCode MAR = new SchoolCode("MAR");
    private static final SchoolCode ORC = new SchoolCode("ORC");
    private static final LocalDate AUGUST = LocalDate.of(2025, 8, 18);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 12);
    private static final OfficerRegistered REGISTERED = new OfficerRegistered(REYES, "4711", "A. Reyes", SRO);
    private static final AssignmentStarted STARTED = new AssignmentStarted(REYES, MAR, AUGUST);

    @Test
    void bears_a_star_number_that_nobody_else_bears() {
        assertThat(decide(new RegisterOfficer(REYES, "4711", "A. Reyes", SRO))).isEqualTo(List.of(REGISTERED));
        assertThat(decide(new RegisterOfficer(REYES, "4711", "A. Reyes", SRO), REGISTERED))
                .isEmpty();
        refused(ReferenceRule.STAR_NUMBER_TAKEN, new RegisterOfficer(REYES, "99", "A. Reyes", SRO));
        refused(
                ReferenceRule.OFFICER_REGISTERED_DIFFERENTLY,
                new RegisterOfficer(REYES, "4711", "B. Reyes", SRO),
                REGISTERED);
    }

    @Test
    void usually_acts_in_one_capacity_at_a_time() {
        Code patrol = new Code("capacity", "PATROL");
        assertThat(decide(new ChangeCapacity(REYES, patrol), REGISTERED))
                .isEqualTo(List.of(new CapacityChanged(REYES, patrol)));
        assertThat(decide(new ChangeCapacity(REYES, patrol), REGISTERED, new CapacityChanged(REYES, patrol)))
                .isEmpty();
        refused(ReferenceRule.OFFICER_UNKNOWN, new ChangeCapacity(REYES, patrol));
    }

    @Test
    void serves_a_school_once_on_a_day_and_several_schools_if_need_be() {
        assertThat(decide(new StartAssignment(REYES, MAR, AUGUST), REGISTERED)).isEqualTo(List.of(STARTED));
        assertThat(decide(new StartAssignment(REYES, MAR, AUGUST), REGISTERED, STARTED))
                .isEmpty();
        assertThat(decide(new StartAssignment(REYES, ORC, AUGUST), REGISTERED, STARTED))
                .hasSize(1);
        refused(ReferenceRule.ASSIGNMENTS_OVERLAP, new StartAssignment(REYES, MAR, JUNE), REGISTERED, STARTED);
        refused(ReferenceRule.SCHOOL_UNKNOWN, new StartAssignment(REYES, new SchoolCode("NONE"), AUGUST), REGISTERED);
    }

    @Test
    void leaves_a_school_on_a_last_day_and_may_come_back() {
        AssignmentEnded ended = new AssignmentEnded(REYES, MAR, JUNE);
        assertThat(decide(new EndAssignment(REYES, MAR, JUNE), REGISTERED, STARTED))
                .isEqualTo(List.of(ended));
        assertThat(decide(new EndAssignment(REYES, MAR, JUNE), REGISTERED, STARTED, ended))
                .isEmpty();
        refused(
                ReferenceRule.ENDS_BEFORE_IT_BEGINS,
                new EndAssignment(REYES, MAR, AUGUST.minusDays(1)),
                REGISTERED,
                STARTED);
        refused(ReferenceRule.ASSIGNMENT_NOT_OPEN, new EndAssignment(REYES, ORC, JUNE), REGISTERED, STARTED);
        refused(ReferenceRule.ASSIGNMENTS_OVERLAP, new StartAssignment(REYES, MAR, JUNE), REGISTERED, STARTED, ended);
        assertThat(decide(new StartAssignment(REYES, MAR, JUNE.plusDays(1)), REGISTERED, STARTED, ended))
                .hasSize(1);
    }

    private static void refused(ReferenceRule rule, OfficerCommand command, OfficerEvent... given) {
        assertThatThrownBy(() -> decide(command, given))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        refusal -> assertThat(refusal.rule()).isEqualTo(rule));
    }

    private static List<OfficerEvent> decide(OfficerCommand command, OfficerEvent... given) {
        OfficerState state = new OfficerState.Unknown();
        for (OfficerEvent event : given) {
            state = OfficerDecider.evolve(state, event);
        }
        return OfficerDecider.decide(
                command,
                state,
                Registers.with(
                        List.of(new SchoolEntry(MAR, "Marsh", false), new SchoolEntry(ORC, "Orchard", true)),
                        List.of(new OfficerEntry(OTHER, "99", "Other", SRO)),
                        List.of()));
    }
}

package brightline.command.incident;

import static brightline.command.incident.IncidentRule.INCIDENT_COMES_FIRST;
import static brightline.command.incident.IncidentRule.INCIDENT_RECORDED_ALREADY;
import static brightline.command.incident.IncidentRule.LINKED_ALREADY;
import static brightline.command.incident.IncidentRule.LINK_CHAIN;
import static brightline.command.incident.IncidentRule.LINK_TO_ITSELF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.command.incident.IncidentCommand.AddInteraction;
import brightline.command.incident.IncidentCommand.CorrectSchool;
import brightline.command.incident.IncidentCommand.LinkIncident;
import brightline.command.incident.IncidentCommand.OpenIncident;
import brightline.command.submission.CommandRejected;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.SchoolCode;
import brightline.events.Source;
import brightline.events.Stated;
import brightline.events.incident.IncidentEvent;
import brightline.events.incident.IncidentEvent.IncidentLinked;
import brightline.events.incident.IncidentEvent.IncidentOpened;
import brightline.events.incident.IncidentEvent.InteractionAdded;
import brightline.events.incident.IncidentEvent.SchoolCorrected;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class IncidentDeciderTest {
    private static final IncidentId ID = new IncidentId(new UUID(1, 1));
    private static final IncidentId FIRST = new IncidentId(new UUID(1, 2));
    private static final SchoolCode MAR = new SchoolCode("MAR");
    private static final SchoolCode QUI = new SchoolCode("QUI");
    private static final InteractionId CONTACT = new InteractionId(new UUID(2, 1));
    private static final InteractionId ANOTHER = new InteractionId(new UUID(2, 2));
    private static final Correction WHY =
            new Correction(Code.of("correction-reason/OTHER"), Code.of("correction-basis/OTHER"), null);

    @Test
    void an_incident_is_opened_once() {
        assertThat(decide(new OpenIncident(opened(MAR)))).containsExactly(opened(MAR));
        assertThat(decide(new OpenIncident(opened(MAR)), opened(MAR))).isEmpty();
        assertRefused(INCIDENT_RECORDED_ALREADY, new OpenIncident(opened(QUI)), opened(MAR));
    }

    @Test
    void nothing_is_added_to_an_incident_nobody_recorded() {
        assertRefused(INCIDENT_COMES_FIRST, new AddInteraction(ID, CONTACT));
    }

    @Test
    void a_student_is_added_once() {
        var added = new InteractionAdded(ID, ANOTHER);
        assertThat(decide(new AddInteraction(ID, CONTACT), opened(MAR))).isEmpty();
        assertThat(decide(new AddInteraction(ID, ANOTHER), opened(MAR))).containsExactly(added);
        assertThat(decide(new AddInteraction(ID, ANOTHER), opened(MAR), added)).isEmpty();
    }

    @Test
    void the_school_is_corrected_from_what_it_is_now() {
        var moved = new SchoolCorrected(ID, MAR, QUI, WHY);
        assertThat(decide(new CorrectSchool(ID, QUI, WHY), opened(MAR))).containsExactly(moved);
        assertThat(decide(new CorrectSchool(ID, QUI, WHY), opened(MAR), moved)).isEmpty();
        assertThat(decide(new CorrectSchool(ID, MAR, WHY), opened(MAR), moved))
                .containsExactly(new SchoolCorrected(ID, QUI, MAR, WHY));
    }

    @Test
    void a_double_has_one_primary_that_is_nobodys_double() {
        var linked = new IncidentLinked(ID, FIRST, WHY);
        assertThat(decide(link(FIRST, false, false), opened(MAR))).containsExactly(linked);
        assertThat(decide(link(FIRST, false, false), opened(MAR), linked)).isEmpty();
        assertRefused(LINK_TO_ITSELF, link(ID, false, false), opened(MAR));
        assertRefused(LINK_CHAIN, link(FIRST, true, false), opened(MAR));
        assertRefused(LINK_CHAIN, link(FIRST, false, true), opened(MAR));
        assertRefused(LINKED_ALREADY, link(new IncidentId(new UUID(1, 3)), false, false), opened(MAR), linked);
    }

    /** Does with the repository what the desk does. */
    private static final class Desk {
        private final Repository<Incident> repository;

        Desk(Repository<Incident> repository) {
            this.repository = repository;
        }

        @CommandHandler
        void on(AddInteraction command) {
            repository.load(command.incidentId().toString()).execute(one -> one.decide(command));
        }
    }

    @Test
    void the_stream_remembers_who_was_added() {
        var fixture = new AggregateTestFixture<>(Incident.class);
        fixture.registerAnnotatedCommandHandler(new Desk(fixture.getRepository()));
        fixture.given(opened(MAR))
                .when(new AddInteraction(ID, ANOTHER))
                .expectEvents(new InteractionAdded(ID, ANOTHER));
        fixture.given(opened(MAR), new InteractionAdded(ID, ANOTHER))
                .when(new AddInteraction(ID, ANOTHER))
                .expectNoEvents();
    }

    private static LinkIncident link(IncidentId primary, boolean primaryIsLinked, boolean hasDoubles) {
        return new LinkIncident(ID, primary, primaryIsLinked, hasDoubles, WHY);
    }

    private static IncidentOpened opened(SchoolCode school) {
        return new IncidentOpened(
                ID,
                "BL-2026-00001",
                school,
                null,
                Stated.YES,
                Instant.EPOCH,
                List.of(),
                List.of(CONTACT),
                Source.ENTERED);
    }

    private static List<IncidentEvent> decide(IncidentCommand command, IncidentEvent... before) {
        IncidentState state = new IncidentState.Unrecorded();
        for (IncidentEvent event : before) {
            state = IncidentDecider.evolve(state, event);
        }
        return IncidentDecider.decide(command, state);
    }

    private static void assertRefused(IncidentRule rule, IncidentCommand command, IncidentEvent... before) {
        assertThatThrownBy(() -> decide(command, before))
                .isInstanceOfSatisfying(
                        CommandRejected.class, e -> assertThat(e.rule()).isEqualTo(rule));
    }
}

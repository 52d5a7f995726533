package brightline.command.incident;

import static brightline.command.incident.IncidentRule.INCIDENT_COMES_FIRST;
import static brightline.command.incident.IncidentRule.INCIDENT_RECORDED_ALREADY;
import static brightline.command.incident.IncidentRule.LINKED_ALREADY;
import static brightline.command.incident.IncidentRule.LINK_CHAIN;
import static brightline.command.incident.IncidentRule.LINK_TO_ITSELF;

import brightline.command.Decisions;
import brightline.command.incident.IncidentCommand.AddInteraction;
import brightline.command.incident.IncidentCommand.CorrectSchool;
import brightline.command.incident.IncidentCommand.LinkIncident;
import brightline.command.incident.IncidentCommand.OpenIncident;
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

    private final Decisions<IncidentCommand, IncidentState, IncidentEvent> incident =
            new Decisions<>(new IncidentState.Unrecorded(), IncidentDecider::decide, IncidentDecider::evolve);

    @Test
    void an_incident_is_opened_once() {
        incident.givenNothing().when(new OpenIncident(opened(MAR))).then(opened(MAR));
    }

    @Test
    void another_is_not_opened_under_its_id() {
        incident.given(opened(MAR)).when(new OpenIncident(opened(QUI))).thenRefused(INCIDENT_RECORDED_ALREADY);
    }

    @Test
    void nothing_is_added_to_an_incident_nobody_recorded() {
        incident.givenNothing().when(new AddInteraction(ID, CONTACT)).thenRefused(INCIDENT_COMES_FIRST);
    }

    @Test
    void a_student_is_added_once() {
        var added = new InteractionAdded(ID, ANOTHER);
        incident.given(opened(MAR)).when(new AddInteraction(ID, CONTACT)).thenNothing();
        incident.given(opened(MAR)).when(new AddInteraction(ID, ANOTHER)).then(added);
    }

    @Test
    void the_school_is_corrected_from_what_it_is_now() {
        var moved = new SchoolCorrected(ID, MAR, QUI, WHY);
        incident.given(opened(MAR)).when(new CorrectSchool(ID, QUI, WHY)).then(moved);
        incident.given(opened(MAR), moved)
                .when(new CorrectSchool(ID, MAR, WHY))
                .then(new SchoolCorrected(ID, QUI, MAR, WHY));
    }

    @Test
    void a_double_is_linked_to_its_primary() {
        var linked = new IncidentLinked(ID, FIRST, WHY);
        incident.given(opened(MAR)).when(link(FIRST, false, false)).then(linked);
    }

    @Test
    void a_double_is_not_its_own_primary() {
        incident.given(opened(MAR)).when(link(ID, false, false)).thenRefused(LINK_TO_ITSELF);
    }

    @Test
    void no_double_is_a_primary() {
        incident.given(opened(MAR)).when(link(FIRST, true, false)).thenRefused(LINK_CHAIN);
        incident.given(opened(MAR)).when(link(FIRST, false, true)).thenRefused(LINK_CHAIN);
    }

    @Test
    void a_double_has_one_primary_only() {
        var linked = new IncidentLinked(ID, FIRST, WHY);
        incident.given(opened(MAR), linked)
                .when(link(new IncidentId(new UUID(1, 3)), false, false))
                .thenRefused(LINKED_ALREADY);
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
}

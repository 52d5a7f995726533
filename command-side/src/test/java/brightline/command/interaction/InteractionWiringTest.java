package brightline.command.interaction;

import brightline.command.interaction.InteractionCommand.VoidInteraction;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.InvolvementRole;
import brightline.events.interaction.InteractionEvent.ActionTaken;
import brightline.events.interaction.InteractionEvent.InteractionVoided;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

class InteractionWiringTest {
    private static final Correction WHY =
            new Correction(Code.of("void-reason/TEST_ENTRY"), Code.of("correction-basis/OWN_REVIEW"), null);

    /** Does with the repository what the desks do. */
    private static final class Desk {
        private final Repository<Interaction> repository;

        Desk(Repository<Interaction> repository) {
            this.repository = repository;
        }

        @CommandHandler
        void on(InteractionCommand.RecordContact command) throws Exception {
            repository.newInstance(() -> new Interaction(command));
        }

        @CommandHandler
        void on(VoidInteraction command) {
            repository.load(command.interactionId().toString()).execute(one -> one.decide(command));
        }
    }

    private final AggregateTestFixture<Interaction> fixture = fixture();

    private static AggregateTestFixture<Interaction> fixture() {
        var fixture = new AggregateTestFixture<>(Interaction.class);
        fixture.registerAnnotatedCommandHandler(new Desk(fixture.getRepository()));
        return fixture;
    }

    @Test
    void a_contact_is_the_beginning_of_its_stream() {
        fixture.givenNoPriorActivity()
                .when(InteractionDeciderTest.contact(InvolvementRole.SUBJECT))
                .expectEvents(
                        InteractionDeciderTest.opened(InvolvementRole.SUBJECT),
                        new ActionTaken(InteractionDeciderTest.ID, InteractionDeciderTest.action(1, "A1_ADVICE")));
    }

    @Test
    void a_stream_remembers_that_it_was_voided() {
        var voiding = new VoidInteraction(InteractionDeciderTest.ID, WHY);
        fixture.given(InteractionDeciderTest.opened(InvolvementRole.SUBJECT))
                .when(voiding)
                .expectEvents(new InteractionVoided(InteractionDeciderTest.ID, WHY));
        fixture.given(
                        InteractionDeciderTest.opened(InvolvementRole.SUBJECT),
                        new InteractionVoided(InteractionDeciderTest.ID, WHY))
                .when(voiding)
                .expectNoEvents();
    }
}

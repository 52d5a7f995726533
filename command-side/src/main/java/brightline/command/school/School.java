package brightline.command.school;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import brightline.command.school.SchoolCommand.RegisterProvisionally;
import brightline.command.school.SchoolCommand.RegisterSchool;
import brightline.events.SchoolCode;
import brightline.events.school.SchoolEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A school's stream; public for those who register one within a larger transaction. */
@Aggregate
public class School {
    @AggregateIdentifier
    private @Nullable SchoolCode code;

    private SchoolState state = new SchoolState.Unknown();

    /** For the framework. */
    protected School() {}

    /** A school nobody knew, named by an import. */
    public static School provisional(RegisterProvisionally command) {
        School school = new School();
        school.decide(command);
        return school;
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    SchoolAnswer on(RegisterSchool command) {
        decide(command);
        return new SchoolAnswer(command.school(), command.name(), false);
    }

    private void decide(SchoolCommand command) {
        SchoolDecider.decide(command, state).forEach(event -> AggregateLifecycle.apply(event));
    }

    @EventSourcingHandler
    void on(SchoolEvent event) {
        code = event.school();
        state = SchoolDecider.evolve(state, event);
    }
}

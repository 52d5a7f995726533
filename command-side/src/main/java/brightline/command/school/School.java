package brightline.command.school;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import brightline.command.register.ReferenceRegister;
import brightline.command.register.RegisterEdition;
import brightline.command.school.SchoolCommand.CountEnrolment;
import brightline.command.school.SchoolCommand.RegisterProvisionally;
import brightline.events.SchoolCode;
import brightline.events.school.SchoolEvent;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A school's stream; public for those who register one within a larger transaction. */
@Aggregate(type = "School")
public class School {
    @AggregateIdentifier
    private @Nullable SchoolCode code;

    private SchoolState state = new SchoolState.Unknown();

    /** For the framework. */
    protected School() {}

    /** A school nobody knew, named by an import. */
    public static School provisional(RegisterProvisionally command, RegisterEdition register) {
        School school = new School();
        school.decide(command, register);
        return school;
    }

    /** Whether students were counted on that day before. */
    public boolean isCountedOn(LocalDate day) {
        return state instanceof SchoolState.Known known && known.enrolments().containsKey(day);
    }

    /** A count that a larger transaction brings. @return whether it says anything new */
    public boolean count(CountEnrolment command, RegisterEdition register) {
        List<SchoolEvent> events = SchoolDecider.decide(command, state, register);
        events.forEach(event -> AggregateLifecycle.apply(event));
        return !events.isEmpty();
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    SchoolAnswer on(SchoolCommand command, ReferenceRegister register) {
        decide(command, register.current());
        return switch (state) {
            case SchoolState.Known known -> new SchoolAnswer(command.school(), known.name(), known.provisional());
            case SchoolState.Unknown _ -> throw new IllegalStateException("A school is known once it was spoken of");
        };
    }

    private void decide(SchoolCommand command, RegisterEdition register) {
        SchoolDecider.decide(command, state, register).forEach(event -> AggregateLifecycle.apply(event));
    }

    @EventSourcingHandler
    void on(SchoolEvent event) {
        code = event.school();
        state = SchoolDecider.evolve(state, event);
    }
}

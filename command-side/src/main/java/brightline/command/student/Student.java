package brightline.command.student;

import brightline.events.StudentId;
import brightline.events.student.StudentEvent;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A student's stream; what may be said in it is decided by {@link StudentDecider}. */
@Aggregate(type = "Student")
class Student {
    @AggregateIdentifier
    private @Nullable StudentId id;

    private StudentState state = new StudentState.Unknown();

    /** For the framework, and for the first command. */
    protected Student() {}

    StudentState state() {
        return state;
    }

    void decide(StudentCommand command) {
        StudentDecider.decide(command, state).forEach(event -> AggregateLifecycle.apply(event));
    }

    @EventSourcingHandler
    void on(StudentEvent event) {
        id = event.studentId();
        state = StudentDecider.evolve(state, event);
    }
}

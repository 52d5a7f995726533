package brightline.command.student;

import brightline.events.SchoolCode;
import brightline.events.SecretRef;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import brightline.events.student.StudentEvent;
import brightline.events.student.StudentEvent.StudentEnrolled;
import brightline.events.student.StudentEvent.StudentRegistered;
import java.time.LocalDate;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** A student's entry: no rule but that the same thing is not said twice. */
@Aggregate
class Student {
    @AggregateIdentifier
    private @Nullable StudentId id;

    private @Nullable SecretRef identity;
    private @Nullable SchoolCode school;

    /** For the framework. */
    protected Student() {}

    Student(StudentId id, SubjectHandle subject, SecretRef identity) {
        AggregateLifecycle.apply(new StudentRegistered(id, subject, identity));
    }

    @Nullable
    SecretRef identity() {
        return identity;
    }

    void enrol(StudentId student, SchoolCode at, LocalDate from) {
        if (!at.equals(school)) {
            AggregateLifecycle.apply(new StudentEnrolled(student, at, from));
        }
    }

    @EventSourcingHandler
    void on(StudentEvent event) {
        id = event.studentId();
        switch (event) {
            case StudentRegistered registered -> identity = registered.identity();
            case StudentEnrolled enrolled -> school = enrolled.school();
        }
    }
}

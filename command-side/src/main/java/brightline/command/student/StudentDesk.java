package brightline.command.student;

import brightline.command.register.ReferenceRegister;
import brightline.command.register.ReferenceRule;
import brightline.command.student.StudentCommand.RegisterStudent;
import brightline.edge.keys.CaseSecrets;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalParts;
import brightline.edge.keys.StudentIndex;
import brightline.events.SchoolCode;
import brightline.events.SecretRef;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Takes the identity away from a student's entry before anything of it becomes an event. */
final class StudentDesk {
    private final Configuration axon;
    private final EventStore log;
    private final ReferenceRegister register;
    private final PersonalParts parts;
    private final StudentIndex index;

    StudentDesk(
            Configuration axon, EventStore log, ReferenceRegister register, PersonalParts parts, StudentIndex index) {
        this.axon = axon;
        this.log = log;
        this.register = register;
        this.parts = parts;
        this.index = index;
    }

    @CommandHandler
    StudentAnswer on(RegisterStudent command) throws Exception {
        SchoolCode school = command.homeSchool();
        if (school != null && register.school(school).isEmpty()) {
            throw ReferenceRule.SCHOOL_UNKNOWN.broken();
        }
        StudentId id = index.studentWithNumber(
                Objects.requireNonNull(command.identity().number()));
        Repository<Student> students = axon.repository(Student.class);
        Aggregate<Student> student = log.lastSequenceNumberFor(id.toString()).isPresent()
                ? known(students.load(id.toString()), command.identity())
                : students.newInstance(() -> entered(id, command.identity()));
        if (school != null) {
            student.execute(entry -> entry.enrol(id, school, command.from()));
        }
        return new StudentAnswer(id);
    }

    private Aggregate<Student> known(Aggregate<Student> student, Identity identity) {
        boolean same = student.invoke(entry -> parts.open(entry.identity(), Identity.class)
                .map(identity::equals)
                .orElse(false));
        if (!same) {
            throw ReferenceRule.STUDENT_REGISTERED_DIFFERENTLY.broken();
        }
        return student;
    }

    private Student entered(StudentId id, Identity identity) {
        SubjectHandle subject = new SubjectHandle(UUID.randomUUID());
        CaseSecrets secrets = index.openCase(subject, id, null);
        SecretRef reference = Objects.requireNonNull(secrets.seal(identity));
        parts.store(List.of(secrets));
        return new Student(id, subject, reference);
    }
}

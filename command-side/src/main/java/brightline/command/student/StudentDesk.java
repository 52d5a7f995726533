package brightline.command.student;

import brightline.command.register.ReferenceRegister;
import brightline.command.register.ReferenceRule;
import brightline.command.student.StudentEdit.CorrectStudent;
import brightline.command.student.StudentEdit.RegisterStudent;
import brightline.command.student.StudentRecorder.KnownBy;
import brightline.command.student.StudentRecorder.Recorded;
import brightline.command.student.StudentRecorder.StatedStudent;
import brightline.command.submission.SubmissionProblem;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalParts;
import brightline.edge.keys.StudentIndex;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.StudentId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;

/** Takes in what people enter about students, one at a time. */
final class StudentDesk {
    private final ReferenceRegister register;
    private final PersonalParts parts;
    private final StudentIndex index;
    private final StudentRecorder recorder;

    StudentDesk(ReferenceRegister register, PersonalParts parts, StudentIndex index, StudentRecorder recorder) {
        this.register = register;
        this.parts = parts;
        this.index = index;
        this.recorder = recorder;
    }

    @CommandHandler
    StudentAnswer on(RegisterStudent command) throws Exception {
        Placement placement = registered(command.placement());
        Identity identity = command.identity();
        StudentId id = index.studentWithNumber(Objects.requireNonNull(identity.number()));
        Optional<Aggregate<Student>> known = recorder.find(id);
        if (known.isPresent() && !isOf(known.get(), identity)) {
            throw ReferenceRule.STUDENT_REGISTERED_DIFFERENTLY.broken();
        }
        return recorded(new StatedStudent(
                id,
                KnownBy.ENTRY,
                known.isPresent() ? null : identity,
                command.statistics(),
                placement == null ? List.of() : List.of(placement),
                List.of()));
    }

    private boolean isOf(Aggregate<Student> student, Identity identity) {
        return parts.open(StudentRecorder.state(student).identity(), Identity.class)
                .map(identity::equals)
                .orElse(false);
    }

    /** @throws ProblemException when there is no such student (404), or the entry has changed since (412) */
    @CommandHandler
    StudentAnswer on(CorrectStudent command) throws Exception {
        Placement placement = registered(command.placement());
        Aggregate<Student> student =
                recorder.find(command.studentId()).orElseThrow(() -> new ProblemException(Problem.notFound()));
        if (student.version() != command.versionSeen()) {
            throw SubmissionProblem.stale(student.version());
        }
        LocalDate lastDay = command.lastDay();
        boolean beforeItBegan = lastDay != null
                && StudentRecorder.state(student).enrolments().stream().anyMatch(one -> lastDay.isBefore(one.from()));
        if (beforeItBegan) {
            throw ReferenceRule.ENDS_BEFORE_IT_BEGINS.broken();
        }
        return recorded(new StatedStudent(
                command.studentId(),
                KnownBy.ENTRY,
                new Identity(null, command.firstName(), command.lastName(), command.birthDate()),
                command.statistics(),
                placement == null ? List.of() : List.of(placement),
                lastDay == null ? List.of() : List.of(new Departure(null, lastDay))));
    }

    /** At the school as the register writes its code. */
    private @Nullable Placement registered(@Nullable Placement placement) {
        return placement == null
                ? null
                : register.school(placement.school())
                        .map(school -> new Placement(school.code(), placement.from()))
                        .orElseThrow(ReferenceRule.SCHOOL_UNKNOWN::broken);
    }

    private StudentAnswer recorded(StatedStudent stated) throws Exception {
        Recorded recorded = recorder.record(List.of(stated)).getFirst();
        return new StudentAnswer(recorded.student(), recorded.version());
    }
}

package brightline.command.student;

import brightline.command.interaction.NumbersInUse;
import brightline.command.interaction.NumbersInUse.Apart;
import brightline.command.register.ReferenceRegister;
import brightline.command.register.ReferenceRule;
import brightline.command.student.StudentEdit.*;
import brightline.command.student.StudentRecorder.KnownBy;
import brightline.command.student.StudentRecorder.Recorded;
import brightline.command.student.StudentRecorder.StatedStudent;
import brightline.command.submission.SubmissionProblem;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalParts;
import brightline.edge.keys.StudentIndex;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.ComparisonForm;
import brightline.events.StudentId;
import brightline.events.clash.ClashCause;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;

/** Takes in what people enter about students, one at a time. */
final class StudentDesk {
    private final ReferenceRegister register;
    private final PersonalParts parts;
    private final StudentIndex index;
    private final StudentRecorder recorder;
    private final Joining joining;
    private final NumbersInUse numbers;
    private final AnswersAboutStudents answers;

    StudentDesk(
            ReferenceRegister register,
            PersonalParts parts,
            StudentIndex index,
            StudentRecorder recorder,
            Joining joining,
            NumbersInUse numbers,
            AnswersAboutStudents answers) {
        this.register = register;
        this.parts = parts;
        this.index = index;
        this.recorder = recorder;
        this.joining = joining;
        this.numbers = numbers;
        this.answers = answers;
    }

    @CommandHandler
    StudentAnswer on(RegisterStudent command) throws Exception {
        Placement placement = registered(command.placement());
        Identity identity = command.identity();
        String number = Objects.requireNonNull(identity.number());
        if (command.anotherPerson()) {
            index.hold(Set.of(number));
        }
        SequencedMap<StudentId, StudentId> holders = Objects.requireNonNull(
                index.studentsWithNumbers(Set.of(number)).holders().get(number));
        List<StudentId> entered = holders.values().stream()
                .distinct()
                .filter(one -> recorder.find(one).isPresent())
                .toList();
        Optional<StudentId> known = entered.stream()
                .filter(one -> isOf(recorder.find(one).orElseThrow(), identity))
                .findFirst();
        if (known.isEmpty() && !entered.isEmpty() && !command.anotherPerson()) {
            throw ReferenceRule.STUDENT_REGISTERED_DIFFERENTLY.broken();
        }
        boolean apart = known.isEmpty() && command.anotherPerson();
        StudentId id = apart
                ? numbers.keepApart(number, holders.values(), new Apart(ClashCause.STUDENT_LIST, null))
                : known.orElse(holders.firstEntry().getValue());
        return recorded(new StatedStudent(
                id,
                KnownBy.ENTRY,
                known.isPresent() ? null : identity,
                command.statistics(),
                placement == null ? List.of() : List.of(placement),
                List.of()));
    }

    /** By name and birth date: the number is one of those that lead to the entry. */
    private boolean isOf(Aggregate<Student> student, Identity identity) {
        return identity(student)
                .map(known -> known.under(identity.number()).equals(identity))
                .orElse(false);
    }

    private Optional<Identity> identity(Aggregate<Student> student) {
        return parts.open(StudentRecorder.state(student).identity(), Identity.class);
    }

    /** @throws ProblemException when there is no such student (404), or the entry has changed since (412) */
    private Aggregate<Student> forEdit(StudentId id, long versionSeen) {
        Aggregate<Student> student = recorder.find(id).orElseThrow(() -> new ProblemException(Problem.notFound()));
        if (student.version() != versionSeen) {
            throw SubmissionProblem.stale(student.version());
        }
        return student;
    }

    /** @throws ProblemException as {@link #forEdit} */
    @CommandHandler
    StudentAnswer on(RenumberStudent command) throws Exception {
        Aggregate<Student> student = forEdit(command.studentId(), command.versionSeen());
        Identity known = identity(student).orElseThrow(() -> new ProblemException(Problem.notFound()));
        if (command.number().equals(known.number())) {
            return new StudentAnswer(command.studentId(), student.version());
        }
        List<StudentId> others = index.holders(command.number()).stream()
                .filter(one -> !index.meant(one).equals(command.studentId()))
                .toList();
        for (StudentId other : others) {
            if (recorder.isSomebody(other)) {
                throw ReferenceRule.STUDENT_NUMBER_TAKEN.broken();
            }
        }
        long version = recorder.reidentify(
                student,
                known.under(command.number()),
                reference -> new StudentCommand.Renumber(
                        command.studentId(), reference, command.from(), command.reason(), command.basis()));
        others.forEach(nobody -> index.join(nobody, command.studentId()));
        if (!index.lead(command.number(), command.studentId())) {
            throw ReferenceRule.STUDENT_NUMBER_TAKEN.broken();
        }
        return new StudentAnswer(command.studentId(), version);
    }

    /** @throws ProblemException as {@link #forEdit} */
    @CommandHandler
    StudentAnswer on(GiveUpNumber command) throws Exception {
        Aggregate<Student> student = forEdit(command.studentId(), command.versionSeen());
        Identity known = identity(student).orElseThrow(() -> new ProblemException(Problem.notFound()));
        if (!index.find(command.number()).contains(command.studentId())) {
            throw ReferenceRule.NUMBER_NOT_OF_STUDENT.broken();
        }
        boolean current = known.number() != null && ComparisonForm.same(known.number(), command.number());
        long version = recorder.reidentify(
                student,
                current ? known.under(null) : known,
                reference -> new StudentCommand.GiveUp(
                        command.studentId(), reference, command.lastDay(), command.reason(), command.basis()));
        index.release(command.number(), command.studentId());
        return new StudentAnswer(command.studentId(), version);
    }

    /** @throws ProblemException as {@link #forEdit} */
    @CommandHandler
    StudentAnswer on(JoinStudents command) throws Exception {
        StudentId into = command.studentId();
        hold(into, command.number());
        Aggregate<Student> student = forEdit(into, command.versionSeen());
        StudentRecorder.state(student);
        List<StudentId> holders = index.holders(command.number());
        if (holders.isEmpty()) {
            throw ReferenceRule.STUDENT_UNKNOWN.broken();
        }
        List<StudentId> others = holders.stream()
                .filter(one -> !one.equals(into) && !joining.isJoined(one, into) && !isNobodyOf(one, into))
                .toList();
        if (others.isEmpty()) {
            if (holders.equals(List.of(into))) {
                throw ReferenceRule.STUDENT_JOINED_WITH_SELF.broken();
            }
            return new StudentAnswer(into, student.version());
        }
        joining.join(theOne(others), into, command.correction());
        return new StudentAnswer(into, student.version());
    }

    /** Before their entries are looked at, so that nobody waits in a circle. */
    private void hold(StudentId student, String number) {
        Set<StudentId> both = new HashSet<>(index.holders(number));
        both.add(student);
        index.holdStudents(both);
    }

    /** Whether it is a number that somebody typed and that was made the student's: there is nothing to join. */
    private boolean isNobodyOf(StudentId other, StudentId student) {
        return index.meant(other).equals(student)
                && recorder.find(other).isEmpty()
                && index.ownCasesOf(other).isEmpty();
    }

    private static StudentId theOne(List<StudentId> students) {
        if (students.size() > 1) {
            throw ReferenceRule.NUMBER_OF_SEVERAL_STUDENTS.broken();
        }
        return students.getFirst();
    }

    /** @throws ProblemException as {@link #forEdit} */
    @CommandHandler
    StudentAnswer on(PartStudents command) throws Exception {
        hold(command.studentId(), command.number());
        Aggregate<Student> student = forEdit(command.studentId(), command.versionSeen());
        List<StudentId> others = index.holders(command.number()).stream()
                .filter(one -> !one.equals(command.studentId())
                        && (joining.isJoined(one, command.studentId())
                                || index.meant(one).equals(command.studentId())))
                .toList();
        if (others.isEmpty()) {
            throw ReferenceRule.STUDENT_NOT_JOINED.broken();
        }
        StudentId other = theOne(others);
        joining.part(other, command.correction());
        Set<StudentId> those = new HashSet<>(index.joinedTo(command.studentId()));
        those.add(command.studentId());
        answers.parted(other, those, command.correction());
        return new StudentAnswer(command.studentId(), student.version());
    }

    /** @throws ProblemException when there is no such student (404), or the entry has changed since (412) */
    @CommandHandler
    StudentAnswer on(CorrectStudent command) throws Exception {
        Placement placement = registered(command.placement());
        Aggregate<Student> student = forEdit(command.studentId(), command.versionSeen());
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

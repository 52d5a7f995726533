package brightline.command.student;

import brightline.command.register.ReferenceRule;
import brightline.command.student.StudentState.*;
import brightline.command.submission.Streams;
import brightline.edge.keys.CaseSecrets;
import brightline.edge.keys.KnownStudents;
import brightline.edge.keys.Opened;
import brightline.edge.keys.PersonalPart;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.edge.keys.PersonalParts;
import brightline.edge.keys.StudentIndex;
import brightline.edge.keys.StudentIndex.CaseOpening;
import brightline.events.SecretId;
import brightline.events.SecretRef;
import brightline.events.StudentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;

/**
 * Writes entries of the district's list, within the transaction of a submission: compares what is stated with what is recorded,
 * seals what is personal, and lets the stream say the rest. What is stated as it is known makes no event.
 */
public final class StudentRecorder {
    private final Configuration axon;
    private final Streams streams;
    private final ListedStudents list;
    private final PersonalParts parts;
    private final StudentIndex index;

    StudentRecorder(Configuration axon, Streams streams, ListedStudents list, PersonalParts parts, StudentIndex index) {
        this.axon = axon;
        this.streams = streams;
        this.list = list;
        this.parts = parts;
        this.index = index;
    }

    /**
     * What a source states of one student now.
     *
     * @param student null for the one with the identity's number, of several who had it first; whoever turned out to be another means that one
     * @param identity what is null in it leaves standing what is known; null to leave all of it
     * @param placements schools the student is at now, the home school first; none to leave the enrolment as it is
     * @param departures schools the student leaves
     */
    public record StatedStudent(
            @Nullable StudentId student,
            KnownBy knownBy,
            @Nullable Identity identity,
            StatedStatistics statistics,
            List<Placement> placements,
            List<Departure> departures) {
        StatedStudent withoutIdentity() {
            return new StatedStudent(student, knownBy, null, statistics, placements, departures);
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** What tells that a statement is about the student whose entry there is. */
    public enum KnownBy {
        /** Whoever states it has the entry at hand. */
        ENTRY,
        /** The source calls the student as it did before. */
        SOURCE,
        /** The number alone, which may have been given to another child. */
        NUMBER
    }

    /**
     * What became of one.
     *
     * @param version of the entry, as it now is; -1 where there is none
     */
    public record Recorded(StudentId student, long version, Became became) {
        /** Whether anything was recorded. */
        public boolean changed() {
            return became == Became.RECORDED;
        }
    }

    /** What became of a statement. */
    public enum Became {
        /** It says something new. */
        RECORDED,
        /** It says what is known. */
        KNOWN,
        /** It is about another person than the entry of that number; nothing of it was recorded. */
        ANOTHER_PERSON
    }

    /**
     * Records all of them, in one batch of keys and secrets.
     *
     * @return in their order
     * @throws IllegalArgumentException if one has neither id nor number, or is new and has no identity
     */
    public List<Recorded> record(List<StatedStudent> stated) throws Exception {
        KnownStudents numbers = index.studentsWithNumbers(stated.stream()
                .filter(one -> one.student() == null)
                .map(StudentRecorder::number)
                .collect(Collectors.toSet()));
        Map<StudentId, StudentId> meant = index.meant(stated.stream()
                .map(StatedStudent::student)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        List<StudentId> ids = stated.stream()
                .map(one -> Objects.requireNonNull(
                        one.student() != null ? meant.get(one.student()) : numbers.withNumber(number(one))))
                .toList();
        Map<StudentId, StudentEntry> entries = entries(new LinkedHashSet<>(ids), numbers);
        Map<StudentId, Identity> resting = list.identities(stated.stream()
                .filter(one -> rests(one, meant))
                .map(StatedStudent::student)
                .collect(Collectors.toSet()));
        List<Recorded> recorded = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            StudentEntry entry = Objects.requireNonNull(entries.get(ids.get(i)));
            StatedStudent one = stated.get(i);
            Became became;
            if (!rests(one, meant)) {
                became = entry.write(one);
            } else if (SamePerson.isAnother(resting.get(one.student()), one.identity(), one.knownBy())) {
                became = Became.ANOTHER_PERSON;
            } else {
                became = entry.write(entry.version() < 0 ? one : one.withoutIdentity());
            }
            recorded.add(new Recorded(ids.get(i), entry.version(), became));
        }
        parts.store(entries.values().stream()
                .flatMap(entry -> entry.secrets().stream())
                .toList());
        return recorded;
    }

    /**
     * Whether a source goes on to call by its own name who turned out to be another. What it states is compared with the entry that rests,
     * and says nothing of who the other is.
     */
    private static boolean rests(StatedStudent one, Map<StudentId, StudentId> meant) {
        return one.knownBy() == KnownBy.SOURCE
                && one.student() != null
                && !one.student().equals(meant.get(one.student()));
    }

    /** Whether the student is more than a number that somebody typed: has an entry, contacts, or to do with a joining. */
    public boolean isSomebody(StudentId student) {
        return !index.meant(student).equals(student)
                || find(student).isPresent()
                || !index.joinedTo(student).isEmpty()
                || !index.casesOf(student).isEmpty();
    }

    /** Enters those of them who are known from contacts alone, by the contact that says most of them, so that they can be looked at. */
    public void enterFromContacts(Collection<StudentId> students) throws Exception {
        Map<StudentId, Identity> known = new LinkedHashMap<>();
        for (StudentId student : students) {
            if (find(student).isEmpty()) {
                parts.identitiesOf(index.handlesOf(student)).stream()
                        .max(Comparator.comparingLong(StudentRecorder::stated))
                        .ifPresent(fullest -> known.put(student, fullest));
            }
        }
        enter(known);
    }

    /** How much it says. */
    private static long stated(Identity identity) {
        return Stream.of(identity.number(), identity.firstName(), identity.lastName(), identity.birthDate())
                .filter(Objects::nonNull)
                .count();
    }

    /** Enters those of them who do not stand in the list. */
    public void enter(Map<StudentId, Identity> known) throws Exception {
        record(known.entrySet().stream()
                .filter(one -> find(one.getKey()).isEmpty())
                .map(one -> new StatedStudent(
                        one.getKey(), KnownBy.ENTRY, one.getValue(), StatedStatistics.NOTHING, List.of(), List.of()))
                .toList());
    }

    private static String number(StatedStudent one) {
        Identity identity = one.identity();
        if (identity == null || identity.number() == null) {
            throw new IllegalArgumentException("A student is found by number or id");
        }
        return identity.number();
    }

    private Map<StudentId, StudentEntry> entries(Collection<StudentId> ids, KnownStudents inHand) {
        Map<StudentId, Optional<Aggregate<Student>>> found = new LinkedHashMap<>();
        ids.forEach(id -> found.put(id, find(id)));
        List<Known> known = found.values().stream()
                .flatMap(Optional::stream)
                .map(StudentRecorder::state)
                .toList();
        var identities = parts.openAll(known.stream().map(Known::identity).toList(), Identity.class);
        var statistics = parts.openAll(
                known.stream().map(Known::statistics).filter(Objects::nonNull).toList(), Statistics.class);
        List<StudentId> unknown = ids.stream()
                .filter(id -> Objects.requireNonNull(found.get(id)).isEmpty())
                .toList();
        List<CaseSecrets> opened = index.openCases(
                unknown.stream().map(id -> new CaseOpening(id, null)).toList(), inHand);
        Map<StudentId, CaseSecrets> begun = new HashMap<>();
        for (int i = 0; i < opened.size(); i++) {
            begun.put(unknown.get(i), opened.get(i));
        }
        Map<StudentId, StudentEntry> entries = new LinkedHashMap<>();
        found.forEach((id, aggregate) -> entries.put(
                id,
                aggregate
                        .map(one -> StudentEntry.known(
                                id,
                                one,
                                value(identities, state(one).identity()),
                                value(statistics, state(one).statistics()),
                                parts))
                        .orElseGet(() ->
                                StudentEntry.unknown(id, this::decide, parts, Objects.requireNonNull(begun.get(id))))));
        return entries;
    }

    private static <T extends PersonalPart> @Nullable T value(
            Map<SecretId, Opened<T>> opened, @Nullable SecretRef reference) {
        Opened<T> part = reference == null ? null : opened.get(reference.secretId());
        return part == null ? null : part.value().orElse(null);
    }

    /** @throws brightline.command.submission.CommandRejected where the entry rests, since the student is another */
    static Known state(Aggregate<Student> student) {
        return switch (student.invoke(Student::state)) {
            case Known known -> known;
            case Joined _ -> throw ReferenceRule.STUDENT_JOINED.broken();
            case Unknown _ -> throw ReferenceRule.STUDENT_UNKNOWN.broken();
        };
    }

    /** The student's entry; empty if there is none, or nothing but a joining that was undone. */
    Optional<Aggregate<Student>> find(StudentId id) {
        return stream(id).filter(student -> !(student.invoke(Student::state) instanceof Unknown));
    }

    /** Whom the student's own stream says it turned out to be; empty for itself. */
    Optional<StudentId> joinedWith(StudentId id) {
        return stream(id)
                .flatMap(student -> student.invoke(Student::state) instanceof Joined(var into, var _)
                        ? Optional.of(into)
                        : Optional.empty());
    }

    /** Seals the identity anew and lets the entry decide with it. @return the entry's version */
    long reidentify(Aggregate<Student> student, Identity identity, Function<SecretRef, StudentCommand> command) {
        CaseSecrets secrets = parts.existingCase(state(student).subject());
        SecretRef sealed = Objects.requireNonNull(secrets.seal(identity));
        student.execute(entry -> entry.decide(command.apply(sealed)));
        parts.store(List.of(secrets));
        return student.version();
    }

    /** Lets a stream say that the student is another, or no longer; it may begin with that. */
    Aggregate<Student> decide(StudentCommand command) throws Exception {
        Optional<Aggregate<Student>> known = stream(command.studentId());
        if (known.isPresent()) {
            known.get().execute(entry -> entry.decide(command));
            return known.get();
        }
        Aggregate<Student> student = repository().newInstance(() -> {
            Student begun = new Student();
            begun.decide(command);
            return begun;
        });
        begunNow().put(command.studentId(), student);
        return student;
    }

    /**
     * The student's stream, also one that this submission began; empty if there is none. Asks the log before the repository, as other
     * nodes may have written.
     *
     * @throws ConcurrencyException when another node has just written it: the same submission may be tried again
     */
    private Optional<Aggregate<Student>> stream(StudentId id) {
        Aggregate<Student> begun = begunNow().get(id);
        if (begun != null) {
            return Optional.of(begun);
        }
        Optional<Long> stored = streams.version(id.toString(), Student.class);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        Aggregate<Student> aggregate = repository().load(id.toString());
        if (!stored.get().equals(aggregate.version())) {
            throw new ConcurrencyException("The student's entry was written elsewhere");
        }
        return Optional.of(aggregate);
    }

    /** Streams that the submission began, which the log does not have yet. */
    private static Map<StudentId, Aggregate<Student>> begunNow() {
        return CurrentUnitOfWork.get().root().getOrComputeResource("students-begun", _ -> new HashMap<>());
    }

    private Repository<Student> repository() {
        return axon.repository(Student.class);
    }
}

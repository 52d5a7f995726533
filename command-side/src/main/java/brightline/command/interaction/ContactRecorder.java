package brightline.command.interaction;

import brightline.command.interaction.CountedStudents.Counted;
import brightline.command.interaction.InteractionCommand.RecordContact;
import brightline.command.interaction.NumbersInUse.Named;
import brightline.command.interaction.NumbersInUse.Whose;
import brightline.command.register.ReferenceRule;
import brightline.command.register.RegisterEdition;
import brightline.command.submission.Findings;
import brightline.edge.keys.CaseSecrets;
import brightline.edge.keys.KnownStudents;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.edge.keys.PersonalParts;
import brightline.edge.keys.StudentIndex;
import brightline.edge.keys.StudentIndex.CaseOpening;
import brightline.events.IncidentId;
import brightline.events.Source;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionRecord;
import brightline.events.interaction.SealedParts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the personal parts out of contacts and records what is left, all in the submission's transaction. */
@Component
public class ContactRecorder {
    private final PersonalParts parts;
    private final StudentIndex index;
    private final NumbersInUse numbers;
    private final CountedStudents counted;
    private final Interactions interactions;

    ContactRecorder(
            PersonalParts parts,
            StudentIndex index,
            NumbersInUse numbers,
            CountedStudents counted,
            Interactions interactions) {
        this.parts = parts;
        this.index = index;
        this.numbers = numbers;
        this.counted = counted;
        this.interactions = interactions;
    }

    /**
     * Records the contacts of one incident, keys and ciphertexts first.
     *
     * @param pointers where in the document each contact stands, by its place in the list from 0
     * @return each as it now stands, in their order
     * @throws brightline.command.submission.CommandRejected when a student is already part of the incident, or several have a number
     *     and nothing tells which is meant
     * @throws brightline.edge.problem.ProblemException 400 when a student's number is known to be another student's
     */
    public List<InteractionAnswer> record(
            IncidentId incident,
            List<StudentContact> contacts,
            IntFunction<String> pointers,
            Source source,
            RegisterEdition register)
            throws Exception {
        KnownStudents known = known(contacts);
        List<@Nullable StudentId> students = students(
                contacts.stream()
                        .map(contact -> contact.told().of(contact.identity()))
                        .toList(),
                known,
                place -> pointers.apply(place) + "/student");
        List<CaseSecrets> secrets = open(incident, students, known);
        Counted statistics = counted.of(students);
        List<RecordContact> commands = new ArrayList<>();
        for (int i = 0; i < secrets.size(); i++) {
            StudentContact contact = contacts.get(i);
            commands.add(sealed(
                    incident,
                    contact,
                    source,
                    statistics.statistics(
                            contact.statistics(),
                            students.get(i),
                            contact.facts().occurredAt(),
                            register),
                    secrets.get(i)));
        }
        parts.store(secrets);
        List<InteractionAnswer> answers = new ArrayList<>();
        for (RecordContact command : commands) {
            Aggregate<Interaction> begun = interactions.begin(() -> new Interaction(command));
            answers.add(answer(begun, register));
        }
        return answers;
    }

    static InteractionAnswer answer(Aggregate<Interaction> aggregate, RegisterEdition register) {
        InteractionRecord record = Objects.requireNonNull(aggregate.invoke(Interaction::record));
        return InteractionAnswer.of(record, aggregate.version(), register);
    }

    /** The record the contact would make; nothing is looked up or written about the student. */
    public static InteractionRecord draft(IncidentId incident, StudentContact contact) {
        SealedParts nothing = new SealedParts(new SubjectHandle(new UUID(0, 0)), null, null, null);
        RecordContact command =
                new RecordContact(contact.interactionId(), incident, contact.facts(), nothing, Source.ENTERED);
        InteractionRecord record = null;
        for (InteractionEvent event : InteractionDecider.decide(command, new InteractionState.Unrecorded())) {
            record = InteractionRecord.evolve(record, event);
        }
        return Objects.requireNonNull(record);
    }

    private KnownStudents known(List<StudentContact> contacts) {
        Set<String> numbers = new HashSet<>();
        for (StudentContact contact : contacts) {
            Identity identity = contact.identity();
            if (identity != null && identity.number() != null) {
                numbers.add(identity.number());
            }
        }
        return index.studentsWithNumbers(numbers);
    }

    /**
     * Who each contact is about; null where nobody said a number.
     *
     * @param pointers where in the document each student stands
     */
    private List<@Nullable StudentId> students(List<Named> named, KnownStudents known, IntFunction<String> pointers)
            throws Exception {
        Findings wrong = new Findings();
        Findings unclear = new Findings();
        List<@Nullable StudentId> students = new ArrayList<>();
        for (Whose whose : numbers.whose(named, known.holders())) {
            String at = pointers.apply(students.size());
            students.add(
                    switch (whose) {
                        case Whose.Of(var student, var _) -> student;
                        case Whose.Nobodys _ -> null;
                        case Whose.OneOfSeverals _ -> {
                            unclear.add(
                                    at + "/number",
                                    "several-students",
                                    "is the number of several students: state name and birth date, or choose the one that is meant");
                            yield null;
                        }
                        case Whose.SomebodyElses _ -> {
                            wrong.add(
                                    at + "/number",
                                    "another-student",
                                    "is the number of another student, whose name and birth date are not this one's; check all three,"
                                            + " and say so if it is another person all the same");
                            yield null;
                        }
                        case Whose.NotOfEntry _ -> {
                            wrong.add(at + "/entry", "wrong-value", "is no entry of a student with this number");
                            yield null;
                        }
                    });
        }
        wrong.refuseIfAny();
        if (!unclear.none()) {
            throw ReferenceRule.NUMBER_OF_SEVERAL_STUDENTS.broken(unclear);
        }
        return students;
    }

    /**
     * Opens a case for each student, or for somebody not identified.
     *
     * @param known of whom the students are
     */
    List<CaseSecrets> open(IncidentId incident, List<@Nullable StudentId> students, KnownStudents known) {
        List<CaseOpening> openings = new ArrayList<>();
        for (StudentId student : students) {
            openings.add(new CaseOpening(student, incident));
        }
        try {
            return index.openCases(openings, known);
        } catch (StudentIndex.StudentTwice _) {
            throw InteractionRule.STUDENT_ALREADY_IN_INCIDENT.broken();
        }
    }

    /**
     * Gives up the case of a contact and opens another, for whom it was about.
     *
     * @param named nobody when it turned out that the student was not identified
     * @param pointer where in a document the student stands; null where a file says it
     * @throws brightline.command.submission.CommandRejected when nobody can tell from it who is meant
     */
    CaseSecrets reopened(InteractionRecord record, Named named, @Nullable String pointer) throws Exception {
        Identity identity = named.identity();
        String number = identity == null ? null : identity.number();
        KnownStudents known = number == null ? KnownStudents.NONE : index.studentsWithNumbers(Set.of(number));
        List<@Nullable StudentId> students = pointer == null
                ? Collections.singletonList(studentOfFile(named, known))
                : students(List.of(named), known, _ -> pointer);
        index.releaseCase(record.subject());
        return open(record.incidentId(), students, known).getFirst();
    }

    /** No document is there to point at: whatever is unclear refuses the line. */
    private @Nullable StudentId studentOfFile(Named named, KnownStudents known) throws Exception {
        return switch (numbers.whose(List.of(named), known.holders()).getFirst()) {
            case Whose.Of(var student, var _) -> student;
            case Whose.Nobodys _ -> null;
            case Whose.OneOfSeverals _ -> throw ReferenceRule.NUMBER_OF_SEVERAL_STUDENTS.broken();
            case Whose.SomebodyElses _, Whose.NotOfEntry _ -> throw InteractionRule.NUMBER_OF_ANOTHER_STUDENT.broken();
        };
    }

    private static RecordContact sealed(
            IncidentId incident,
            StudentContact contact,
            Source source,
            @Nullable Statistics statistics,
            CaseSecrets secrets) {
        SealedParts sealed = new SealedParts(
                secrets.subject(),
                secrets.seal(contact.identity()),
                secrets.seal(statistics),
                secrets.seal(contact.narrative()));
        return new RecordContact(contact.interactionId(), incident, contact.facts(), sealed, source);
    }
}

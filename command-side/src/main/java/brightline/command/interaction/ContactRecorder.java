package brightline.command.interaction;

import brightline.command.interaction.InteractionCommand.RecordContact;
import brightline.command.interaction.StudentContact.SourceFacts;
import brightline.command.register.RegisterEdition;
import brightline.edge.keys.CaseSecrets;
import brightline.edge.keys.KnownStudents;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.edge.keys.PersonalParts;
import brightline.edge.keys.StudentIndex;
import brightline.edge.keys.StudentIndex.CaseOpening;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.SecretRef;
import brightline.events.Source;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionEvent.ActionUnticked;
import brightline.events.interaction.InteractionEvent.AdviceShown;
import brightline.events.interaction.InteractionEvent.InteractionOpened;
import brightline.events.interaction.InteractionEvent.SourceRecorded;
import brightline.events.interaction.InteractionRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes the personal parts out of contacts and records what is left, all in the submission's transaction. */
@Component
public class ContactRecorder {
    private final PersonalParts parts;
    private final StudentIndex index;
    private final Interactions interactions;

    ContactRecorder(PersonalParts parts, StudentIndex index, Interactions interactions) {
        this.parts = parts;
        this.index = index;
        this.interactions = interactions;
    }

    /**
     * Records the contacts of one incident, keys and ciphertexts first.
     *
     * @return each as it now stands, in their order
     * @throws brightline.command.submission.CommandRejected when a student is already part of the incident
     */
    public List<InteractionAnswer> record(
            IncidentId incident, List<StudentContact> contacts, Source source, RegisterEdition register)
            throws Exception {
        KnownStudents known = known(contacts);
        List<@Nullable StudentId> students = students(contacts, known);
        List<CaseSecrets> secrets = open(incident, students, known);
        List<RecordContact> commands = new ArrayList<>();
        for (int i = 0; i < secrets.size(); i++) {
            commands.add(sealed(incident, contacts.get(i), source, students.get(i), secrets.get(i), register));
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
        RecordContact command = unsealed(incident, contact);
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

    /** Who each contact is about; null where nobody said a number. */
    private static List<@Nullable StudentId> students(List<StudentContact> contacts, KnownStudents known) {
        List<@Nullable StudentId> students = new ArrayList<>();
        for (StudentContact contact : contacts) {
            Identity identity = contact.identity();
            students.add(identity == null || identity.number() == null ? null : known.withNumber(identity.number()));
        }
        return students;
    }

    /** Student numbers are compared without case and outer blanks. */
    public static String normal(String studentNumber) {
        return studentNumber.strip().toUpperCase(Locale.ROOT);
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

    /** The statistics with the student's pseudonym for the school year; null when there is neither. */
    @Nullable
    SecretRef sealStatistics(
            CaseSecrets secrets,
            @Nullable Statistics stated,
            @Nullable StudentId student,
            Instant occurredAt,
            RegisterEdition register) {
        if (student == null) {
            return secrets.seal(stated);
        }
        return secrets.seal((stated == null ? Statistics.NONE : stated)
                .under(index.pseudonym(student, register.schoolYear(occurredAt))));
    }

    private RecordContact sealed(
            IncidentId incident,
            StudentContact contact,
            Source source,
            @Nullable StudentId student,
            CaseSecrets secrets,
            RegisterEdition register) {
        SecretRef identity = secrets.seal(contact.identity());
        SecretRef statistics = sealStatistics(secrets, contact.statistics(), student, contact.occurredAt(), register);
        SecretRef narrative = secrets.seal(contact.narrative());
        return command(incident, contact, source, secrets.subject(), identity, statistics, narrative);
    }

    private static RecordContact unsealed(IncidentId incident, StudentContact contact) {
        return command(incident, contact, Source.ENTERED, new SubjectHandle(new UUID(0, 0)), null, null, null);
    }

    private static RecordContact command(
            IncidentId incident,
            StudentContact contact,
            Source source,
            SubjectHandle subject,
            @Nullable SecretRef identity,
            @Nullable SecretRef statistics,
            @Nullable SecretRef narrative) {
        InteractionId id = contact.interactionId();
        SourceFacts facts = contact.source();
        return new RecordContact(
                new InteractionOpened(
                        id,
                        incident,
                        subject,
                        contact.role(),
                        contact.occurredAt(),
                        contact.initiator(),
                        contact.requestedBy(),
                        contact.homeSchool(),
                        contact.reportingOfficer(),
                        contact.reportingCapacity(),
                        identity,
                        statistics,
                        source),
                contact.conduct(),
                contact.actions(),
                contact.deEscalation(),
                contact.questioning(),
                contact.force(),
                contact.noticePacket(),
                contact.decision(),
                narrative,
                contact.advised().stream()
                        .map(shown -> new AdviceShown(
                                id,
                                shown.involvementClass(),
                                shown.rule(),
                                shown.ruleSet(),
                                shown.agreement(),
                                shown.shownAt(),
                                shown.actions()))
                        .toList(),
                contact.unticked().stream()
                        .map(one -> new ActionUnticked(id, one.action(), one.untickedAt(), one.reason()))
                        .toList(),
                facts == null
                        ? null
                        : new SourceRecorded(id, facts.profile(), facts.key(), facts.codes(), facts.values()));
    }
}

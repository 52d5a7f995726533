package brightline.query;

import brightline.edge.clock.RecordingClock;
import brightline.edge.keys.CaseSecrets;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.edge.keys.PersonalParts;
import brightline.edge.keys.StudentIndex;
import brightline.edge.store.EventMetadata;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.SecretRef;
import brightline.events.Stated;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import brightline.events.agency.AgencyEvent;
import brightline.events.agreement.AgreementEvent;
import brightline.events.care.CareEvent;
import brightline.events.diversion.DiversionEvent;
import brightline.events.imports.ImportEvent;
import brightline.events.incident.IncidentEvent;
import brightline.events.incident.IncidentEvent.IncidentOpened;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionEvent.SubjectCorrected;
import brightline.events.officer.OfficerEvent;
import brightline.events.officer.OfficerEvent.OfficerRegistered;
import brightline.events.referral.CounterpartEvent;
import brightline.events.referral.ReferralEvent;
import brightline.events.roster.RosterEvent;
import brightline.events.school.SchoolEvent;
import brightline.events.school.SchoolEvent.SchoolRegistered;
import brightline.events.student.StudentEvent;
import brightline.events.student.StudentEvent.StatisticsPart;
import brightline.events.student.StudentEvent.StatisticsRecorded;
import brightline.events.student.StudentEvent.StudentEnrolled;
import brightline.events.student.StudentEvent.StudentRegistered;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Appends what happened, one submission after another, as the command side would. */
public final class Story {
    public static final Correction BECAUSE =
            new Correction(new Code("correction-reason", "OTHER"), new Code("correction-basis", "OTHER"), null);

    private final ApplicationContext program;
    private final Map<String, Long> sequences = new HashMap<>();
    private long number;
    private String place = "HALLWAY";

    Story(ApplicationContext program) {
        this.program = program;
    }

    /** What is recorded from now on is recorded then. */
    public Story recordedAt(String moment) {
        program.getBean(RecordingClock.class).set(Instant.parse(moment));
        return this;
    }

    /** Where the incidents that follow take place, a code of the list {@code place}. */
    public Story at(String code) {
        place = code;
        return this;
    }

    public Story school(String code, String name) {
        submit(new SchoolRegistered(new SchoolCode(code), name));
        return this;
    }

    public OfficerId officer(String name) {
        OfficerId officer =
                new OfficerId(UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        submit(new OfficerRegistered(officer, "star-" + name, name, new Code("capacity", "SRO")));
        return officer;
    }

    /** One incident with its students, in one submission. */
    public IncidentId incident(String school, Contact... contacts) {
        return incident(new IncidentId(UUID.randomUUID()), school, contacts);
    }

    public IncidentId incident(IncidentId incident, String school, Contact... contacts) {
        submit(eventsOf(incident, school, contacts).toArray());
        return incident;
    }

    /** The events of such a submission, not yet appended. */
    public List<Object> eventsOf(IncidentId incident, String school, Contact... contacts) {
        List<Object> events = new ArrayList<>();
        events.add(new IncidentOpened(
                incident,
                "BL-2026-%05d".formatted(++number),
                new SchoolCode(school),
                new Code("place", place),
                Stated.YES,
                contacts[0].occurredAt(),
                List.of(),
                java.util.Arrays.stream(contacts).map(Contact::id).toList(),
                contacts[0].source()));
        for (Contact contact : contacts) {
            SubjectHandle subject = new SubjectHandle(UUID.randomUUID());
            events.addAll(contact.events(incident, subject, seal(subject, contact.statistics())));
        }
        return events;
    }

    /** A student in the district's list, in one submission. @param gradeBand null where none is recorded */
    public StudentId student(
            String number,
            String firstName,
            String lastName,
            @Nullable LocalDate birthDate,
            @Nullable String gradeBand,
            String school,
            LocalDate from) {
        List<Object> events = studentEvents(number, firstName, lastName, birthDate, gradeBand, school, from);
        submit(events.toArray());
        return ((StudentEvent) events.getFirst()).studentId();
    }

    /** The events of such a submission, not yet appended. */
    public List<Object> studentEvents(
            String number,
            String firstName,
            String lastName,
            @Nullable LocalDate birthDate,
            @Nullable String gradeBand,
            String school,
            LocalDate from) {
        StudentId student = program.getBean(StudentIndex.class).studentWithNumber(number);
        SubjectHandle subject = new SubjectHandle(UUID.randomUUID());
        PersonalParts parts = program.getBean(PersonalParts.class);
        CaseSecrets secrets = parts.newCase(subject);
        SecretRef identity = Objects.requireNonNull(secrets.seal(new Identity(number, firstName, lastName, birthDate)));
        SecretRef statistics = gradeBand == null
                ? null
                : secrets.seal(new Statistics(
                        null, null, new Code("grade-band", gradeBand), null, null, Stated.MISSING, null));
        parts.store(List.of(secrets));
        List<Object> events = new ArrayList<>();
        events.add(new StudentRegistered(student, subject, identity));
        if (statistics != null) {
            events.add(new StatisticsRecorded(student, List.of(StatisticsPart.GRADE_BAND), statistics));
        }
        events.add(new StudentEnrolled(student, new SchoolCode(school), from));
        return events;
    }

    /** An identity kept under a case of its own. */
    public SecretRef sealIdentity(Identity identity) {
        PersonalParts parts = program.getBean(PersonalParts.class);
        CaseSecrets secrets = parts.newCase(new SubjectHandle(UUID.randomUUID()));
        SecretRef ref = Objects.requireNonNull(secrets.seal(identity));
        parts.store(List.of(secrets));
        return ref;
    }

    /** Says of a contact which student of the district's list it was about, known by the pseudonym of that school year. */
    public Story about(StudentId student, Contact contact, IncidentId incident, String schoolYear) {
        StudentIndex index = program.getBean(StudentIndex.class);
        SubjectHandle subject = new SubjectHandle(UUID.randomUUID());
        CaseSecrets secrets = index.openCase(subject, student, incident);
        SecretRef statistics = secrets.seal(Statistics.NONE.under(index.pseudonym(student, schoolYear), null));
        program.getBean(PersonalParts.class).store(List.of(secrets));
        submit(new SubjectCorrected(contact.id(), subject, subject, null, null, statistics, BECAUSE));
        return this;
    }

    public @Nullable SecretRef seal(SubjectHandle subject, @Nullable Statistics statistics) {
        PersonalParts parts = program.getBean(PersonalParts.class);
        CaseSecrets secrets = parts.newCase(subject);
        SecretRef ref = secrets.seal(statistics);
        parts.store(List.of(secrets));
        return ref;
    }

    /** Appends events in one transaction. @return the index of the last one */
    public long submit(Object... events) {
        MetaData said = MetaData.from(Map.of(
                EventMetadata.ACTOR,
                "tester",
                EventMetadata.SUBMISSION,
                UUID.randomUUID().toString()));
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        for (Object event : events) {
            String stream = stream(event);
            long sequence = sequences.merge(stream, 0L, (before, _) -> before + 1);
            messages.add(new GenericDomainEventMessage<>(type(event), stream, sequence, event, said));
        }
        var work = DefaultUnitOfWork.startAndGet(null);
        work.attachTransaction(program.getBean(TransactionManager.class));
        work.execute(() -> program.getBean(EventStore.class).publish(messages));
        return org.springframework.jdbc.core.simple.JdbcClient.create(program.getBean(javax.sql.DataSource.class))
                .sql("select global_index from log.domain_event_entry where event_identifier = ?")
                .param(messages.getLast().getIdentifier())
                .query(Long.class)
                .single();
    }

    /** The next event of that stream will have this place in it. */
    public void nextInStream(String stream, long sequence) {
        sequences.put(stream, sequence - 1);
    }

    private static String type(Object event) {
        return Objects.requireNonNull(event.getClass().getEnclosingClass()).getSimpleName();
    }

    private static String stream(Object event) {
        return switch (event) {
            case IncidentEvent one -> one.incidentId().toString();
            case InteractionEvent one -> one.interactionId().toString();
            case SchoolEvent one -> one.school().toString();
            case OfficerEvent one -> one.officerId().toString();
            case StudentEvent one -> one.studentId().toString();
            case AgreementEvent one -> one.agreementId().toString();
            case ImportEvent one -> one.importId().toString();
            case DiversionEvent one -> one.diversionId().toString();
            case ReferralEvent one -> one.referralId().toString();
            case CounterpartEvent one -> one.counterpartId().toString();
            case CareEvent one -> one.deadLetterId().toString();
            case AgencyEvent _ -> AgencyEvent.STREAM;
            case RosterEvent one -> one.listId().toString();
            default ->
                DeskStory.stream(event)
                        .orElseThrow(() ->
                                new IllegalArgumentException(event.getClass().getName()));
        };
    }

    /** A new id for an interaction. */
    static InteractionId interaction() {
        return new InteractionId(UUID.randomUUID());
    }
}

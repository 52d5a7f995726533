package brightline.command.imports;

import brightline.command.imports.ImportStatus.Rejection;
import brightline.command.register.ReferenceRegister;
import brightline.command.register.RegisterEdition;
import brightline.edge.clock.RecordingClock;
import brightline.edge.keys.CaseSecrets;
import brightline.edge.keys.KnownStudents;
import brightline.edge.keys.PersonalPart.*;
import brightline.edge.keys.PersonalParts;
import brightline.edge.keys.StudentIndex;
import brightline.edge.keys.StudentIndex.CaseOpening;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.SchoolCode;
import brightline.events.Source;
import brightline.events.StudentId;
import brightline.events.incident.IncidentEvent.IncidentOpened;
import brightline.events.incident.IncidentEvent.InteractionAdded;
import brightline.events.incident.IncidentNumber;
import brightline.events.incident.OutsideReference;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionEvent.SourceRecorded;
import brightline.events.interaction.SealedParts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** Records lines as facts, within the transaction of their chunk. No review, deadline or notice comes of them. */
final class LineRecorder {
    private final ProvisionalSchools schools;
    private final ImportLedger ledger;
    private final ReferenceRegister register;
    private final PersonalParts parts;
    private final StudentIndex index;
    private final EventStore log;
    private final RecordingClock clock;

    LineRecorder(
            ProvisionalSchools schools,
            ImportLedger ledger,
            ReferenceRegister register,
            PersonalParts parts,
            StudentIndex index,
            EventStore log,
            RecordingClock clock) {
        this.schools = schools;
        this.ledger = ledger;
        this.register = register;
        this.parts = parts;
        this.index = index;
        this.log = log;
        this.clock = clock;
    }

    /**
     * @param contacts none of which was recorded before
     * @return those that cannot be recorded after all
     */
    List<Rejection> record(ImportStatus status, List<ImportedContact> contacts) throws Exception {
        RegisterEdition known = register.current();
        registerSchools(status, contacts);
        Source source = new Source(status.importId(), status.format(), status.assumedImminence());
        List<Rejection> rejections = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        contacts.forEach(contact -> number(contact).ifPresent(numbers::add));
        KnownStudents students = index.studentsWithNumbers(numbers);
        Map<ImportedContact, CaseOpening> openings = openings(contacts, students, rejections);
        List<CaseSecrets> secrets = index.openCases(List.copyOf(openings.values()), students);
        Iterator<CaseSecrets> sealing = secrets.iterator();
        List<List<InteractionEvent>> interactions = new ArrayList<>();
        Map<SourceKey, List<ImportedContact>> byIncident = new LinkedHashMap<>();
        openings.forEach((contact, opening) -> {
            IncidentId incident = Objects.requireNonNull(opening.incident());
            interactions.add(facts(contact, incident, sealing.next(), opening.student(), source, known));
            byIncident
                    .computeIfAbsent(contact.incidentKey(), _ -> new ArrayList<>())
                    .add(contact);
        });
        parts.store(secrets);
        ImportedStreams streams = new ImportedStreams(log);
        incidents(status, byIncident, source, known.agency().zone(), streams);
        interactions.forEach(streams::interaction);
        streams.append();
        return rejections;
    }

    private void registerSchools(ImportStatus status, List<ImportedContact> contacts) throws Exception {
        Map<SchoolCode, String> named = new LinkedHashMap<>();
        for (ImportedContact contact : contacts) {
            String name = contact.schoolName();
            named.putIfAbsent(contact.school(), name == null ? contact.school().value() : name);
        }
        schools.register(status.importId(), named);
    }

    /** What each line opens, in their order; lines that name a student again in one incident are rejected. */
    private Map<ImportedContact, CaseOpening> openings(
            List<ImportedContact> contacts, KnownStudents students, List<Rejection> rejections) {
        Map<ImportedContact, CaseOpening> openings = new LinkedHashMap<>();
        for (ImportedContact contact : contacts) {
            openings.put(
                    contact,
                    new CaseOpening(
                            number(contact).map(students::withNumber).orElse(null),
                            new IncidentId(contact.incidentKey().id())));
        }
        Set<CaseOpening> taken = new HashSet<>(index.alreadyOpen(openings.values(), students));
        openings.entrySet().removeIf(line -> {
            CaseOpening opening = line.getValue();
            boolean twice = opening.student() != null && !taken.add(opening);
            if (twice) {
                rejections.add(new Rejection(
                        line.getKey().line(), "student_number", "the student is already part of this incident"));
            }
            return twice;
        });
        return openings;
    }

    private static Optional<String> number(ImportedContact contact) {
        return Optional.ofNullable(contact.identity()).map(Identity::number);
    }

    /**
     * Lines of one incident may stand apart: what comes later is added. The incident keeps the earliest moment of the lines
     * it was opened with; the earliest of all is that of its interactions, each of which has its own.
     */
    private void incidents(
            ImportStatus status,
            Map<SourceKey, List<ImportedContact>> byIncident,
            Source source,
            ZoneId zone,
            ImportedStreams streams) {
        Map<String, SourceKey> byHash =
                byIncident.keySet().stream().collect(Collectors.toMap(SourceKey::hash, key -> key));
        Set<String> fresh = ledger.take(status.format(), byHash.keySet());
        List<Long> numbers = new ArrayList<>(fresh.isEmpty() ? List.of() : ledger.incidentNumbers(fresh.size()));
        Map<IncidentId, List<InteractionAdded>> added = new HashMap<>();
        byIncident.forEach((key, contacts) -> {
            IncidentId id = new IncidentId(key.id());
            List<InteractionId> interactions = contacts.stream()
                    .map(contact -> new InteractionId(contact.personKey().id()))
                    .toList();
            if (fresh.contains(key.hash())) {
                streams.incident(
                        opened(id, numbers.removeFirst(), contacts, interactions, source, clock.instant(), zone));
            } else {
                added.put(
                        id,
                        interactions.stream()
                                .map(interaction -> new InteractionAdded(id, interaction))
                                .toList());
            }
        });
        streams.addedTo(added);
    }

    private static IncidentOpened opened(
            IncidentId id,
            long number,
            List<ImportedContact> contacts,
            List<InteractionId> interactions,
            Source source,
            Instant recordedAt,
            ZoneId zone) {
        ImportedContact first = contacts.getFirst();
        Instant earliest = contacts.stream()
                .map(contact -> contact.facts().occurredAt())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        List<OutsideReference> references = contacts.stream()
                .flatMap(contact -> contact.references().stream())
                .distinct()
                .toList();
        return new IncidentOpened(
                id,
                IncidentNumber.of(recordedAt, zone, number),
                first.school(),
                first.place(),
                first.inSession(),
                earliest,
                references,
                interactions,
                source);
    }

    private List<InteractionEvent> facts(
            ImportedContact contact,
            IncidentId incident,
            CaseSecrets secrets,
            @Nullable StudentId student,
            Source source,
            RegisterEdition known) {
        InteractionId id = new InteractionId(contact.personKey().id());
        String account = contact.narrative();
        SealedParts parts = new SealedParts(
                secrets.subject(),
                secrets.seal(contact.identity()),
                secrets.seal(statistics(contact, student, known)),
                secrets.seal(account == null ? null : new Narrative(account)));
        List<InteractionEvent> facts = contact.facts().asEvents(id, incident, parts, source);
        facts.add(new SourceRecorded(
                id, contact.personKey().profile(), contact.personKey().text(), contact.codes(), contact.values()));
        return facts;
    }

    private @Nullable Statistics statistics(
            ImportedContact contact, @Nullable StudentId student, RegisterEdition known) {
        Statistics stated = contact.statistics();
        if (stated == null || student == null) {
            return stated;
        }
        return stated.under(
                index.pseudonym(student, known.schoolYear(contact.facts().occurredAt())));
    }
}

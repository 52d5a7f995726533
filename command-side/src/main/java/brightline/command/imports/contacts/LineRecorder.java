package brightline.command.imports.contacts;

import brightline.command.imports.contacts.LineCorrector.Corrected;
import brightline.command.imports.contacts.SourceKeys.Said;
import brightline.command.imports.file.*;
import brightline.command.imports.file.ImportStatus.Rejection;
import brightline.command.interaction.CountedStudents;
import brightline.command.interaction.CountedStudents.Counted;
import brightline.command.interaction.NumbersInUse;
import brightline.command.interaction.NumbersInUse.Apart;
import brightline.command.interaction.NumbersInUse.Named;
import brightline.command.interaction.NumbersInUse.Whose;
import brightline.command.register.RegisterEdition;
import brightline.command.register.SchoolEntry;
import brightline.edge.clock.RecordingClock;
import brightline.edge.keys.CaseSecrets;
import brightline.edge.keys.KnownStudents;
import brightline.edge.keys.PersonalPart.*;
import brightline.edge.keys.PersonalParts;
import brightline.edge.keys.StudentIndex;
import brightline.edge.keys.StudentIndex.CaseOpening;
import brightline.events.ComparisonForm;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.SchoolCode;
import brightline.events.Source;
import brightline.events.Stated;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import brightline.events.clash.ClashCause;
import brightline.events.incident.IncidentEvent.IncidentOpened;
import brightline.events.incident.IncidentEvent.InteractionAdded;
import brightline.events.incident.IncidentNumber;
import brightline.events.incident.OutsideReference;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.SealedParts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Records lines as facts, within the transaction of their chunk. No review, deadline or notice comes of them. */
@Component
final class LineRecorder {
    /** Of the columns that are a key, for who prepares a file. */
    static final String KNOWN_KEYS =
            "What a later file says otherwise under a known key (%s) is a correction of the record; what was corrected here by hand since stays as"
                    + " it is, and is noted. A line that says the same again changes nothing.";

    private static final Note KEPT =
            Note.ofRecords("What was corrected here by hand since stays, though the file says otherwise");

    private static final Note OVERTAKEN =
            Note.ofRecords("A file that was sent later and read sooner says otherwise, and that stands");

    private static final Note SEVERAL_NAMES = Note.ofRecords("One code bears several names, and the first stands");

    private final ProvisionalSchools schools;
    private final LineCorrector corrector;
    private final IncidentLines incidentLines;
    private final SourceKeys keys;
    private final StatedContent contents;
    private final PersonalParts parts;
    private final StudentIndex index;
    private final NumbersInUse numbers;
    private final CountedStudents counted;
    private final NamedInFile named;
    private final EventStore log;
    private final RecordingClock clock;

    /** @param log comes lazily: its configuration looks for command handlers */
    LineRecorder(
            ProvisionalSchools schools,
            LineCorrector corrector,
            IncidentLines incidentLines,
            SourceKeys keys,
            StatedContent contents,
            PersonalParts parts,
            StudentIndex index,
            NumbersInUse numbers,
            CountedStudents counted,
            NamedInFile named,
            @Lazy EventStore log,
            RecordingClock clock) {
        this.schools = schools;
        this.corrector = corrector;
        this.incidentLines = incidentLines;
        this.keys = keys;
        this.contents = contents;
        this.parts = parts;
        this.index = index;
        this.numbers = numbers;
        this.counted = counted;
        this.named = named;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Answers every line: lines of one key that say the same are one contact, and one that was ever recorded is not recorded again. What
     * says something else under a known key than its source sent last is a correction; under a key of the same file it is rejected by
     * name: which of the two is right nobody can tell from it.
     */
    void take(ImportStatus status, List<ImportedContact> read, RegisterEdition known, Answers answers)
            throws Exception {
        List<ImportedContact> contacts = underKnownKeys(status, read);
        Map<String, ImportedContact> byKey = new LinkedHashMap<>();
        Map<String, Said> said = new HashMap<>();
        Map<ImportedContact, Said> again = new LinkedHashMap<>();
        for (ImportedContact contact : contacts) {
            String key = contact.personKey().hash();
            Said one = new Said(contents.of(contact), contact.line());
            if (said.putIfAbsent(key, one) == null) {
                byKey.put(key, contact);
            } else {
                again.put(contact, one);
            }
        }
        Map<String, Said> first = new HashMap<>(said);
        Set<String> fresh = keys.take(status.format(), status.importId(), said);
        said.keySet().removeAll(fresh);
        Map<String, ImportedContact> changed = new LinkedHashMap<>();
        Map<String, Said> sent = new HashMap<>();
        Map<String, SourceKeys.Known> sentBefore = keys.known(status.format(), status.importId(), said.keySet());
        byKey.forEach((key, contact) -> {
            SourceKeys.Known before = sentBefore.get(key);
            if (before == null) {
                return;
            }
            Said one = Objects.requireNonNull(said.get(key));
            if (before.later()) {
                answers.repeat(1);
                if (before.content() != null && !before.content().equals(one.content())) {
                    answers.note(OVERTAKEN, 1);
                }
                return;
            }
            boolean inThisFile = status.importId().equals(before.lastImport());
            if (inThisFile) {
                first.put(key, new Said(before.content(), before.line()));
            }
            if (before.content() == null || before.content().equals(one.content())) {
                answers.repeat(1);
                if (!inThisFile) {
                    sent.put(key, one);
                }
            } else if (inThisFile) {
                answers.reject(standsTwice(contact, before.line()));
            } else {
                changed.put(key, contact);
            }
        });
        again.forEach((contact, one) -> {
            Said earlier = Objects.requireNonNull(first.get(contact.personKey().hash()));
            if (Objects.equals(earlier.content(), one.content())) {
                answers.repeat(1);
            } else {
                answers.reject(standsTwice(contact, earlier.line()));
            }
        });
        List<ImportedContact> standing = new ArrayList<>();
        byKey.forEach((key, contact) -> {
            if (!fresh.contains(key) && !changed.containsKey(key)) {
                standing.add(contact);
            }
        });
        IncidentLines.agree(standing, changed, answers);
        Corrected corrected = corrector.correct(changed, known, answers);
        answers.note(KEPT, corrected.kept());
        corrected.followed().keySet().forEach(key -> sent.put(key, Objects.requireNonNull(said.get(key))));
        keys.sent(status.format(), status.importId(), sent);
        byKey.keySet().retainAll(fresh);
        Map<IncidentId, Long> incidents = new HashMap<>(corrected.incidents());
        incidents.putAll(incidentLines.join(status, byKey, answers));
        schools.register(
                status.importId(),
                named(
                        Stream.concat(corrected.followed().values().stream(), byKey.values().stream())
                                .toList(),
                        known,
                        answers),
                known,
                answers);
        record(status, List.copyOf(byKey.values()), known, answers, incidents);
    }

    /** As written where they were taken so once, and their ids are of that; else in the form in which keys are compared. */
    private List<ImportedContact> underKnownKeys(ImportStatus status, List<ImportedContact> contacts) {
        Set<String> written = contacts.stream()
                .flatMap(contact -> Stream.of(contact.incidentKey(), contact.personKey()))
                .filter(key -> !key.equals(key.compared()))
                .map(SourceKey::hash)
                .collect(Collectors.toSet());
        Set<String> taken =
                keys.known(status.format(), status.importId(), written).keySet();
        UnaryOperator<SourceKey> known = key -> taken.contains(key.hash()) ? key : key.compared();
        return contacts.stream()
                .map(contact -> contact.under(known.apply(contact.incidentKey()), known.apply(contact.personKey())))
                .toList();
    }

    private static Rejection standsTwice(ImportedContact contact, long line) {
        return new Rejection(contact.line(), null, "its key stands on line " + line + " with other content");
    }

    /**
     * Records contacts.
     *
     * @param contacts none of which was recorded before
     * @param corrected the last sequence numbers of incidents that were corrected in this chunk
     */
    private void record(
            ImportStatus status,
            List<ImportedContact> contacts,
            RegisterEdition known,
            Answers answers,
            Map<IncidentId, Long> corrected)
            throws Exception {
        Source source = new Source(status.importId(), status.format(), status.assumedImminence());
        Set<String> numbers = new HashSet<>();
        contacts.forEach(contact -> number(contact).ifPresent(numbers::add));
        KnownStudents students = index.studentsWithNumbers(numbers);
        Map<ImportedContact, CaseOpening> openings = openings(status, contacts, students, answers);
        keys.release(
                status.format(),
                contacts.stream()
                        .filter(contact -> !openings.containsKey(contact))
                        .map(contact -> contact.personKey().hash())
                        .toList());
        List<CaseSecrets> secrets = index.openCases(List.copyOf(openings.values()), students);
        Counted statistics =
                counted.of(openings.values().stream().map(CaseOpening::student).toList());
        named.keep(status.importId(), firstNamed(openings, secrets));
        Iterator<CaseSecrets> sealing = secrets.iterator();
        List<List<InteractionEvent>> interactions = new ArrayList<>();
        Map<SourceKey, List<ImportedContact>> byIncident = new LinkedHashMap<>();
        openings.forEach((contact, opening) -> {
            IncidentId incident = Objects.requireNonNull(opening.incident());
            interactions.add(facts(
                    contact,
                    incident,
                    sealing.next(),
                    statistics.statistics(
                            contact.statistics(),
                            opening.student(),
                            contact.facts().occurredAt(),
                            known),
                    source));
            byIncident
                    .computeIfAbsent(contact.incidentKey(), _ -> new ArrayList<>())
                    .add(contact);
        });
        parts.store(secrets);
        ImportedStreams streams = new ImportedStreams(log);
        incidents(status, byIncident, source, known.agency().zone(), streams, corrected);
        interactions.forEach(streams::interaction);
        streams.append();
        answers.accept(openings.size());
    }

    /** Students whom lines name with name and birth date, each with the contact of the first of them. */
    private static Map<StudentId, SubjectHandle> firstNamed(
            Map<ImportedContact, CaseOpening> openings, List<CaseSecrets> secrets) {
        Map<StudentId, SubjectHandle> first = new HashMap<>();
        Iterator<CaseSecrets> cases = secrets.iterator();
        openings.forEach((contact, opening) -> {
            SubjectHandle subject = cases.next().subject();
            Identity identity = contact.identity();
            if (opening.student() != null && identity != null && identity.tellsApart()) {
                first.putIfAbsent(opening.student(), subject);
            }
        });
        return first;
    }

    /** The schools that lines name, as they call them; names that a file gave before stand. */
    private static Map<SchoolCode, String> named(
            Collection<ImportedContact> contacts, RegisterEdition known, Answers answers) {
        Map<SchoolCode, String> named = new LinkedHashMap<>();
        Map<SchoolCode, String> first = new HashMap<>();
        for (ImportedContact contact : contacts) {
            SchoolCode school = contact.school();
            String name = contact.schoolName();
            contact.schoolsNamed().forEach(named::putIfAbsent);
            named.putIfAbsent(school, school.value());
            if (name != null) {
                String before = first.computeIfAbsent(
                        school,
                        _ -> known.school(school)
                                .filter(SchoolEntry::provisional)
                                .map(SchoolEntry::name)
                                .filter(given -> !given.equals(school.value()))
                                .orElse(name));
                answers.note(SEVERAL_NAMES, ComparisonForm.same(before, name) ? 0 : 1);
            }
        }
        return named;
    }

    /** What each line opens, in their order; lines that name a student again in one incident, or nobody clearly, are rejected. */
    private Map<ImportedContact, CaseOpening> openings(
            ImportStatus status, List<ImportedContact> contacts, KnownStudents students, Answers answers)
            throws Exception {
        Apart apart = new Apart(ClashCause.CONTACT, status.importId());
        List<Named> stated = contacts.stream()
                .map(contact -> new Named(contact.identity(), null, apart))
                .toList();
        var holders = students.holders();
        Set<StudentId> all = new HashSet<>();
        holders.values().forEach(ofNumber -> all.addAll(ofNumber.keySet()));
        List<Whose> whose = numbers.whose(stated, holders, named.before(status.importId(), all));
        Map<ImportedContact, CaseOpening> openings = new LinkedHashMap<>();
        for (int place = 0; place < whose.size(); place++) {
            ImportedContact contact = contacts.get(place);
            switch (whose.get(place)) {
                case Whose.Nobodys _ -> openings.put(contact, new CaseOpening(null, contact.incidentId()));
                case Whose.Of(var student, var keptApart) -> {
                    openings.put(contact, new CaseOpening(student, contact.incidentId()));
                    answers.note(Note.KEPT_APART, keptApart ? 1 : 0);
                }
                case Whose.OneOfSeverals _ ->
                    answers.reject(new Rejection(
                            contact.line(),
                            "student_number",
                            "is the number of several students: state name and birth date, which tell them apart"));
                case Whose.SomebodyElses _, Whose.NotOfEntry _ ->
                    answers.reject(new Rejection(
                            contact.line(),
                            "student_number",
                            "is the number of another student, whose name and birth date are not this one's: give this student"
                                    + " another number, or correct the entry if they are one"));
            }
        }
        Set<CaseOpening> taken = new HashSet<>(index.alreadyOpen(openings.values(), students));
        openings.entrySet().removeIf(line -> {
            CaseOpening opening = line.getValue();
            boolean twice = opening.student() != null && !taken.add(opening);
            if (twice) {
                answers.reject(new Rejection(
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
            ImportedStreams streams,
            Map<IncidentId, Long> corrected) {
        Map<String, Said> unstated = new HashMap<>();
        byIncident.forEach((key, contacts) ->
                unstated.put(key.hash(), new Said(null, contacts.getFirst().line())));
        Set<String> fresh = keys.take(status.format(), status.importId(), unstated);
        List<Long> numbers = new ArrayList<>(fresh.isEmpty() ? List.of() : numbers(status, fresh.size()));
        Map<IncidentId, List<InteractionAdded>> added = new HashMap<>();
        byIncident.forEach((key, contacts) -> {
            IncidentId id = new IncidentId(key.id());
            List<InteractionId> interactions =
                    contacts.stream().map(ImportedContact::interactionId).toList();
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
        streams.addedTo(added, corrected);
    }

    /** What is only tried uses up no number. */
    private List<Long> numbers(ImportStatus status, int count) {
        return status.trial() ? Collections.nCopies(count, 0L) : keys.incidentNumbers(count);
    }

    private static IncidentOpened opened(
            IncidentId id,
            long number,
            List<ImportedContact> contacts,
            List<InteractionId> interactions,
            Source source,
            Instant recordedAt,
            ZoneId zone) {
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
                contacts.getFirst().school(),
                contacts.stream()
                        .map(ImportedContact::place)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                contacts.stream()
                        .map(ImportedContact::inSession)
                        .filter(stated -> stated != Stated.MISSING)
                        .findFirst()
                        .orElse(Stated.MISSING),
                earliest,
                references,
                interactions,
                source);
    }

    private static List<InteractionEvent> facts(
            ImportedContact contact,
            IncidentId incident,
            CaseSecrets secrets,
            @Nullable Statistics statistics,
            Source source) {
        InteractionId id = contact.interactionId();
        String account = contact.narrative();
        SealedParts parts = new SealedParts(
                secrets.subject(),
                secrets.seal(contact.identity()),
                secrets.seal(statistics),
                secrets.seal(account == null ? null : new Narrative(account)));
        List<InteractionEvent> facts = contact.facts().asEvents(id, incident, parts, source);
        facts.add(contact.asSaid());
        return facts;
    }
}

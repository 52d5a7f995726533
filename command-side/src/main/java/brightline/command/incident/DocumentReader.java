package brightline.command.incident;

import brightline.command.fields.FieldReader;
import brightline.command.interaction.EntryReader;
import brightline.command.interaction.Reporter;
import brightline.command.interaction.StudentContact;
import brightline.command.interaction.StudentEntry;
import brightline.command.register.OfficerEntry;
import brightline.events.Code;
import brightline.events.ComparisonForm;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.Source;
import brightline.events.Stated;
import brightline.events.incident.OutsideReference;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads an incident's document. */
final class DocumentReader {
    private static final int STUDENTS = 100;
    private static final int REFERENCES = 20;

    /** What is found wrong with an entry that is not complete yet; whatever else is wrong cannot be read. */
    private static final Set<String> INCOMPLETE = Set.of(
            "missing",
            "action-missing",
            "reason-missing",
            "empty",
            "not-applicable",
            "unknown-action",
            "ends-before-it-starts",
            "student-twice");

    private final FieldReader fields;
    private final EntryReader entries;

    DocumentReader(FieldReader fields) {
        this.fields = fields;
        this.entries = new EntryReader(fields);
    }

    /**
     * The command a document asks for.
     *
     * @param ids 0 for the incident's, from 1 for the students'
     * @param signedIn the officer behind the account; null for none
     * @param mayNameOthers whether the account may report for other officers
     * @return null when something was found wrong
     */
    @Nullable
    RecordIncident read(
            IncidentDocument document, IntFunction<UUID> ids, @Nullable OfficerId signedIn, boolean mayNameOthers) {
        Instant occurredAt = fields.required(
                "/occurredAt", document.occurredAt(), fields.moment("/occurredAt", document.occurredAt()));
        LocalDate day = occurredAt == null ? null : fields.day(occurredAt);
        SchoolCode school = fields.required("/school", document.school(), fields.school("/school", document.school()));
        Code place = fields.code("/place", document.place(), "place", day);
        Stated inSession = fields.stated("/inSession", document.inSession());
        List<OutsideReference> references = references(document, day);
        Reporter reporter =
                reporter(document.officer(), document.capacity(), day, signedIn, mayNameOthers, document.students());
        List<StudentContact> contacts = contacts(document, ids, occurredAt, reporter);
        if (occurredAt == null || school == null || contacts.isEmpty()) {
            return null;
        }
        Instant earliest = Stream.concat(
                        Stream.of(occurredAt),
                        contacts.stream().map(contact -> contact.facts().occurredAt()))
                .min(Instant::compareTo)
                .orElse(occurredAt);
        return new RecordIncident(
                new IncidentId(ids.apply(0)), school, place, inSession, earliest, references, contacts, Source.ENTERED);
    }

    /**
     * What a document says of each student so far, for advice: it may lack anything.
     *
     * @throws brightline.edge.problem.ProblemException 400 naming what cannot be read
     */
    List<Draft> readDraft(IncidentDocument document, @Nullable OfficerId signedIn, boolean mayNameOthers) {
        Instant stated = fields.moment("/occurredAt", document.occurredAt());
        Instant occurredAt = stated == null ? fields.now() : stated;
        fields.school("/school", document.school());
        fields.code("/place", document.place(), "place", fields.day(occurredAt));
        fields.stated("/inSession", document.inSession());
        references(document, fields.day(occurredAt));
        Reporter reporter = reporter(
                document.officer(),
                document.capacity(),
                fields.day(occurredAt),
                signedIn,
                mayNameOthers,
                document.students());
        List<@Nullable StudentEntry> sent = document.students() == null ? List.of() : document.students();
        List<@Nullable StudentContact> contacts = new ArrayList<>();
        fields.list("/students", sent, STUDENTS);
        for (int i = 0; i < Math.min(sent.size(), STUDENTS); i++) {
            StudentEntry entry = sent.get(i);
            contacts.add(
                    entry == null
                            ? null
                            : entries.read(
                                    "/students/" + i,
                                    entry,
                                    new InteractionId(new UUID(0, i + 1)),
                                    occurredAt,
                                    reporter));
        }
        fields.refuseIfAnyBut(INCOMPLETE);
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < contacts.size(); i++) {
            StudentContact contact = contacts.get(i);
            StudentEntry entry = sent.get(i);
            drafts.add(new Draft(
                    contact,
                    Stated.of(entry == null ? null : entry.imminentThreat()),
                    fields.day(contact == null ? occurredAt : contact.facts().occurredAt())));
        }
        return drafts;
    }

    /**
     * One student's contact while it is written down.
     *
     * @param contact null while the student's part is not said
     * @param danger as stated for the student
     * @param day in the agency's zone
     */
    record Draft(@Nullable StudentContact contact, Stated danger, LocalDate day) {}

    private List<StudentContact> contacts(
            IncidentDocument document, IntFunction<UUID> ids, @Nullable Instant occurredAt, Reporter reporter) {
        List<StudentEntry> sent = fields.list("/students", document.students(), STUDENTS);
        if (document.students() == null || document.students().isEmpty()) {
            fields.wrong("/students", "missing", "must hold at least one student");
        }
        List<StudentContact> contacts = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            StudentEntry entry = sent.get(i);
            String at = "/students/" + i;
            StudentContact contact = entries.read(at, entry, new InteractionId(ids.apply(i + 1)), occurredAt, reporter);
            if (contact != null) {
                contacts.add(contact);
            }
            String number = entry.student() == null ? null : entry.student().number();
            if (number != null && !numbers.add(ComparisonForm.of(number))) {
                fields.wrong(at + "/student/number", "student-twice", "stands twice in this incident");
            }
        }
        return contacts;
    }

    /** The contact of one student who is added to an incident. */
    @Nullable
    StudentContact readAdded(
            StudentEntry entry,
            InteractionId id,
            Instant incidentOccurredAt,
            @Nullable OfficerId signedIn,
            boolean mayNameOthers) {
        List<@Nullable StudentEntry> alone = List.of(entry);
        Reporter reporter = reporter(null, null, fields.day(incidentOccurredAt), signedIn, mayNameOthers, alone);
        return entries.read("", entry, id, incidentOccurredAt, reporter);
    }

    private Reporter reporter(
            @Nullable String officer,
            @Nullable String capacity,
            @Nullable LocalDate day,
            @Nullable OfficerId signedIn,
            boolean mayNameOthers,
            @Nullable List<@Nullable StudentEntry> entries) {
        Code inCapacity = fields.code("/capacity", capacity, "capacity", day);
        if (officer == null) {
            boolean someoneUnnamed = entries != null
                    && entries.stream().filter(Objects::nonNull).anyMatch(entry -> entry.officer() == null);
            if (signedIn == null && someoneUnnamed) {
                fields.wrong("/officer", "missing", "must name the officer, since this account is no officer's");
            }
            return new Reporter(signedIn, inCapacity, mayNameOthers);
        }
        OfficerEntry named = fields.officer("/officer", officer, day);
        if (named != null && !mayNameOthers && !named.officerId().equals(signedIn)) {
            fields.wrong("/officer", "not-own", "must be the signed-in officer");
        }
        return new Reporter(named == null ? null : named.officerId(), inCapacity, mayNameOthers);
    }

    private List<OutsideReference> references(IncidentDocument document, @Nullable LocalDate day) {
        List<IncidentDocument.Reference> sent = fields.list("/references", document.references(), REFERENCES);
        List<OutsideReference> references = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            IncidentDocument.Reference reference = sent.get(i);
            String at = "/references/" + i;
            Code kind = fields.required(
                    at + "/kind", reference.kind(), fields.code(at + "/kind", reference.kind(), "reference-kind", day));
            String value = fields.number(at + "/value", reference.value(), OutsideReference.LONGEST);
            if (reference.value() == null || reference.value().isBlank()) {
                fields.wrong(at + "/value", "missing", "must be given");
            }
            if (kind != null && value != null) {
                references.add(new OutsideReference(kind, value));
            }
        }
        return references;
    }
}

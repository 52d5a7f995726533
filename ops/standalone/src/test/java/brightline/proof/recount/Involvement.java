package brightline.proof.recount;

import brightline.edge.keys.PersonalPart.FromList;
import brightline.events.Stated;
import brightline.proof.recount.Known.Act;
import brightline.proof.recount.Known.Contact;
import brightline.proof.recount.Known.Incident;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The unit: one officer, one student, one incident. Records linked as one incident are one, so the same officer telling one contact twice
 * is one involvement: its class is the worst of its records, its time, school and place are the primary's, and all else is of the record
 * whose class counts, at a tie of the primary's.
 */
final class Involvement {
    static final String NON_STUDENT = "OUT-OF-DISTRICT";

    final Known known;
    final Incident incident;
    /** The student's number, or the record of somebody nobody identified. */
    final String student;

    final @Nullable String officer;
    final List<Part> parts;
    final Part counted;
    private final boolean reviewed;
    final Part first;

    /** What one record says of one officer's part. */
    record Part(Contact contact, @Nullable String officer, List<Act> acts, String involvementClass) {}

    private record Unit(
            String incident,
            String student,
            @Nullable String officer,
            boolean voided,
            @Nullable String record) {}

    private Involvement(Known known, Unit unit, List<Part> parts, boolean reviewed) {
        this.reviewed = reviewed;
        this.known = known;
        this.incident = Objects.requireNonNull(known.incidents.get(unit.incident()));
        this.student = unit.student();
        this.officer = unit.officer();
        this.parts = parts;
        Comparator<Part> primaryFirst =
                Comparator.comparing((Part part) -> !isPrimary(part)).thenComparing(part -> part.contact().recordedAs);
        this.first = parts.stream().min(primaryFirst).orElseThrow();
        this.counted = parts.stream()
                .min(Comparator.<Part>comparingInt(
                                part -> RuleTable.worse(part.involvementClass(), "ROUTINE_DISCIPLINE"))
                        .thenComparing(
                                (one, other) -> RuleTable.worse(one.involvementClass(), other.involvementClass()))
                        .thenComparing(primaryFirst))
                .orElseThrow();
    }

    private boolean isPrimary(Part part) {
        return part.contact().incident.equals(incident.id);
    }

    /**
     * All that is known; voided records are units of their own.
     *
     * @param ruleSet to read them by; by it also which of several records counts
     * @param reviewed whether a reviewer's class stands in place of the rules' where there is one
     */
    static List<Involvement> all(Known known, int ruleSet, boolean reviewed) {
        return units(known, ruleSet, reviewed, false);
    }

    /** The same without joining records of one officer. */
    static List<Involvement> ofRecords(Known known, int ruleSet, boolean reviewed) {
        return units(known, ruleSet, reviewed, true);
    }

    private static List<Involvement> units(Known known, int ruleSet, boolean reviewed, boolean eachRecord) {
        Map<Unit, List<Part>> units = new LinkedHashMap<>();
        for (Contact contact : known.contacts.values()) {
            Incident incident = known.incidentOf(contact);
            Set<String> officers = new LinkedHashSet<>();
            contact.acts.forEach(act -> officers.add(act.officer()));
            if (officers.isEmpty()) {
                officers.add(contact.reporter);
            }
            for (String officer : officers) {
                List<Act> acts = contact.acts.stream()
                        .filter(act -> Objects.equals(act.officer(), officer))
                        .toList();
                units.computeIfAbsent(
                                new Unit(
                                        incident.id,
                                        known.person(contact),
                                        officer,
                                        contact.voided,
                                        eachRecord ? contact.id : null),
                                _ -> new ArrayList<>())
                        .add(new Part(contact, officer, acts, read(known, contact, acts, ruleSet)));
            }
        }
        List<Involvement> involvements = new ArrayList<>();
        units.forEach((unit, parts) -> involvements.add(new Involvement(known, unit, parts, reviewed)));
        return involvements;
    }

    private static String read(Known known, Contact contact, List<Act> acts, int ruleSet) {
        LocalDate day = known.dayOf(contact.occurredAt);
        Map<String, List<String>> phases = new LinkedHashMap<>();
        for (Act act : acts) {
            String imminent = act.imminent().equals("MISSING") ? contact.assumedImminence : act.imminent();
            phases.computeIfAbsent(imminent, _ -> new ArrayList<>()).add(act.code());
        }
        List<RuleTable.Phase> read = new ArrayList<>();
        phases.forEach((imminent, codes) -> read.add(new RuleTable.Phase(imminent, Codes.farthest(codes, day))));
        if (read.isEmpty()) {
            read.add(new RuleTable.Phase("MISSING", null));
        }
        return RuleTable.number(ruleSet)
                .read(contact.role, contact.voided, Codes.tier(contact.conduct, day), contact.initiator, read);
    }

    /** All records of the student in the incident, whoever acted. */
    List<Contact> entries() {
        return known.entriesOf(counted.contact());
    }

    String involvementClass() {
        String decided = reviewed && !isVoided() ? override() : null;
        return decided == null ? counted.involvementClass() : decided;
    }

    /** What a reviewer decided last of the record that counts; null where none did. */
    @Nullable
    String override() {
        return known.overrides.get(List.of(counted.contact().id, String.valueOf(officer)));
    }

    boolean isVoided() {
        return counted.contact().voided;
    }

    boolean ofStudent() {
        return !NON_STUDENT.equals(counted.contact().homeSchool());
    }

    /** What happened once to one student, however many officers took part. */
    List<String> instance() {
        return List.of(incident.id, student);
    }

    /** The day in the agency's zone. */
    LocalDate day() {
        return known.dayOf(first.contact().occurredAt);
    }

    @Nullable
    String tier() {
        return Codes.tier(counted.contact().conduct, known.dayOf(counted.contact().occurredAt));
    }

    /** The officer's farthest level. */
    @Nullable
    String level() {
        return Codes.farthest(
                counted.acts().stream().map(Act::code).toList(), known.dayOf(counted.contact().occurredAt));
    }

    /** YES and NO by the list of places; empty where nobody said, or the place says nothing of it. */
    String onGrounds() {
        return Codes.attribute(incident.place == null ? null : incident.place, day(), "school_grounds");
    }

    /** The value by which it is grouped; null where nobody stated it. */
    @Nullable
    String value(String dimension) {
        Contact contact = counted.contact();
        return switch (dimension) {
            case "class" -> involvementClass();
            case "school" -> incident.school;
            case "homeSchool" -> contact.homeSchool();
            case "officer" -> officer;
            case "officerCapacity" -> capacity();
            case "month" -> day().toString().substring(0, 7);
            case "schoolYear" -> known.schoolYear(day());
            case "race" -> code(contact.orOfTheList(contact.statistics.race(), FromList::race));
            case "sex" -> code(contact.orOfTheList(contact.statistics.sex(), FromList::sex));
            case "gradeBand" -> code(contact.orOfTheList(contact.statistics.gradeBand(), FromList::gradeBand));
            case "disability" -> code(contact.statistics.disability());
            case "englishLearner" ->
                contact.statistics.englishLearner() == Stated.MISSING
                        ? null
                        : contact.statistics.englishLearner().name();
            case "initiator" -> contact.initiator;
            case "tier" -> tier();
            case "action" -> level();
            case "outcome" -> contact.outcome;
            default -> throw new IllegalArgumentException(dimension);
        };
    }

    private @Nullable String capacity() {
        return counted.acts().isEmpty()
                ? counted.contact().reporterCapacity
                : counted.acts().stream()
                        .map(Act::capacity)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable String code(brightline.events.@Nullable Code code) {
        return code == null ? null : code.code();
    }
}

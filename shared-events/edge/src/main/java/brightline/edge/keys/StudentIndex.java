package brightline.edge.keys;

import brightline.edge.keys.CaseKeys.Found;
import brightline.edge.keys.CaseKeys.NewCase;
import brightline.edge.keys.StudentKeys.Holder;
import brightline.events.ComparisonForm;
import brightline.events.IncidentId;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who is behind a handle: finds students by number without holding a number, gives every case a handle and keys of its own,
 * and every student a pseudonym for a year's headcounts.
 *
 * <p>Students and keys are written to the key store ahead of the caller's transaction and stay if that fails, of no
 * consequence. A student's place in an incident is written within the caller's transaction.
 */
public final class StudentIndex {
    private static final SequencedMap<StudentId, StudentId> NOBODY =
            Collections.unmodifiableSequencedMap(new LinkedHashMap<>());

    /** Of the locks that hold numbers; the other half is a number's, of its blind index. */
    private static final int NUMBERS = 0x4E_55_4D;

    /** Of the locks that hold students; the other half is of a student's id. */
    private static final int STUDENTS = 0x53_54_55;

    private final JdbcClient events;
    private final StudentKeys students;
    private final CaseKeys keys;
    private final CaseReserve reserve;
    private final KeyStore store;
    private final byte[] blindKey;
    private final byte[] pseudonymKey;

    /** @param events the database of events */
    public StudentIndex(DataSource events, KeyStore store) {
        this.events = JdbcClient.create(events);
        this.store = store;
        this.students = new StudentKeys(store);
        this.keys = new CaseKeys(store);
        this.reserve = new CaseReserve(keys);
        this.blindKey = store.named("blind-index");
        this.pseudonymKey = store.named("statistics-pseudonym");
    }

    /** A student was named twice in one incident. */
    public static final class StudentTwice extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StudentTwice() {
            super("The student is already part of this incident");
        }
    }

    /**
     * A case to be opened.
     *
     * @param student null if not identified
     * @param incident null for the student's entry in the district's list
     */
    public record CaseOpening(
            @Nullable StudentId student, @Nullable IncidentId incident) {}

    /**
     * The student with that number, registered now if unknown; of several the one who had it first. Numbers are compared by their
     * {@link ComparisonForm}.
     */
    public StudentId studentWithNumber(String number) {
        return Objects.requireNonNull(studentsWithNumbers(Set.of(number)).withNumber(number));
    }

    /**
     * The students with these numbers, those unknown registered now.
     *
     * @throws IllegalStateException if the key of one was destroyed and the number still leads to it
     */
    public KnownStudents studentsWithNumbers(Collection<String> numbers) {
        Map<String, byte[]> blinds = new LinkedHashMap<>();
        numbers.forEach(number -> blinds.put(number, blind(number)));
        Map<String, List<Holder>> known = new HashMap<>(
                students.byBlindIndex(Stream.concat(blinds.values().stream(), asRegisteredEarlier(numbers))
                        .toList()));
        numbers.forEach(number -> {
            List<Holder> earlier = known.get(hex(blindOfEarlierForm(number)));
            if (earlier != null) {
                known.putIfAbsent(hex(blind(number)), earlier);
            }
        });
        if (unknown(blinds, known).findAny().isPresent()) {
            students.register(unknown(blinds, known).toList())
                    .forEach((blind, key) -> known.put(blind, List.of(new Holder(key.student(), key))));
            known.putAll(students.byBlindIndex(unknown(blinds, known).toList()));
        }
        Map<String, List<Holder>> found = new HashMap<>();
        blinds.forEach((number, blind) -> {
            List<Holder> holders = known.get(hex(blind));
            if (holders == null) {
                throw StudentKey.destroyed();
            }
            found.put(number, holders);
        });
        return new KnownStudents(found);
    }

    /**
     * Registers somebody to whom no number leads yet. Written ahead of the caller's transaction.
     *
     * @return with nothing recorded: to be entered by the caller, and led to by {@link #share}
     */
    public StudentId register() {
        return students.register(List.of(Cipher256.random(32)))
                .values()
                .iterator()
                .next()
                .student();
    }

    /** Each once, in the order that all writers share. */
    private static Stream<byte[]> unknown(Map<String, byte[]> blinds, Map<String, List<Holder>> known) {
        return blinds.values().stream()
                .filter(blind -> !known.containsKey(hex(blind)))
                .collect(Collectors.toMap(StudentIndex::hex, blind -> blind, (one, _) -> one, TreeMap::new))
                .values()
                .stream();
    }

    /** The students with that number, whoever the entries under it turned out to be, first who had it first; mostly one or none. */
    public SequencedSet<StudentId> find(String number) {
        return new LinkedHashSet<>(
                find(List.of(number)).getOrDefault(number, NOBODY).values());
    }

    /** Those registered with that number or led to by it, whoever they turned out to be, first who had it first. */
    public List<StudentId> holders(String number) {
        return List.copyOf(find(List.of(number)).getOrDefault(number, NOBODY).keySet());
    }

    /**
     * Those of the numbers that are anybody's: with each who was registered with it or is led to by it, first who had it first, and
     * whoever that turned out to be. Nobody is registered.
     */
    public Map<String, SequencedMap<StudentId, StudentId>> find(Collection<String> numbers) {
        Map<String, byte[]> blinds = new LinkedHashMap<>();
        numbers.forEach(number -> blinds.put(number, blind(number)));
        Map<String, List<StudentId>> known =
                students.idsOf(Stream.concat(blinds.values().stream(), asRegisteredEarlier(numbers))
                        .toList());
        Map<StudentId, StudentId> meant = students.joined(
                known.values().stream().flatMap(Collection::stream).collect(Collectors.toSet()));
        Map<String, SequencedMap<StudentId, StudentId>> found = new HashMap<>();
        blinds.forEach((number, blind) -> {
            List<StudentId> ids = known.getOrDefault(hex(blind), known.get(hex(blindOfEarlierForm(number))));
            if (ids != null) {
                SequencedMap<StudentId, StudentId> holders = new LinkedHashMap<>();
                ids.forEach(id -> holders.put(id, Objects.requireNonNull(meant.get(id))));
                found.put(number, holders);
            }
        });
        return found;
    }

    /** Who the student turned out to be; itself for most. */
    public StudentId meant(StudentId student) {
        return Objects.requireNonNull(students.joined(Set.of(student)).get(student));
    }

    /** Who each of the students turned out to be. */
    public Map<StudentId, StudentId> meant(Set<StudentId> ids) {
        return students.joined(ids);
    }

    /** Those who turned out to be this student. */
    public Set<StudentId> joinedTo(StudentId student) {
        return students.joinedTo(Set.of(student)).keySet();
    }

    /** Those who turned out to be one of these students, each with whom. */
    public Map<StudentId, StudentId> joinedTo(Set<StudentId> ids) {
        return students.joinedTo(ids);
    }

    /**
     * Lets another number lead to the student, beside those that do. Written for good, ahead of the caller's transaction.
     *
     * @return false where it leads to somebody else
     */
    public boolean lead(String number, StudentId student) {
        SequencedSet<StudentId> holders = find(number);
        return holders.isEmpty() ? students.lead(blind(number), student) : holders.contains(student);
    }

    /**
     * Holds the numbers until the caller's transaction ends: nobody else who holds one gives it to another meanwhile. Whoever has them is
     * to be looked up afterwards. All in one order, which all writers share.
     */
    public void hold(Collection<String> numbers) {
        hold(
                NUMBERS,
                numbers.stream().map(number -> ByteBuffer.wrap(blind(number)).getInt()));
    }

    /**
     * Holds the students until the caller's transaction ends: nobody else who holds one joins or parts it meanwhile. Who each of them
     * turned out to be is to be looked up afterwards, and their entries, too. All in one order, which all writers share.
     */
    public void holdStudents(Collection<StudentId> students) {
        hold(STUDENTS, students.stream().map(student -> student.value().hashCode()));
    }

    private void hold(int kind, Stream<Integer> which) {
        which.distinct()
                .sorted()
                .forEach(one -> events.sql("select pg_advisory_xact_lock(?, ?)")
                        .params(kind, one)
                        .query()
                        .singleRow());
    }

    /**
     * Lets a number lead to the student, too: beside others, who had it before. Written for good, ahead of the caller's transaction.
     */
    public void share(String number, StudentId student) {
        students.share(blind(number), student);
    }

    /**
     * Lets the number lead to the student no more, nor to others who turned out to be this student, so that it may be another
     * student's. Written for good, ahead of the caller's transaction.
     */
    public void release(String number, StudentId student) {
        Set<StudentId> holders = new HashSet<>(joinedTo(student));
        holders.add(student);
        students.release(blind(number), holders);
        if (!earlierForm(number).equals(ComparisonForm.of(number))) {
            students.release(blindOfEarlierForm(number), holders);
        }
    }

    /** Whether the student was registered under that number in a form in which numbers were compared by an earlier release. */
    public boolean isIndexedEarlier(String number, StudentId student) {
        return !earlierForm(number).equals(ComparisonForm.of(number))
                && students.isRegistered(blindOfEarlierForm(number), student);
    }

    /**
     * Indexes a student {@linkplain #isIndexedEarlier registered in an earlier form} in the form of today, where nobody else has the
     * number. Written for good.
     *
     * @return whether it did; false where somebody else has it, however fast that one was
     */
    public boolean indexAlone(String number, StudentId student) {
        return students.indexAlone(blindOfEarlierForm(number), blind(number), student);
    }

    /** Lets the number in its earlier form lead to the student no more, once it does in the form of today. Written for good. */
    public void forgetEarlier(String number, StudentId student) {
        students.release(blindOfEarlierForm(number), Set.of(student));
    }

    /** Students whose numbers are still to be looked at for today's edition of the form, some at a time; empty where all were. */
    public List<StudentId> notIndexedAgain(int atMost) {
        return students.indexedUpTo(ComparisonForm.EDITION)
                .map(last -> students.after(last, atMost))
                .orElse(List.of());
    }

    /** Keeps that these were looked at. @param chunk as {@link #notIndexedAgain} gave it; empty for all */
    public void indexedAgain(List<StudentId> chunk) {
        students.indexedUpTo(ComparisonForm.EDITION)
                .ifPresent(last -> students.indexedUpTo(
                        ComparisonForm.EDITION,
                        chunk.isEmpty() ? last : chunk.getLast().value(),
                        chunk.isEmpty()));
    }

    /**
     * All numbers of one student lead to another from now on, and all cases of the one are the other's. What is sealed stays sealed as it
     * is, so that {@link #part} undoes it. Written for good, ahead of the caller's transaction.
     */
    public void join(StudentId other, StudentId into) {
        students.join(other, into);
    }

    /** The student is nobody else again. Written for good, ahead of the caller's transaction. */
    public void part(StudentId other) {
        students.join(other, null);
    }

    /**
     * Opens a case under a handle of the caller's.
     *
     * @param student null if not identified
     * @param incident null for the student's entry in the district's list
     * @throws StudentTwice if this student already has a case in this incident
     */
    public CaseSecrets openCase(SubjectHandle subject, @Nullable StudentId student, @Nullable IncidentId incident) {
        Map<StudentId, StudentKey> named = keysOf(List.of(new CaseOpening(student, incident)), KnownStudents.NONE);
        NewCase fresh = NewCase.of(subject, student == null ? null : named.get(student));
        claim(List.of(fresh), Arrays.asList(incident));
        keys.insertAhead(List.of(fresh));
        return CaseSecrets.of(subject, fresh.keys());
    }

    /**
     * Opens cases, each with a handle of its own, with one statement to the key store; none for those of students not
     * identified, whose keys were committed beforehand.
     *
     * @return ready to seal, in the order of the openings
     * @throws StudentTwice if a student already has a case in the incident, or is named twice in it
     * @throws IllegalStateException if the key of one of the students was destroyed
     */
    public List<CaseSecrets> openCases(List<CaseOpening> openings) {
        return openCases(openings, KnownStudents.NONE);
    }

    /**
     * As {@link #openCases(List)}.
     *
     * @param inHand students found just now; the key store is asked about others only
     */
    public List<CaseSecrets> openCases(List<CaseOpening> openings, KnownStudents inHand) {
        Map<StudentId, StudentKey> named = keysOf(openings, inHand);
        List<NewCase> cases = new ArrayList<>();
        List<NewCase> unwritten = new ArrayList<>();
        for (CaseOpening opening : openings) {
            Optional<NewCase> ready =
                    opening.student() == null && !store.isRehearsed() ? reserve.take() : Optional.empty();
            NewCase one = ready.orElseGet(() -> NewCase.of(
                    new SubjectHandle(UUID.randomUUID()),
                    opening.student() == null ? null : named.get(opening.student())));
            cases.add(one);
            if (ready.isEmpty()) {
                unwritten.add(one);
            }
        }
        claim(cases, openings.stream().map(CaseOpening::incident).toList());
        keys.insertAhead(unwritten);
        return cases.stream()
                .map(one -> CaseSecrets.of(one.subject(), one.keys()))
                .toList();
    }

    private Map<StudentId, StudentKey> keysOf(Collection<CaseOpening> openings, KnownStudents inHand) {
        Set<StudentId> named = new HashSet<>();
        for (CaseOpening opening : openings) {
            if (opening.student() != null) {
                named.add(opening.student());
            }
        }
        Map<StudentId, StudentKey> found = new HashMap<>(inHand.keys());
        Set<StudentId> others = new HashSet<>(named);
        others.removeAll(found.keySet());
        found.putAll(students.byId(others));
        if (!found.keySet().containsAll(named)) {
            throw StudentKey.destroyed();
        }
        return found;
    }

    private void claim(List<NewCase> cases, List<@Nullable IncidentId> incidents) {
        TreeMap<String, UUID> claims = new TreeMap<>();
        List<byte[]> ofOthers = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            StudentKey student = cases.get(i).student();
            IncidentId incident = incidents.get(i);
            if (student != null && incident != null) {
                ofOthers.addAll(student.claimsOfOthers(incident));
            }
            if (student != null
                    && incident != null
                    && claims.put(
                                    hex(student.claim(incident)),
                                    cases.get(i).subject().value())
                            != null) {
                throw new StudentTwice();
            }
        }
        if (claims.isEmpty()) {
            return;
        }
        if (!ofOthers.isEmpty() && !taken(ofOthers).isEmpty()) {
            throw new StudentTwice();
        }
        int taken = events.sql("""
                        insert into log.student_in_incident (claim, subject_handle)
                        select * from unnest(cast(:claims as bytea[]), cast(:subjects as uuid[]))
                        on conflict (claim) do nothing
                        """)
                .param(
                        "claims",
                        claims.keySet().stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new))
                .param("subjects", claims.values().toArray(UUID[]::new))
                .update();
        if (taken < claims.size()) {
            throw new StudentTwice();
        }
    }

    /** Whether the student already has a case in the incident. */
    public boolean isPartOf(StudentId student, IncidentId incident) {
        return !alreadyOpen(List.of(new CaseOpening(student, incident)), KnownStudents.NONE)
                .isEmpty();
    }

    /**
     * Those of the openings whose student already has a case in the incident.
     *
     * @param inHand students found just now; the key store is asked about others only
     */
    public Set<CaseOpening> alreadyOpen(Collection<CaseOpening> openings, KnownStudents inHand) {
        Map<StudentId, StudentKey> named = keysOf(openings, inHand);
        Map<String, CaseOpening> claims = new HashMap<>();
        for (CaseOpening opening : openings) {
            StudentKey student = opening.student() == null ? null : named.get(opening.student());
            if (student != null && opening.incident() != null) {
                claims.put(hex(student.claim(opening.incident())), opening);
                student.claimsOfOthers(opening.incident()).forEach(claim -> claims.put(hex(claim), opening));
            }
        }
        if (claims.isEmpty()) {
            return Set.of();
        }
        return taken(claims.keySet().stream().map(HexFormat.of()::parseHex).toList()).stream()
                .map(claim -> Objects.requireNonNull(claims.get(claim)))
                .collect(Collectors.toSet());
    }

    /** Those of the claims that a case holds, in hex. */
    private List<String> taken(List<byte[]> claims) {
        return events.sql("select claim from log.student_in_incident where claim = any(:claims)")
                .param("claims", claims.toArray(byte[][]::new))
                .query((row, _) -> hex(row.getBytes(1)))
                .list();
    }

    /** Gives up the place in the incident that a case held for the wrong student; its handle leads nowhere from then on. */
    public void releaseCase(SubjectHandle subject) {
        events.sql("delete from log.student_in_incident where subject_handle = ?")
                .param(subject.value())
                .update();
    }

    /** The student a case is about, whoever it turned out to be; empty if not identified, or if the student's key is gone. */
    public Optional<StudentId> studentOf(SubjectHandle subject) {
        return Optional.ofNullable(keys.find(Set.of(subject)).get(subject))
                .map(Found::student)
                .map(this::meant);
    }

    /** The students that cases are about, whoever they turned out to be; without those not identified and those whose key is gone. */
    public Map<SubjectHandle, StudentId> studentsOf(Collection<SubjectHandle> subjects) {
        Map<SubjectHandle, StudentId> found = openedFor(subjects);
        Map<StudentId, StudentId> meant = students.joined(Set.copyOf(found.values()));
        found.replaceAll((_, student) -> Objects.requireNonNull(meant.get(student)));
        return found;
    }

    /**
     * The students that cases were opened for, each with who that turned out to be; without those not identified and those whose key is
     * gone.
     */
    public Map<SubjectHandle, Set<StudentId>> everyStudentOf(Collection<SubjectHandle> subjects) {
        Map<SubjectHandle, StudentId> opened = openedFor(subjects);
        Map<StudentId, StudentId> meant = students.joined(Set.copyOf(opened.values()));
        Map<SubjectHandle, Set<StudentId>> every = new HashMap<>();
        opened.forEach((subject, student) ->
                every.put(subject, new HashSet<>(List.of(student, Objects.requireNonNull(meant.get(student))))));
        return every;
    }

    private Map<SubjectHandle, StudentId> openedFor(Collection<SubjectHandle> subjects) {
        Map<SubjectHandle, StudentId> opened = new HashMap<>();
        keys.find(subjects).forEach((subject, one) -> {
            StudentId student = one.student();
            if (student != null) {
                opened.put(subject, student);
            }
        });
        return opened;
    }

    /**
     * The student's cases in incidents, with those of others who turned out to be this student: those that were recorded and not since
     * found to be about somebody else. Empty if the student's key is gone.
     */
    public Set<SubjectHandle> casesOf(StudentId student) {
        return recorded(handlesOf(student));
    }

    /** As {@link #casesOf}, of this student alone. */
    public Set<SubjectHandle> ownCasesOf(StudentId student) {
        return recorded(ownHandlesOf(student));
    }

    private Set<SubjectHandle> recorded(Set<SubjectHandle> handles) {
        if (handles.isEmpty()) {
            return handles;
        }
        return events.sql("select subject_handle from log.student_in_incident where subject_handle = any(:handles)")
                .param("handles", handles.stream().map(SubjectHandle::value).toArray(UUID[]::new))
                .query((row, _) -> new SubjectHandle(row.getObject(1, UUID.class)))
                .set();
    }

    /**
     * Every handle that ever stood for the student: also of the entry in the district's list, of corrected cases, and of
     * submissions that were never recorded; and of others who turned out to be this student. What an erasure has to reach. Empty if the
     * student's key is gone.
     */
    public Set<SubjectHandle> handlesOf(StudentId student) {
        Set<SubjectHandle> handles = new HashSet<>(ownHandlesOf(student));
        joinedTo(student).forEach(other -> handles.addAll(ownHandlesOf(other)));
        return handles;
    }

    private Set<SubjectHandle> ownHandlesOf(StudentId student) {
        StudentKey key = students.byId(Set.of(student)).get(student);
        return key == null ? Set.of() : keys.handlesOf(key);
    }

    /**
     * The student's name in one school year's headcounts: the same for all cases of that year, another the next year.
     *
     * @param schoolYear as written in figures, {@code 2025-26}
     */
    public String pseudonym(StudentId student, String schoolYear) {
        byte[] mac = Cipher256.hmac(pseudonymKey, student.toString(), schoolYear);
        return HexFormat.of().formatHex(mac, 0, 16);
    }

    private byte[] blind(String number) {
        return Cipher256.hmac(blindKey, ComparisonForm.of(number));
    }

    private Stream<byte[]> asRegisteredEarlier(Collection<String> numbers) {
        return numbers.stream()
                .filter(number -> !earlierForm(number).equals(ComparisonForm.of(number)))
                .map(this::blindOfEarlierForm);
    }

    /** Earlier releases compared without case and outer blanks only; who was registered so is found by the number written so. */
    private byte[] blindOfEarlierForm(String number) {
        return Cipher256.hmac(blindKey, earlierForm(number));
    }

    private static String earlierForm(String number) {
        return number.strip().toUpperCase(Locale.ROOT);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** How many cases of students not identified could begin without a word to the key store. */
    int reserved() {
        return reserve.size();
    }
}

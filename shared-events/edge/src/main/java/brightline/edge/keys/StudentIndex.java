package brightline.edge.keys;

import brightline.edge.keys.CaseKeys.Found;
import brightline.edge.keys.CaseKeys.NewCase;
import brightline.events.IncidentId;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
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
    private final JdbcClient events;
    private final KeyStore store;
    private final CaseKeys keys;
    private final CaseReserve reserve;
    private final byte[] blindKey;
    private final byte[] pseudonymKey;

    /** @param events the database of events */
    public StudentIndex(DataSource events, KeyStore store) {
        this.events = JdbcClient.create(events);
        this.store = store;
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

    /** The student with that number, registered now if unknown. Numbers are compared without case and outer blanks. */
    public StudentId studentWithNumber(String number) {
        return Objects.requireNonNull(studentsWithNumbers(Set.of(number)).get(number));
    }

    /** The students with these numbers, those unknown registered now; by number as it was given. */
    public Map<String, StudentId> studentsWithNumbers(Collection<String> numbers) {
        Map<String, byte[]> blinds = new LinkedHashMap<>();
        numbers.forEach(number -> blinds.put(number, blind(number)));
        Map<String, StudentId> known = find(blinds.values());
        Map<String, byte[]> unknown = new TreeMap<>();
        blinds.values().stream()
                .filter(blind -> !known.containsKey(hex(blind)))
                .forEach(blind -> unknown.put(hex(blind), blind));
        if (!unknown.isEmpty()) {
            register(List.copyOf(unknown.values()));
            known.putAll(find(unknown.values()));
        }
        Map<String, StudentId> students = new HashMap<>();
        blinds.forEach((number, blind) -> students.put(number, Objects.requireNonNull(known.get(hex(blind)))));
        return students;
    }

    /** The student with that number, if there is one. */
    public Optional<StudentId> find(String number) {
        return find(List.of(blind(number))).values().stream().findFirst();
    }

    private Map<String, StudentId> find(Collection<byte[]> blinds) {
        Map<String, StudentId> found = new HashMap<>();
        if (blinds.isEmpty()) {
            return found;
        }
        store.read(db -> db.sql("select student_id, blind_index from keys.student where blind_index = any(:blinds)")
                .param("blinds", blinds.toArray(byte[][]::new))
                .query((row, _) -> found.put(
                        hex(row.getBytes("blind_index")), new StudentId(row.getObject("student_id", UUID.class))))
                .list());
        return found;
    }

    /** @param blinds in an order that all writers share, so that they never wait for each other in a circle */
    private void register(List<byte[]> blinds) {
        store.underActiveKey(kek -> {
            UUID[] ids = new UUID[blinds.size()];
            byte[][] wrapped = new byte[blinds.size()][];
            for (int i = 0; i < ids.length; i++) {
                StudentId id = new StudentId(UUID.randomUUID());
                ids[i] = id.value();
                wrapped[i] = kek.wrap(Cipher256.random(32), CaseKeys.aboutStudent(id));
            }
            return store.writeAhead(db -> db.sql("""
                            with active as materialized (
                              select from keys.key_encryption_key where kek_id = :kek and state = 'ACTIVE'),
                            made as (
                              insert into keys.student (student_id, blind_index, kek_id, wrapped_key)
                              select id, blind, :kek, wrapped
                                from active, unnest(cast(:ids as uuid[]), cast(:blinds as bytea[]),
                                       cast(:wrapped as bytea[])) as one (id, blind, wrapped)
                              on conflict do nothing)
                            select count(*) from active
                            """)
                    .param("kek", kek.id())
                    .param("ids", ids)
                    .param("blinds", blinds.toArray(byte[][]::new))
                    .param("wrapped", wrapped)
                    .query(Integer.class)
                    .single());
        });
    }

    /**
     * Opens a case under a handle of the caller's.
     *
     * @param student null if not identified
     * @param incident null for the student's entry in the district's list
     * @throws StudentTwice if this student already has a case in this incident
     */
    public CaseSecrets openCase(SubjectHandle subject, @Nullable StudentId student, @Nullable IncidentId incident) {
        Map<StudentId, StudentKey> students = keysOf(List.of(new CaseOpening(student, incident)));
        NewCase fresh = NewCase.of(subject, student == null ? null : students.get(student));
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
     */
    public List<CaseSecrets> openCases(List<CaseOpening> openings) {
        Map<StudentId, StudentKey> students = keysOf(openings);
        List<NewCase> cases = new ArrayList<>();
        List<NewCase> unwritten = new ArrayList<>();
        for (CaseOpening opening : openings) {
            Optional<NewCase> ready = opening.student() == null ? reserve.take() : Optional.empty();
            NewCase one = ready.orElseGet(() -> NewCase.of(
                    new SubjectHandle(UUID.randomUUID()),
                    opening.student() == null ? null : students.get(opening.student())));
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

    private Map<StudentId, StudentKey> keysOf(Collection<CaseOpening> openings) {
        Set<StudentId> named = new HashSet<>();
        for (CaseOpening opening : openings) {
            if (opening.student() != null) {
                named.add(opening.student());
            }
        }
        Map<StudentId, StudentKey> found = keys.students(named);
        if (!found.keySet().containsAll(named)) {
            throw new IllegalStateException("The key of a student was destroyed: no case of the student can begin");
        }
        return found;
    }

    private void claim(List<NewCase> cases, List<@Nullable IncidentId> incidents) {
        TreeMap<String, UUID> claims = new TreeMap<>();
        for (int i = 0; i < cases.size(); i++) {
            StudentKey student = cases.get(i).student();
            IncidentId incident = incidents.get(i);
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
        return !alreadyOpen(List.of(new CaseOpening(student, incident))).isEmpty();
    }

    /** Those of the openings whose student already has a case in the incident. */
    public Set<CaseOpening> alreadyOpen(Collection<CaseOpening> openings) {
        Map<StudentId, StudentKey> students = keysOf(openings);
        Map<String, CaseOpening> claims = new HashMap<>();
        for (CaseOpening opening : openings) {
            StudentKey student = opening.student() == null ? null : students.get(opening.student());
            if (student != null && opening.incident() != null) {
                claims.put(hex(student.claim(opening.incident())), opening);
            }
        }
        if (claims.isEmpty()) {
            return Set.of();
        }
        return events
                .sql("select claim from log.student_in_incident where claim = any(:claims)")
                .param(
                        "claims",
                        claims.keySet().stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new))
                .query((row, _) -> Objects.requireNonNull(claims.get(hex(row.getBytes(1)))))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** Gives up the place in the incident that a case held for the wrong student; its handle leads nowhere from then on. */
    public void releaseCase(SubjectHandle subject) {
        events.sql("delete from log.student_in_incident where subject_handle = ?")
                .param(subject.value())
                .update();
    }

    /** The student a case is about; empty if not identified, or if the student's key is gone. */
    public Optional<StudentId> studentOf(SubjectHandle subject) {
        return Optional.ofNullable(keys.find(Set.of(subject)).get(subject)).map(Found::student);
    }

    /**
     * The student's cases in incidents: those that were recorded and not since found to be about somebody else. Empty if the
     * student's key is gone.
     */
    public Set<SubjectHandle> casesOf(StudentId student) {
        Set<SubjectHandle> handles = handlesOf(student);
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
     * submissions that were never recorded. What an erasure has to reach. Empty if the student's key is gone.
     */
    public Set<SubjectHandle> handlesOf(StudentId student) {
        StudentKey key = keys.students(Set.of(student)).get(student);
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
        return Cipher256.hmac(blindKey, number.strip().toUpperCase(Locale.ROOT));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** How many cases of students not identified could begin without a word to the key store. */
    int reserved() {
        return reserve.size();
    }
}

package brightline.edge.keys;

import brightline.events.IncidentId;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who is behind a handle: finds students by number without holding a number, gives every case a handle of its own, and
 * every student a pseudonym for a year's headcounts. Writes join the caller's transaction.
 */
public final class StudentIndex {
    private final JdbcClient jdbc;
    private final byte[] blindKey;
    private final byte[] pseudonymKey;

    public StudentIndex(DataSource dataSource, KeyEncryptionKey kek) {
        this.jdbc = JdbcClient.create(dataSource);
        this.blindKey = Cipher256.hmac(kek.key().getEncoded(), "blind-index");
        this.pseudonymKey = Cipher256.hmac(kek.key().getEncoded(), "statistics-pseudonym");
    }

    /** A student was named twice in one incident. */
    public static final class StudentTwice extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StudentTwice() {
            super("The student is already part of this incident");
        }
    }

    /** The student with that number, registered now if unknown. Numbers are compared without case and outer blanks. */
    public StudentId studentWithNumber(String number) {
        byte[] blind = blind(number);
        return find(blind).orElseGet(() -> {
            jdbc.sql("insert into keys.student (student_id, blind_index) values (:id, :blind) on conflict do nothing")
                    .param("id", UUID.randomUUID())
                    .param("blind", blind)
                    .update();
            return find(blind).orElseThrow();
        });
    }

    /** The student with that number, if there is one. */
    public Optional<StudentId> find(String number) {
        return find(blind(number));
    }

    private Optional<StudentId> find(byte[] blind) {
        return jdbc.sql("select student_id from keys.student where blind_index = :blind")
                .param("blind", blind)
                .query((row, _) -> new StudentId(row.getObject(1, UUID.class)))
                .optional();
    }

    /**
     * Gives a case its handle.
     *
     * @param student null if not identified
     * @param incident null for the student's entry in the district's list
     * @throws StudentTwice if this student already has a case in this incident
     */
    public void openCase(SubjectHandle subject, @Nullable StudentId student, @Nullable IncidentId incident) {
        try {
            jdbc.sql("insert into keys.case_subject (subject_handle, student_id, incident_id) values (?, ?, ?)")
                    .param(subject.value())
                    .param(student == null ? null : student.value())
                    .param(incident == null ? null : incident.value())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new StudentTwice();
        }
    }

    /** Gives cases of students nobody identified their handles, in one statement. */
    public void openUnidentified(Map<SubjectHandle, IncidentId> cases) {
        if (cases.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into keys.case_subject (subject_handle, incident_id)
                        select * from unnest(cast(:subjects as uuid[]), cast(:incidents as uuid[]))
                        """)
                .param(
                        "subjects",
                        cases.keySet().stream().map(SubjectHandle::value).toArray(UUID[]::new))
                .param(
                        "incidents",
                        cases.values().stream().map(IncidentId::value).toArray(UUID[]::new))
                .update();
    }

    /** Whether the student already has a case in the incident. */
    public boolean isPartOf(StudentId student, IncidentId incident) {
        return jdbc.sql("select exists (select from keys.case_subject where incident_id = ? and student_id = ?)")
                .param(incident.value())
                .param(student.value())
                .query(Boolean.class)
                .single();
    }

    /** Ends the link between a case and the wrong student; the handle stays known, and who it meant is readable no more. */
    public void releaseCase(SubjectHandle subject) {
        jdbc.sql("update keys.case_subject set incident_id = null where subject_handle = ?")
                .param(subject.value())
                .update();
    }

    /** The student a case is about; empty if not identified. */
    public Optional<StudentId> studentOf(SubjectHandle subject) {
        return jdbc.sql("select student_id from keys.case_subject where subject_handle = ?")
                .param(subject.value())
                .query((row, _) ->
                        Optional.ofNullable(row.getObject(1, UUID.class)).map(StudentId::new))
                .optional()
                .flatMap(found -> found);
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
}

package brightline.edge.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.edge.TestDatabase;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalPart.Narrative;
import brightline.edge.schema.SchemaMigration;
import brightline.events.IncidentId;
import brightline.events.SecretRef;
import brightline.events.SubjectHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class PersonalPartsTest {
    private static final KeyEncryptionKey KEK = KeyEncryptionKey.of(new byte[32]);

    static DataSource dataSource;
    static PersonalParts parts;
    static StudentIndex students;

    @BeforeAll
    static void migrate() {
        dataSource = TestDatabase.fresh().dataSource();
        SchemaMigration.migrate(dataSource, "log", "classpath:db/log");
        SchemaMigration.migrate(dataSource, "keys", "classpath:db/keys");
        parts = new PersonalParts(dataSource, KEK);
        students = new StudentIndex(dataSource, KEK);
    }

    @Test
    void what_was_sealed_is_read_back() {
        SecretRef ref = store(subject(), new Narrative("blows were struck"));
        assertThat(parts.open(ref, Narrative.class)).contains(new Narrative("blows were struck"));
    }

    @Test
    void later_parts_of_a_case_go_under_the_keys_of_the_earlier_ones() {
        SubjectHandle subject = subject();
        SecretRef first = store(subject, new Narrative("first account"));
        CaseSecrets again = parts.existingCase(subject);
        SecretRef second = Objects.requireNonNull(again.seal(new Narrative("second account")));
        parts.store(List.of(again));

        assertThat(parts.openAll(List.of(first, second), Narrative.class).values())
                .allMatch(opened -> opened.value().isPresent());
        assertThat(JdbcClient.create(dataSource)
                        .sql("select count(*) from keys.case_key where subject_handle = ?")
                        .param(subject.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void without_its_key_a_part_reads_as_redacted() {
        SubjectHandle subject = subject();
        SecretRef ref = store(subject, new Narrative("gone"));
        JdbcClient.create(dataSource)
                .sql("delete from keys.case_key where subject_handle = ?")
                .param(subject.value())
                .update();
        assertThat(parts.openAll(List.of(ref), Narrative.class).get(ref.secretId()))
                .isEqualTo(new Opened.Redacted<>(Part.NARRATIVE));
        assertThat(parts.open(ref, Narrative.class)).isEmpty();
    }

    @Test
    void a_ciphertext_moved_to_another_row_does_not_decrypt() {
        SubjectHandle subject = subject();
        SecretRef one = store(subject, new Narrative("one"));
        CaseSecrets again = parts.existingCase(subject);
        SecretRef two = Objects.requireNonNull(again.seal(new Narrative("two")));
        parts.store(List.of(again));
        JdbcClient.create(dataSource)
                .sql("""
                        update log.event_secret t set nonce = s.nonce, ciphertext = s.ciphertext
                          from log.event_secret s where s.secret_id = :from and t.secret_id = :to""")
                .param("from", one.secretId().value())
                .param("to", two.secretId().value())
                .update();
        assertThat(parts.open(two, Narrative.class)).isEmpty();
        assertThat(parts.open(one, Narrative.class)).isPresent();
    }

    @Test
    void no_plaintext_enters_the_database() {
        Identity identity = new Identity("CANARY-4711", "Canaryfirst", "Canarylast", null);
        SubjectHandle subject = subject();
        store(subject, identity);
        students.openCase(subject, students.studentWithNumber("CANARY-4711"), incident());
        String dump = String.join(
                "\n", JdbcClient.create(dataSource).sql("""
                                select s::text || convert_from(decode(replace(encode(ciphertext, 'escape'), '\\', ''), 'escape'), 'LATIN1')
                                  from log.event_secret s
                                union all select k::text from keys.case_key k
                                union all select t::text from keys.student t
                                union all select c::text from keys.case_subject c""").query(String.class).list());
        assertThat(dump).isNotEmpty().doesNotContain("CANARY", "Canary");
        assertThat(identity).hasToString("[redacted]");
    }

    @Test
    void a_student_is_found_by_number_and_has_a_handle_per_case() {
        var student = students.studentWithNumber(" s-101 ");
        assertThat(students.studentWithNumber("S-101")).isEqualTo(student);
        SubjectHandle one = subject();
        SubjectHandle two = subject();
        students.openCase(one, student, incident());
        students.openCase(two, student, incident());
        assertThat(students.studentOf(one)).contains(student);
        assertThat(students.studentOf(two)).contains(student);
    }

    @Test
    void a_student_is_in_an_incident_once() {
        var student = students.studentWithNumber("S-200");
        IncidentId incident = incident();
        students.openCase(subject(), student, incident);
        assertThatThrownBy(() -> students.openCase(subject(), student, incident))
                .isInstanceOf(StudentIndex.StudentTwice.class);
        students.openCase(subject(), null, incident);
        students.openCase(subject(), null, incident);
    }

    @Test
    void a_pseudonym_is_the_same_within_a_school_year_only() {
        var student = students.studentWithNumber("S-300");
        assertThat(students.pseudonym(student, "2025-26"))
                .isEqualTo(students.pseudonym(student, "2025-26"))
                .isNotEqualTo(students.pseudonym(student, "2026-27"))
                .isNotEqualTo(students.pseudonym(students.studentWithNumber("S-301"), "2025-26"));
    }

    @Test
    void a_key_file_others_can_read_is_refused(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("kek");
        KeyEncryptionKey written = KeyEncryptionKey.inFile(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("r--------");
        assertThat(KeyEncryptionKey.inFile(file).key()).isEqualTo(written.key());

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
        assertThatThrownBy(() -> KeyEncryptionKey.inFile(file)).hasMessageContaining("chmod 0400");
    }

    private static SecretRef store(SubjectHandle subject, PersonalPart part) {
        CaseSecrets secrets = parts.newCase(subject);
        SecretRef ref = Objects.requireNonNull(secrets.seal(part));
        parts.store(List.of(secrets));
        return ref;
    }

    private static SubjectHandle subject() {
        return new SubjectHandle(UUID.randomUUID());
    }

    private static IncidentId incident() {
        return new IncidentId(UUID.randomUUID());
    }
}

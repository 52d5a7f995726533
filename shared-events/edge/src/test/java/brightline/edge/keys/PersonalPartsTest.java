package brightline.edge.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalPart.Narrative;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.edge.keys.StudentIndex.CaseOpening;
import brightline.edge.store.Tampering;
import brightline.events.IncidentId;
import brightline.events.SecretRef;
import brightline.events.Stated;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonalPartsTest {
    static KeyDatabases databases;
    static PersonalParts parts;
    static StudentIndex students;

    @BeforeAll
    static void open(@TempDir Path directory) {
        databases = KeyDatabases.fresh(directory);
        KeyDatabases.Opened opened = databases.open();
        parts = opened.parts();
        students = opened.students();
    }

    @Test
    void what_was_sealed_is_read_back() {
        SecretRef ref = store(subject(), new Narrative("blows were struck"));
        assertThat(parts.open(ref, Narrative.class)).contains(new Narrative("blows were struck"));
    }

    @Test
    void what_was_sealed_about_a_student_is_read_back() {
        CaseSecrets secrets = caseOf(students.studentWithNumber("S-10"));
        SecretRef ref = seal(secrets, new Narrative("of a known student"));
        assertThat(parts.open(ref, Narrative.class)).contains(new Narrative("of a known student"));
    }

    @Test
    void later_parts_of_a_case_go_under_the_keys_of_the_earlier_ones() {
        for (CaseSecrets secrets :
                List.of(parts.newCase(subject()), caseOf(students.studentWithNumber("S-11")), reserved())) {
            SecretRef first = seal(secrets, new Narrative("first account"));
            SecretRef second = seal(parts.existingCase(secrets.subject()), new Narrative("second account"));
            assertThat(parts.openAll(List.of(first, second), Narrative.class).values())
                    .allMatch(opened -> opened.value().isPresent());
            assertThat(databases
                            .events
                            .sql("select count(distinct key_commit) from log.event_secret where subject_handle = ?")
                            .param(secrets.subject().value())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void a_case_that_was_opened_is_sealed_under_its_own_keys_by_whoever_asks() {
        StudentId student = students.studentWithNumber("S-12");
        SubjectHandle subject = subject();
        students.openCase(subject, student, incident());
        SecretRef ref = seal(parts.newCase(subject), new Narrative("under the student's key"));
        assertThat(parts.open(ref, Narrative.class)).isPresent();
        deleteStudent(student);
        assertThat(parts.open(ref, Narrative.class)).isEmpty();
    }

    @Test
    void without_its_case_a_part_reads_as_redacted_and_no_other_case_does() {
        CaseSecrets one = caseOf(students.studentWithNumber("S-13"));
        CaseSecrets other = caseOf(students.studentWithNumber("S-13"));
        SecretRef gone = seal(one, new Narrative("gone"));
        SecretRef kept = seal(other, new Narrative("kept"));
        databases
                .keys
                .sql("delete from keys.case_key where subject_handle = ?")
                .param(one.subject().value())
                .update();
        assertThat(parts.openAll(List.of(gone), Narrative.class).get(gone.secretId()))
                .isEqualTo(new Opened.Redacted<>(Part.NARRATIVE));
        assertThat(parts.open(gone, Narrative.class)).isEmpty();
        assertThat(parts.open(kept, Narrative.class)).isPresent();
        assertThat(students.studentOf(one.subject())).isEmpty();
    }

    @Test
    void without_the_students_key_every_part_of_every_case_reads_as_redacted() {
        StudentId student = students.studentWithNumber("S-14");
        CaseSecrets one = caseOf(student);
        CaseSecrets two = caseOf(student);
        SecretRef identity = Objects.requireNonNull(one.seal(new Identity("S-14", "Ada", "Quill", null)));
        SecretRef statistics = Objects.requireNonNull(
                one.seal(new Statistics(null, null, null, 12, null, Stated.MISSING, "pseudonym")));
        SecretRef narrative = seal(two, new Narrative("gone too"));
        parts.store(List.of(one));
        deleteStudent(student);

        assertThat(parts.openAll(List.of(identity), Identity.class))
                .containsValue(new Opened.Redacted<>(Part.IDENTITY));
        assertThat(parts.openAll(List.of(statistics), Statistics.class))
                .containsValue(new Opened.Redacted<>(Part.STAT));
        assertThat(parts.openAll(List.of(narrative), Narrative.class))
                .containsValue(new Opened.Redacted<>(Part.NARRATIVE));
        assertThat(students.studentOf(one.subject())).isEmpty();
        assertThat(students.casesOf(student)).isEmpty();
        assertThat(students.find("S-14")).isEmpty();
    }

    @Test
    void one_part_of_a_case_can_be_destroyed_alone() {
        CaseSecrets secrets = caseOf(students.studentWithNumber("S-15"));
        SecretRef statistics =
                Objects.requireNonNull(secrets.seal(new Statistics(null, null, null, 15, null, Stated.MISSING, null)));
        SecretRef narrative = seal(secrets, new Narrative("destroyed"));
        databases
                .keys
                .sql("update keys.case_key set narrative_key = null where subject_handle = ?")
                .param(secrets.subject().value())
                .update();
        assertThat(parts.open(narrative, Narrative.class)).isEmpty();
        assertThat(parts.open(statistics, Statistics.class)).isPresent();
        CaseSecrets again = parts.existingCase(secrets.subject());
        assertThatThrownBy(() -> again.seal(new Narrative("more"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_ciphertext_is_neither_changed_nor_removed() {
        SecretRef kept = store(subject(), new Narrative("kept"));
        for (String change : List.of(
                "update log.event_secret set ciphertext = nonce",
                "delete from log.event_secret",
                "truncate log.event_secret")) {
            assertThatThrownBy(() -> databases.events.sql(change).update())
                    .as(change)
                    .hasMessageContaining("only added to");
        }
        assertThat(parts.open(kept, Narrative.class)).isPresent();
    }

    @Test
    void a_ciphertext_moved_to_another_row_does_not_decrypt() {
        SubjectHandle subject = subject();
        SecretRef one = store(subject, new Narrative("one"));
        SecretRef two = seal(parts.existingCase(subject), new Narrative("two"));
        Tampering.with(
                databases.eventSource,
                "log.event_secret",
                """
                        update log.event_secret t set nonce = s.nonce, ciphertext = s.ciphertext
                          from log.event_secret s where s.secret_id = ? and t.secret_id = ?""",
                one.secretId().value(),
                two.secretId().value());
        assertThat(parts.open(two, Narrative.class)).isEmpty();
        assertThat(parts.open(one, Narrative.class)).isPresent();
    }

    @Test
    void a_wrapped_key_moved_to_another_case_or_part_does_not_open() {
        CaseSecrets one = caseOf(students.studentWithNumber("S-16"));
        CaseSecrets other = caseOf(students.studentWithNumber("S-16"));
        SecretRef ofOne = seal(one, new Narrative("one"));
        SecretRef ofOther = seal(other, new Narrative("other"));
        databases
                .keys
                .sql("""
                        update keys.case_key t set narrative_key = s.narrative_key
                          from keys.case_key s where s.subject_handle = :from and t.subject_handle = :to""")
                .param("from", one.subject().value())
                .param("to", other.subject().value())
                .update();
        databases
                .keys
                .sql("update keys.case_key set narrative_key = identity_key where subject_handle = ?")
                .param(one.subject().value())
                .update();
        assertThat(parts.open(ofOne, Narrative.class)).isEmpty();
        assertThat(parts.open(ofOther, Narrative.class)).isEmpty();
    }

    @Test
    void neither_database_holds_plaintext_and_the_keys_do_not_say_whose_case_it_is() {
        Identity identity = new Identity("CANARY-4711", "Canaryfirst", "Canarylast", null);
        StudentId student = students.studentWithNumber("CANARY-4711");
        CaseSecrets secrets = caseOf(student);
        SecretRef ref = Objects.requireNonNull(secrets.seal(identity));
        parts.store(List.of(secrets));
        String events =
                String.join("\n", databases.events.sql("""
                                select s::text || convert_from(decode(replace(encode(ciphertext, 'escape'), '\\', ''), 'escape'), 'LATIN1')
                                  from log.event_secret s
                                union all select c::text from log.student_in_incident c""").query(String.class).list());
        String cases = String.join(
                "\n",
                databases
                        .keys
                        .sql("select k::text from keys.case_key k")
                        .query(String.class)
                        .list());
        String links =
                String.join("\n", databases.keys.sql("""
                                select c::text from keys.student_case c
                                union all select t::text from keys.student t""").query(String.class).list());
        assertThat(events + cases + links).contains(ref.secretId().toString()).doesNotContain("CANARY", "Canary");
        assertThat(events).doesNotContain(hex(student.value()));
        assertThat(cases)
                .contains(secrets.subject().toString())
                .doesNotContain(hex(student.value()), student.toString());
        assertThat(links)
                .contains(student.toString())
                .doesNotContain(
                        hex(secrets.subject().value()), secrets.subject().toString());
        assertThat(identity).hasToString("[redacted]");
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }

    private static void deleteStudent(StudentId student) {
        databases
                .keys
                .sql("delete from keys.student where student_id = ?")
                .param(student.value())
                .update();
    }

    private static CaseSecrets caseOf(StudentId student) {
        return students.openCases(List.of(new CaseOpening(student, incident()))).getFirst();
    }

    private static CaseSecrets reserved() {
        return students.openCases(List.of(new CaseOpening(null, incident()))).getFirst();
    }

    private static SecretRef store(SubjectHandle subject, PersonalPart part) {
        return seal(parts.newCase(subject), part);
    }

    private static SecretRef seal(CaseSecrets secrets, PersonalPart part) {
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

package brightline.edge.keys;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.edge.keys.PersonalPart.Narrative;
import brightline.edge.keys.StudentIndex.CaseOpening;
import brightline.edge.keys.StudentIndex.StudentTwice;
import brightline.events.IncidentId;
import brightline.events.SecretRef;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudentIndexTest {
    static KeyDatabases databases;
    static KeyStore store;
    static PersonalParts parts;
    static StudentIndex students;

    @BeforeAll
    static void open(@TempDir Path directory) {
        databases = KeyDatabases.fresh(directory);
        KeyDatabases.Opened opened = databases.open();
        store = opened.store();
        parts = opened.parts();
        students = opened.students();
    }

    @Test
    void a_student_is_found_by_number_and_has_a_handle_per_case() {
        var student = students.studentWithNumber(" s-101 ");
        assertThat(students.studentWithNumber("S-101")).isEqualTo(student);
        assertThat(students.find("s-101")).contains(student);
        assertThat(students.find("S-102")).isEmpty();
        KnownStudents known = students.studentsWithNumbers(List.of("S-101", "s-101", "S-103", "s-103"));
        assertThat(known.withNumber("S-101")).isEqualTo(student);
        assertThat(known.withNumber("s-101")).isEqualTo(student);
        assertThat(known.withNumber("S-103")).isNotNull().isNotEqualTo(student).isEqualTo(known.withNumber("s-103"));
        assertThat(known).hasToString("[redacted]");
        SubjectHandle one = subject();
        SubjectHandle two = subject();
        students.openCase(one, student, incident());
        students.openCase(two, student, incident());
        assertThat(students.studentOf(one)).contains(student);
        assertThat(students.studentOf(two)).contains(student);
    }

    @Test
    void another_number_leads_to_the_same_student_and_the_first_one_still_does() {
        var student = students.studentWithNumber("S-120");
        assertThat(students.lead("S-121", student)).isTrue();
        assertThat(students.lead("s-121 ", student)).as("said again").isTrue();
        assertThat(students.find("S-120")).contains(student);
        assertThat(students.find("S-121")).contains(student);
        assertThat(students.studentWithNumber("S-121")).isEqualTo(student);
        var other = students.studentWithNumber("S-122");
        assertThat(students.lead("S-122", student)).isFalse();
        assertThat(students.find("S-122")).contains(other);
    }

    @Test
    void a_number_that_was_given_up_may_be_another_students_and_come_back() {
        var student = students.studentWithNumber("S-125");
        students.lead("S-126", student);
        students.release("s-125", student);
        assertThat(students.find("S-125")).isEmpty();
        assertThat(students.find("S-126")).contains(student);
        assertThat(students.lead("S-125", student)).as("given back").isTrue();
        students.release("S-125", student);
        assertThat(students.studentWithNumber("S-125")).isNotEqualTo(student);
    }

    @Test
    void a_number_of_several_leads_to_all_of_them_until_one_gives_it_up() {
        var first = students.studentWithNumber("S-127");
        var second = students.register();
        assertThat(students.find("S-127")).containsExactly(first);
        students.share("s-127", second);
        students.share("S-127", second);
        assertThat(students.find("S-127")).containsExactly(first, second);
        KnownStudents known = students.studentsWithNumbers(List.of("S-127"));
        assertThat(known.withNumber("S-127")).isEqualTo(first);
        assertThat(known.holders().getOrDefault("S-127", new LinkedHashMap<>()).values())
                .containsExactly(first, second);
        students.openCases(List.of(new CaseOpening(second, incident())), known);
        assertThat(students.casesOf(second)).hasSize(1);
        assertThat(students.lead("S-127", students.register())).as("a third").isFalse();
        students.join(second, first);
        assertThat(students.find("S-127")).as("one child after all").containsExactly(first);
        assertThat(students.holders("S-127")).containsExactly(first, second);
        students.part(second);
        students.release("S-127", first);
        assertThat(students.find("S-127")).containsExactly(second);
        assertThat(students.studentWithNumber("S-127")).isEqualTo(second);
    }

    @Test
    void joined_students_are_one_and_parted_ones_two_again() {
        var kept = students.studentWithNumber("S-130");
        var other = students.studentWithNumber("S-131");
        IncidentId incident = incident();
        SubjectHandle ofOther = open(other, incident).subject();
        SubjectHandle ofKept = open(kept, incident()).subject();
        students.join(other, kept);
        assertThat(students.find("S-131")).contains(kept);
        assertThat(students.studentWithNumber("S-131")).isEqualTo(kept);
        assertThat(students.studentOf(ofOther)).contains(kept);
        assertThat(students.casesOf(kept)).containsExactlyInAnyOrder(ofKept, ofOther);
        assertThat(students.isPartOf(kept, incident))
                .as("in the incident of either")
                .isTrue();
        assertThatThrownBy(() -> open(students.studentWithNumber("S-131"), incident))
                .isInstanceOf(StudentTwice.class);
        students.part(other);
        assertThat(students.find("S-131")).contains(other);
        assertThat(students.studentOf(ofOther)).contains(other);
        assertThat(students.casesOf(kept)).containsExactly(ofKept);
        assertThat(students.isPartOf(kept, incident)).isFalse();
    }

    @Test
    void the_cases_of_a_student_are_known_under_the_students_key_only() {
        var student = students.studentWithNumber("S-110");
        var other = students.studentWithNumber("S-111");
        SubjectHandle entry = subject();
        SubjectHandle wrong = subject();
        students.openCase(entry, student, null);
        students.openCase(wrong, student, incident());
        SubjectHandle ofOther = open(other, incident()).subject();
        SubjectHandle one = open(student, incident()).subject();
        SubjectHandle two = open(student, incident()).subject();
        students.releaseCase(wrong);

        assertThat(students.casesOf(student)).containsExactlyInAnyOrder(one, two);
        assertThat(students.handlesOf(student)).containsExactlyInAnyOrder(entry, wrong, one, two);
        assertThat(students.casesOf(other)).containsExactly(ofOther);
    }

    @Test
    void a_student_is_in_an_incident_once() {
        var student = students.studentWithNumber("S-200");
        IncidentId incident = incident();
        open(student, incident);
        assertThatThrownBy(() -> students.openCase(subject(), student, incident))
                .isInstanceOf(StudentTwice.class);
        assertThat(students.isPartOf(student, incident)).isTrue();
        assertThat(students.isPartOf(student, incident())).isFalse();
        students.openCase(subject(), null, incident);
        students.openCases(List.of(new CaseOpening(null, incident), new CaseOpening(null, incident)));
    }

    @Test
    void a_student_named_twice_in_one_submission_is_refused() {
        var student = students.studentWithNumber("S-201");
        IncidentId incident = incident();
        assertThatThrownBy(() -> students.openCases(
                        List.of(new CaseOpening(student, incident), new CaseOpening(student, incident))))
                .isInstanceOf(StudentTwice.class);
        assertThat(students.isPartOf(student, incident)).isFalse();
    }

    @Test
    void a_refused_submission_leaves_the_student_free_for_the_next_try() {
        var student = students.studentWithNumber("S-202");
        IncidentId incident = incident();
        assertThatThrownBy(() -> databases.submission.executeWithoutResult(_ -> {
                    open(student, incident);
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");
        assertThat(students.isPartOf(student, incident)).isFalse();
        assertThat(students.casesOf(student)).isEmpty();

        SecretRef retried = Objects.requireNonNull(databases.submission.execute(_ -> {
            CaseSecrets secrets = open(student, incident);
            SecretRef ref = Objects.requireNonNull(secrets.seal(new Narrative("the second try")));
            parts.store(List.of(secrets));
            return ref;
        }));
        assertThat(parts.open(retried, Narrative.class)).isPresent();
        assertThat(students.casesOf(student)).hasSize(1);
        assertThatThrownBy(() -> databases.submission.executeWithoutResult(_ -> open(student, incident)))
                .isInstanceOf(StudentTwice.class);
    }

    @Test
    void a_correction_that_is_undone_leaves_the_student_in_the_incident() {
        var student = students.studentWithNumber("S-203");
        IncidentId incident = incident();
        SubjectHandle subject = open(student, incident).subject();
        databases.submission.executeWithoutResult(transaction -> {
            students.releaseCase(subject);
            open(students.studentWithNumber("S-204"), incident);
            transaction.setRollbackOnly();
        });
        assertThat(students.isPartOf(student, incident)).isTrue();
        assertThat(students.isPartOf(students.studentWithNumber("S-204"), incident))
                .isFalse();

        databases.submission.executeWithoutResult(_ -> {
            students.releaseCase(subject);
            open(student, incident);
        });
        assertThat(students.casesOf(student)).hasSize(1).doesNotContain(subject);
    }

    @Test
    void of_rivals_naming_a_student_in_one_incident_at_once_exactly_one_is_recorded() throws Exception {
        for (int round = 0; round < 10; round++) {
            String number = "S-3" + round;
            IncidentId incident = incident();
            var together = new CyclicBarrier(6);
            List<Callable<Boolean>> rivals = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                rivals.add(() -> {
                    together.await(10, SECONDS);
                    try {
                        databases.submission.executeWithoutResult(
                                _ -> open(students.studentWithNumber(number), incident));
                        return true;
                    } catch (StudentTwice _) {
                        return false;
                    }
                });
            }
            int recorded = 0;
            try (var pool = Executors.newFixedThreadPool(rivals.size())) {
                for (Future<Boolean> rival : pool.invokeAll(rivals)) {
                    recorded += rival.get() ? 1 : 0;
                }
            }
            assertThat(recorded).isEqualTo(1);
            assertThat(students.casesOf(students.studentWithNumber(number))).hasSize(1);
        }
    }

    @Test
    void a_pseudonym_is_the_same_within_a_school_year_only() {
        var student = students.studentWithNumber("S-400");
        assertThat(students.pseudonym(student, "2025-26"))
                .isEqualTo(students.pseudonym(student, "2025-26"))
                .isNotEqualTo(students.pseudonym(student, "2026-27"))
                .isNotEqualTo(students.pseudonym(students.studentWithNumber("S-401"), "2025-26"));
    }

    @Test
    void a_case_of_nobody_identified_begins_without_a_word_to_the_key_store() {
        Instant limit = Instant.now().plus(Duration.ofSeconds(30));
        while (students.reserved() < CaseReserve.BATCH / 2) {
            students.openCases(List.of(new CaseOpening(null, incident())));
            assertThat(Instant.now()).isBefore(limit);
        }
        long before = cases();
        List<CaseSecrets> opened = students.openCases(List.of(new CaseOpening(null, incident())));
        assertThat(cases() - before).isIn(0L, (long) CaseReserve.BATCH);
        assertThat(databases
                        .keys
                        .sql("select count(*) from keys.case_key where subject_handle = ?")
                        .param(opened.getFirst().subject().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void no_two_cases_get_the_same_reserved_handle() throws Exception {
        Set<SubjectHandle> handles = java.util.concurrent.ConcurrentHashMap.newKeySet();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (Future<?> done : pool.invokeAll(java.util.Collections.nCopies(8, () -> {
                for (int i = 0; i < 50; i++) {
                    handles.add(students.openCases(List.of(new CaseOpening(null, incident())))
                            .getFirst()
                            .subject());
                }
                return null;
            }))) {
                done.get();
            }
        }
        assertThat(handles).hasSize(400);
    }

    private static long cases() {
        return databases
                .keys
                .sql("select count(*) from keys.case_key")
                .query(Long.class)
                .single();
    }

    private static CaseSecrets open(StudentId student, IncidentId incident) {
        return students.openCases(List.of(new CaseOpening(student, incident))).getFirst();
    }

    private static SubjectHandle subject() {
        return new SubjectHandle(UUID.randomUUID());
    }

    private static IncidentId incident() {
        return new IncidentId(UUID.randomUUID());
    }
}

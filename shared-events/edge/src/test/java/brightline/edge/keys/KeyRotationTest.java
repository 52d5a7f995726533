package brightline.edge.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.edge.TestDatabase;
import brightline.edge.keys.PersonalPart.Narrative;
import brightline.edge.keys.RotationReport.Step;
import brightline.edge.keys.StudentIndex.CaseOpening;
import brightline.events.IncidentId;
import brightline.events.SecretRef;
import brightline.events.StudentId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRotationTest {
    private static final Consumer<String> NOTHING = _ -> {};

    @TempDir
    Path directory;

    private KeyDatabases databases;
    private KeyServer server;
    private final List<SecretRef> sealed = new ArrayList<>();
    private StudentId student;
    private String pseudonym;

    @BeforeEach
    void fill() {
        TestDatabase database = TestDatabase.fresh();
        databases = KeyDatabases.migrated(database.dataSource(), database.keys().dataSource(), directory);
        server = new KeyServer(database.keys().url(), database.username(), database.password());
        KeyDatabases.Opened opened = databases.open();
        student = opened.students().studentWithNumber("S-1");
        pseudonym = opened.students().pseudonym(student, "2025-26");
        for (int i = 0; i < 3; i++) {
            seal(opened, student);
            seal(opened, null);
        }
    }

    private void seal(KeyDatabases.Opened opened, @Nullable StudentId about) {
        CaseSecrets secrets = opened.students()
                .openCases(List.of(new CaseOpening(about, new IncidentId(UUID.randomUUID()))))
                .getFirst();
        sealed.add(Objects.requireNonNull(secrets.seal(new Narrative("an account"))));
        opened.parts().store(List.of(secrets));
    }

    private KeyRotation rotation(KeyDatabases.Opened opened, Consumer<String> reached) {
        return new KeyRotation(opened.store(), server, backups(InstantSource.system()), reached);
    }

    private KeyBackups backups(InstantSource clock) {
        return new KeyBackups(server, directory.resolve("backups"), clock);
    }

    private static RotationReport rotated(KeyRotation rotation) throws Exception {
        UUID id = rotation.begin(UUID.randomUUID()).id();
        rotation.run();
        return rotation.find(id).orElseThrow();
    }

    private void assertEverythingOpens(KeyDatabases.Opened opened) {
        assertThat(opened.parts().openAll(sealed, Narrative.class))
                .hasSize(sealed.size())
                .allSatisfy((_, part) -> assertThat(part.value()).isPresent());
        assertThat(opened.students().studentWithNumber("S-1")).isEqualTo(student);
        assertThat(opened.students().pseudonym(student, "2025-26")).isEqualTo(pseudonym);
    }

    @Test
    void the_old_key_is_destroyed_and_everything_opens_under_the_new_one_alone() throws Exception {
        KeyDatabases.Opened opened = databases.open();
        KeyEncryptionKey old = opened.store().active();
        byte[] file = Files.readAllBytes(databases.file());
        RotationReport report = rotated(rotation(opened, NOTHING));

        assertThat(report.step()).isEqualTo(Step.DONE);
        assertThat(report.oldKey()).isEqualTo(old.id());
        assertThat(report.problem()).isNull();
        assertThat(report.rewrapped()).isGreaterThanOrEqualTo(9);
        assertThat(report.verifiedKeys()).isGreaterThanOrEqualTo(21);
        assertThat(directory.resolve("backups").resolve(Objects.requireNonNull(report.backup())))
                .exists();
        assertThat(Files.readAllBytes(databases.file())).isNotEqualTo(file);
        assertThat(databases.file().resolveSibling("kek.next")).doesNotExist();
        assertThat(databases
                        .keys
                        .sql("select kek_id from keys.student union select kek_id from keys.case_key"
                                + " union select kek_id from keys.named_key")
                        .query(String.class)
                        .list())
                .containsExactly(report.newKey());
        assertThat(databases
                        .keys
                        .sql("select state from keys.key_encryption_key where kek_id = ?")
                        .param(old.id())
                        .query(String.class)
                        .single())
                .isEqualTo("DESTROYED");
        assertThatThrownBy(() -> new KeyInspection(databases.keySource, old))
                .as("the destroyed key opens nothing")
                .isInstanceOf(IllegalStateException.class);
        assertEverythingOpens(opened);
        KeyDatabases.Opened later = databases.open();
        assertEverythingOpens(later);
        seal(later, student);
        assertEverythingOpens(opened);
        assertThat(scratchDatabases()).isZero();
    }

    /** A key that one had written and another wrote over would be gone, with the store wrapped by it. */
    @Test
    void asked_for_by_many_at_once_is_one_change_and_its_key_is_in_the_file() throws Exception {
        KeyDatabases.Opened opened = databases.open();
        KeyRotation rotation = rotation(opened, NOTHING);
        var together = new CyclicBarrier(64);
        List<Future<RotationReport>> asked = new ArrayList<>();
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 64; i++) {
                asked.add(askers.submit(() -> {
                    together.await();
                    return rotation.begin(UUID.randomUUID());
                }));
            }
        }
        RotationReport begun = asked.getFirst().get();
        for (Future<RotationReport> one : asked) {
            assertThat(one.get().id()).isEqualTo(begun.id());
        }
        assertThat(KeyEncryptionKey.read(databases.file().resolveSibling("kek.next"))
                        .id())
                .isEqualTo(begun.newKey());
        rotation.run();
        assertThat(rotation.find(begun.id()).orElseThrow().step()).isEqualTo(Step.DONE);
        assertEverythingOpens(databases.open());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "next-key-written",
                "begun",
                "students-rewrapped",
                "cases-rewrapped",
                "rewrapped",
                "backed-up",
                "restored",
                "destroying",
                "old-key-destroyed"
            })
    void a_crash_leaves_everything_readable_and_the_change_goes_on(String where) throws Exception {
        KeyDatabases.Opened before = databases.open();
        KeyRotation crashing = rotation(before, point -> {
            if (point.equals(where)) {
                throw new Crash();
            }
        });
        assertThatThrownBy(() -> rotated(crashing)).isInstanceOf(Crash.class);
        assertEverythingOpens(before);

        KeyDatabases.Opened after = databases.open();
        assertEverythingOpens(after);
        seal(after, student);
        seal(after, null);
        assertEverythingOpens(after);
        RotationReport report = rotated(rotation(after, NOTHING));
        assertThat(report.step()).isEqualTo(Step.DONE);
        assertEverythingOpens(after);
        assertEverythingOpens(databases.open());
        assertThat(databases
                        .keys
                        .sql("select count(*) from keys.key_encryption_key where state <> 'DESTROYED'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(scratchDatabases()).isZero();
    }

    @Test
    void what_is_recorded_meanwhile_by_this_process_and_another_stays_readable() throws Exception {
        KeyDatabases.Opened here = databases.open();
        KeyDatabases.Opened elsewhere = databases.open();
        var over = new AtomicBoolean();
        try (var pool = Executors.newFixedThreadPool(2)) {
            List<Future<List<SecretRef>>> writers = new ArrayList<>();
            for (KeyDatabases.Opened writer : List.of(here, elsewhere)) {
                writers.add(pool.submit(() -> {
                    List<SecretRef> written = new ArrayList<>();
                    for (int i = 0; !over.get(); i++) {
                        StudentId about = writer.students().studentWithNumber("S-" + i);
                        CaseSecrets secrets = writer.students()
                                .openCases(List.of(new CaseOpening(about, new IncidentId(UUID.randomUUID()))))
                                .getFirst();
                        written.add(Objects.requireNonNull(secrets.seal(new Narrative("meanwhile"))));
                        writer.parts().store(List.of(secrets));
                        assertThat(writer.parts().open(written.getLast(), Narrative.class))
                                .isPresent();
                    }
                    return written;
                }));
            }
            try {
                for (int i = 0; i < 3; i++) {
                    assertThat(rotated(rotation(here, NOTHING)).step()).isEqualTo(Step.DONE);
                }
            } finally {
                over.set(true);
            }
            for (Future<List<SecretRef>> writer : writers) {
                assertThat(writer.get()).isNotEmpty();
                sealed.addAll(writer.get());
            }
        }
        assertEverythingOpens(here);
        assertEverythingOpens(elsewhere);
        assertEverythingOpens(databases.open());
    }

    @Test
    void a_key_that_does_not_open_stops_the_change_before_anything_is_destroyed() throws Exception {
        databases
                .keys
                .sql("update keys.student set wrapped_key = decode(repeat('ab', 60), 'hex')")
                .update();
        KeyDatabases.Opened opened = databases.open();
        KeyRotation rotation = rotation(opened, NOTHING);
        UUID id = rotation.begin(UUID.randomUUID()).id();
        assertThatThrownBy(rotation::run).isInstanceOf(IllegalStateException.class);
        assertThat(rotation.find(id).orElseThrow().step()).isEqualTo(Step.REWRAPPING);
        assertThat(databases.file().resolveSibling("kek.next")).exists();
        assertThat(rotation.begin(UUID.randomUUID()).id())
                .as("no second change beside it")
                .isEqualTo(id);
    }

    @Test
    void a_backup_that_does_not_open_stops_the_change_before_anything_is_destroyed() throws Exception {
        KeyDatabases.Opened opened = databases.open();
        KeyRotation rotation = rotation(opened, point -> {
            if (point.equals("rewrapped")) {
                databases
                        .keys
                        .sql("update keys.case_key set identity_key = decode(repeat('ab', 60), 'hex')")
                        .update();
            }
        });
        UUID id = rotation.begin(UUID.randomUUID()).id();
        assertThatThrownBy(rotation::run).isInstanceOf(IllegalStateException.class);
        assertThat(rotation.find(id).orElseThrow().step()).isEqualTo(Step.RESTORING);
        assertThat(databases.file().resolveSibling("kek.next")).exists();
        assertThat(scratchDatabases()).isZero();
    }

    @Test
    void a_student_who_was_erased_does_not_stop_the_change() throws Exception {
        databases
                .keys
                .sql("delete from keys.student where student_id = ?")
                .param(student.value())
                .update();
        KeyDatabases.Opened opened = databases.open();
        assertThat(rotated(rotation(opened, NOTHING)).step()).isEqualTo(Step.DONE);
        assertThat(opened.parts().openAll(sealed, Narrative.class).values())
                .filteredOn(part -> part.value().isEmpty())
                .hasSize(3);
    }

    @Test
    void a_backup_brings_back_everything_and_is_deleted_after_a_week() throws IOException {
        Instant start = Instant.parse("2026-03-02T10:00:00Z");
        String first = backups(InstantSource.fixed(start)).take();
        String second = backups(InstantSource.fixed(start.plusSeconds(86_400))).take();
        assertThat(names()).containsExactly(first, second);
        String third =
                backups(InstantSource.fixed(start.plusSeconds(7 * 86_400 + 60))).take();
        assertThat(names()).containsExactly(second, third);

        TestDatabase empty = TestDatabase.fresh();
        backups(InstantSource.system()).restore(third, empty.dataSource());
        KeyStore restored = KeyStore.open(empty.dataSource(), databases.eventSource, databases.file());
        assertEverythingOpens(new KeyDatabases.Opened(
                restored,
                new PersonalParts(databases.eventSource, restored),
                new StudentIndex(databases.eventSource, restored)));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("backups"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** What the test restores of this test's database left behind; other tests have their own names. */
    private long scratchDatabases() {
        return databases
                .keys
                .sql("select count(*) from pg_database where datname like 'brightline_keys_restore_%'")
                .query(Long.class)
                .single();
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}

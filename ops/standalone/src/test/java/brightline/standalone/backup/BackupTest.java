package brightline.standalone.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import brightline.edge.access.AccountRole;
import brightline.edge.clock.RecordingClock;
import brightline.edge.keys.Opened;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalParts;
import brightline.events.SecretId;
import brightline.events.SecretRef;
import brightline.scenarios.RunningBrightline;
import brightline.scenarios.RunningBrightline.Answer;
import brightline.standalone.backup.Manifest.Kind;
import brightline.standalone.postgres.DataDirectory;
import brightline.standalone.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Backups are made of a running Brightline and restored into directories of their own. */
class BackupTest {
    private static final AtomicInteger STUDENT = new AtomicInteger();

    @TempDir
    static @Nullable Path shared;

    private static @Nullable RunningBrightline running;
    private static @Nullable Path backup;
    private static final List<String> interactions = new ArrayList<>();

    @TempDir
    @Nullable
    Path folder;

    @BeforeAll
    static void aYearOfContacts() throws Exception {
        RunningBrightline brightline = new RunningBrightline(shared());
        running = brightline;
        brightline.now(Instant.parse("2026-03-02T14:00:00Z"));
        brightline.account("coordinator", AccountRole.COORDINATOR, null);
        brightline.account("auditor", AccountRole.AUDITOR, null);
        for (String school : List.of("MAR", "QUI")) {
            brightline
                    .post("coordinator", "/api/commands/schools", Map.of("code", school, "name", school + " HS"))
                    .expect(201);
        }
        String officer = brightline
                .post(
                        "coordinator",
                        "/api/commands/officers",
                        Map.of("starNumber", "4711", "name", "Adeyemi", "capacity", "SRO"))
                .expect(201)
                .json()
                .get("officer")
                .asString();
        brightline.account("adeyemi", AccountRole.SRO, officer, "MAR");
        for (int i = 0; i < 24; i++) {
            Instant moment = Instant.parse("2026-03-02T15:00:00Z").plus(Duration.ofDays(i));
            brightline.now(moment.plusSeconds(600));
            Answer answer = log(brightline, i % 3 == 0 ? "QUI" : "MAR", moment, "S-" + i % 7, i % 4 == 0)
                    .expect(201);
            interactions.add(answer.json().get("interactions").get(0).get("id").asString());
        }
        // What desks and deadlines that have passed still have to write would be written in the restored installation,
        // too, and move
        // its index.
        JdbcClient jdbc = JdbcClient.create(brightline.bean(javax.sql.DataSource.class));
        OffsetDateTime now = brightline.bean(RecordingClock.class).instant().atOffset(ZoneOffset.UTC);
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        jdbc.sql("""
                        select (select min(position) from command.desk)
                               >= (select max(global_index) from log.domain_event_entry)
                           and not exists (select from command.scheduled_task where execution_time <= :now)
                        """).param("now", now).query(Boolean.class).single());
        long index = jdbc.sql("select max(global_index) from log.domain_event_entry")
                .query(Long.class)
                .single();
        brightline
                .get(
                        "auditor",
                        "/api/queries/cases/%s/timeline?atLeastIndex=%d".formatted(interactions.getFirst(), index))
                .expect(200);
        backup = shared().resolve("first.backup");
        backupOf(brightline).writeTo(backup);
    }

    @AfterAll
    static void stop() {
        if (running != null) {
            running.close();
        }
    }

    private static Answer log(RunningBrightline at, String school, Instant moment, String student, boolean arrest) {
        return at.post(
                "adeyemi",
                "/api/commands/incidents",
                Map.of(
                        "occurredAt",
                        moment.toString(),
                        "school",
                        school,
                        "place",
                        "HALLWAY",
                        "inSession",
                        "YES",
                        "students",
                        List.of(Map.ofEntries(
                                Map.entry("role", "SUBJECT"),
                                Map.entry(
                                        "student",
                                        Map.of("number", student, "firstName", "Invented", "lastName", "Person")),
                                Map.entry("statistics", Map.of("race", "BLACK", "sex", "F", "gradeBand", "9-12")),
                                Map.entry("initiator", "STAFF_REQUEST"),
                                Map.entry("requestedBy", "TEACHER"),
                                Map.entry("conduct", List.of(arrest ? "cps-scc/6-1" : "cps-scc/1-8")),
                                Map.entry("imminentThreat", "NO"),
                                Map.entry("actions", List.of(Map.of("code", "D_ENFORCE_RULE"))),
                                Map.entry("arrestLawfullyPossible", arrest ? "YES" : "NO"),
                                Map.entry("outcome", "NO_ACTION"),
                                Map.entry("narrative", "Asked by the teacher.")))));
    }

    private static Path shared() {
        return Objects.requireNonNull(shared);
    }

    private Path folder() {
        return Objects.requireNonNull(folder);
    }

    private static RunningBrightline running() {
        return Objects.requireNonNull(running);
    }

    private static Path backup() {
        return Objects.requireNonNull(backup);
    }

    private static Backup backupOf(RunningBrightline brightline) {
        return new Backup(store(brightline, "spring.datasource."), store(brightline, "brightline.keys.datasource."));
    }

    private static Store store(RunningBrightline brightline, String prefix) {
        var environment = brightline.context().getEnvironment();
        return new Store(
                environment.getRequiredProperty(prefix + "url"),
                environment.getRequiredProperty(prefix + "username"),
                environment.getRequiredProperty(prefix + "password"));
    }

    private static String keyFile() {
        return shared().resolve("key-encryption-key").toString();
    }

    private static int restore(Path archive, Path data) {
        return RestoreProgram.run(
                archive.toString(),
                "--data",
                data.toString(),
                "--keys",
                Backup.keysBeside(archive).toString(),
                "--key-file",
                keyFile());
    }

    /** Figures and a case as they are told now. */
    private static List<String> told(RunningBrightline brightline) {
        return Stream.of(
                        "/api/queries/involvements?groupBy=school,month,race",
                        "/api/queries/routine-discipline?groupBy=school",
                        "/api/queries/arrests?groupBy=month",
                        "/api/queries/involvements?asKnownOn=2026-03-10",
                        "/api/queries/cases/" + interactions.getFirst() + "/timeline")
                .map(path -> {
                    String asked = brightline.get("auditor", path).expect(200).body();
                    return asked;
                })
                .toList();
    }

    @Test
    void what_is_restored_tells_the_same_figures_and_cases_and_opens_the_same_personal_parts() throws Exception {
        Path data = folder().resolve("new");
        assertThat(restore(backup(), data)).isZero();

        try (DataDirectory directory = DataDirectory.open(data);
                EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            Path keys = data.resolve("keys");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("key-encryption-key"))))
                    .isEqualTo("r--------");
            try (RunningBrightline restored =
                    new RunningBrightline(keys, database.jdbcUrl(), EmbeddedDatabase.SUPERUSER, database.password())) {
                restored.adopt(running(), "auditor");
                restored.adopt(running(), "adeyemi");
                assertThat(told(restored)).isEqualTo(told(running()));
                assertThat(names(restored)).isNotEmpty().isEqualTo(names(running()));
                JdbcClient jdbc = JdbcClient.create(restored.bean(javax.sql.DataSource.class));
                assertThatThrownBy(() ->
                                jdbc.sql("delete from log.domain_event_entry").update())
                        .hasMessageContaining("only added to");
                // Writing goes on where the backup ended.
                Instant moment = Instant.parse("2026-04-20T15:00:00Z");
                restored.now(moment.plusSeconds(600));
                long index = log(restored, "MAR", moment, "S-1", false)
                        .expect(201)
                        .response()
                        .headers()
                        .firstValueAsLong("Brightline-Index")
                        .orElseThrow();
                assertThat(index).isGreaterThan(manifest().head());
            }
        }
        // Stopped, the restored installation is backed up itself, and says of itself what the first backup said.
        Path again = folder().resolve("again.backup");
        assertThat(BackupProgram.run(Map.of(), "--data", data.toString(), "--to", again.toString()))
                .isZero();
        assertThat(Restoration.of(again, Kind.EVENTS).manifest().head())
                .isGreaterThan(manifest().head());
        try (DataDirectory held = DataDirectory.open(data);
                EmbeddedDatabase database = EmbeddedDatabase.start(held)) {
            assertThat(database.port()).isPositive();
            assertThat(BackupProgram.run(Map.of(), "--data", data.toString())).isZero();
            try (Stream<Path> made = Files.list(data.resolve("backups"))) {
                assertThat(made)
                        .hasSize(2)
                        .allSatisfy(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .isEqualTo("rw-------"));
            }
        }
    }

    private static Manifest manifest() throws IOException, SQLException {
        return Restoration.of(backup(), Kind.EVENTS).manifest();
    }

    private static List<String> names(RunningBrightline brightline) {
        List<SecretRef> refs = JdbcClient.create(brightline.bean(javax.sql.DataSource.class))
                .sql(
                        "select secret_id, encode(digest, 'hex') as digest from log.event_secret where part = 'IDENTITY' order by 1")
                .query((row, _) ->
                        new SecretRef(new SecretId(row.getObject("secret_id", UUID.class)), row.getString("digest")))
                .list();
        Map<SecretId, Opened<Identity>> opened =
                brightline.bean(PersonalParts.class).openAll(refs, Identity.class);
        return refs.stream()
                .map(ref -> switch (Objects.requireNonNull(opened.get(ref.secretId()))) {
                    case Opened.Readable<Identity>(var identity) -> String.valueOf(identity.number());
                    case Opened.Redacted<Identity> _ -> "redacted";
                })
                .toList();
    }

    @Test
    void without_keys_the_log_is_restored_and_personal_parts_read_as_redacted() throws Exception {
        Path data = folder().resolve("new");
        assertThat(RestoreProgram.run(backup().toString(), "--data", data.toString()))
                .isZero();
        try (DataDirectory directory = DataDirectory.open(data);
                EmbeddedDatabase database = EmbeddedDatabase.start(directory);
                RunningBrightline restored = new RunningBrightline(
                        data.resolve("keys"), database.jdbcUrl(), EmbeddedDatabase.SUPERUSER, database.password())) {
            restored.adopt(running(), "auditor");
            assertThat(names(restored)).isNotEmpty().containsOnly("redacted");
            String path = "/api/queries/routine-discipline?groupBy=school";
            assertThat(restored.get("auditor", path).expect(200).body())
                    .isEqualTo(running().get("auditor", path).expect(200).body());
        }
    }

    @Test
    void every_flipped_byte_is_refused_and_the_damaged_table_named() throws Exception {
        byte[] whole = Files.readAllBytes(backup());
        Path flipped = folder().resolve("flipped.backup");
        int step = Math.max(1, whole.length / 400);
        List<String> refusals = new ArrayList<>();
        // A length that is one more or less, and one that is none.
        for (int bit : new int[] {1, 0x80}) {
            for (int at = 0; at < whole.length; at += step) {
                byte[] copy = whole.clone();
                copy[at] ^= (byte) bit;
                Files.write(flipped, copy);
                assertThatThrownBy(() -> Restoration.of(flipped, Kind.EVENTS))
                        .as("bit %d of byte %d", bit, at)
                        .isInstanceOfSatisfying(CannotGoOn.class, refused -> refusals.add(refused.getMessage()));
            }
        }
        assertThat(refusals)
                .contains(flipped + " is damaged: table log.domain_event_entry")
                .contains(flipped + " is damaged: table log.event_secret");
        Path data = folder().resolve("new");
        assertThat(RestoreProgram.run(flipped.toString(), "--data", data.toString()))
                .isEqualTo(1);
        assertThat(data).doesNotExist();
        Files.write(flipped, java.util.Arrays.copyOf(whole, whole.length - 1_000));
        assertThatThrownBy(() -> Restoration.of(flipped, Kind.EVENTS)).hasMessageContaining("is damaged");
    }

    @Test
    void a_backup_made_while_writers_write_is_one_state_whose_figures_are_found_again() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        AtomicInteger logged = new AtomicInteger();
        Path archive = folder().resolve("busy.backup");
        running().now(Instant.parse("2026-05-04T15:00:00Z"));
        try (ExecutorService writers = Executors.newFixedThreadPool(3)) {
            List<Future<?>> writing = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                writing.add(writers.submit(() -> {
                    while (!enough.get()) {
                        log(
                                        running(),
                                        "MAR",
                                        Instant.parse("2026-05-04T14:00:00Z"),
                                        "W-" + STUDENT.incrementAndGet(),
                                        false)
                                .expect(201);
                        logged.incrementAndGet();
                    }
                }));
            }
            try {
                while (logged.get() < 10) {
                    Thread.onSpinWait();
                }
                backupOf(running()).writeTo(archive);
                int during = logged.get();
                while (logged.get() < during + 3) {
                    Thread.onSpinWait();
                }
            } finally {
                enough.set(true);
            }
            for (Future<?> one : writing) {
                one.get();
            }
        }
        Manifest busy = Restoration.of(archive, Kind.EVENTS).manifest();
        assertThat(busy.head()).isGreaterThan(manifest().head());
        Path data = Files.createDirectory(folder().resolve("empty"));
        assertThat(restore(archive, data)).isZero();
    }

    @Test
    void what_would_overwrite_or_mix_something_up_is_refused() throws Exception {
        assertThatThrownBy(() -> backupOf(running()).writeTo(backup()))
                .isInstanceOf(CannotGoOn.class)
                .hasMessageEndingWith("first.backup exists: choose another file with --to");
        assertThatThrownBy(() -> Restoration.of(Backup.keysBeside(backup()), Kind.EVENTS))
                .hasMessageEndingWith("holds keys, not events");
        Path full = Files.createDirectory(folder().resolve("full"));
        Files.writeString(full.resolve("something"), "");
        assertThat(RestoreProgram.run(backup().toString(), "--data", full.toString()))
                .isEqualTo(1);
        assertThat(full.resolve("something")).exists();
        assertThat(RestoreProgram.run(backup().toString())).isEqualTo(2);
        assertThat(BackupProgram.run(Map.of(), "--colour", "red")).isEqualTo(2);
        assertThat(BackupProgram.run(Map.of(), "--data", folder().toString())).isEqualTo(1);

        Path newer = folder().resolve("newer.backup");
        try (ArchiveWriter writer = ArchiveWriter.create(newer)) {
            ArchiveReader.read(backup(), (name, content) -> {
                byte[] all = content.readAllBytes();
                byte[] written = name.equals(Manifest.SECTION)
                        ? new String(all, java.nio.charset.StandardCharsets.UTF_8)
                                .replaceFirst("\"version\":\"[0-9.]+\"", "\"version\":\"999\"")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)
                        : all;
                writer.section(name, out -> out.write(written));
            });
        }
        Path data = folder().resolve("new");
        assertThat(RestoreProgram.run(newer.toString(), "--data", data.toString()))
                .isEqualTo(1);
        assertThat(data).doesNotExist();
    }

    @Test
    void a_full_disk_is_said_in_one_line_and_old_keys_are_not_kept() throws Exception {
        assertThat(Ending.line(new IOException("No space left on device"))).isEqualTo("the disk is full");
        assertThat(Ending.line(new IllegalStateException(new SQLException("quoting", "53100"))))
                .isEqualTo("the disk of the database is full");
        assertThat(Ending.line(new SQLException("quoting somebody", "23505")))
                .isEqualTo("the database refused (SQLSTATE 23505)");

        Path old = folder().resolve("old.backup.keys");
        Path foreign = folder().resolve("foreign.keys");
        Files.copy(Backup.keysBeside(backup()), old);
        Files.writeString(foreign, "another program's");
        for (Path file : List.of(old, foreign)) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(8))));
        }
        assertThat(Backup.dropOldKeys(folder().resolve("new.backup"), Instant.now()))
                .isEqualTo(1);
        assertThat(old).doesNotExist();
        assertThat(foreign).exists();
    }
}

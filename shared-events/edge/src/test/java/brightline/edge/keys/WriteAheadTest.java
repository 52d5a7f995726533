package brightline.edge.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.edge.TestDatabase;
import brightline.edge.keys.PersonalPart.Narrative;
import brightline.edge.keys.StudentIndex.CaseOpening;
import brightline.edge.schema.DatabaseRoles;
import brightline.edge.schema.Login;
import brightline.events.IncidentId;
import brightline.events.SecretRef;
import brightline.events.StudentId;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;

/** On a server of its own that is killed: keys are as durable as the events that need them, for one flush. */
class WriteAheadTest {
    private static final int SUBMISSIONS = 20;

    static EmbeddedPostgres server;
    static KeyDatabases databases;
    static KeyDatabases.Opened opened;

    @BeforeAll
    static void start(@TempDir Path directory) throws IOException, SQLException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                // What nobody flushes stays unflushed for long enough to be lost.
                .setServerConfig("wal_writer_delay", "10s")
                .setServerConfig("wal_writer_flush_after", "1GB")
                .start();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database events");
            statement.execute("create database keys");
        }
        DatabaseRoles.prepare(source("events"), source("keys"), Login::role);
        databases = KeyDatabases.migrated(source("events"), source("keys"), directory);
        opened = databases.open();
        assertThat(databases.events.sql("show fsync").query(String.class).single())
                .isEqualTo("on");
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static DataSource source(String name) {
        var source = new PGSimpleDataSource();
        source.setUrl(server.getJdbcUrl("postgres", name));
        return source;
    }

    @Test
    void one_server_is_told_from_two() {
        assertThat(OneServer.holdsBoth(databases.keySource, databases.eventSource))
                .isTrue();
        assertThat(OneServer.holdsBoth(databases.keySource, TestDatabase.fresh().dataSource()))
                .isFalse();
        assertThat(opened.store().sharesWalWithEvents()).isTrue();
    }

    @Test
    void a_submission_flushes_once_where_one_server_holds_both_and_twice_elsewhere() {
        assertThat(flushesOf(opened)).isBetween((long) SUBMISSIONS, SUBMISSIONS + 2L);

        KeyStore apart = KeyStore.open(databases.keySource, databases.file(), false);
        assertThat(flushesOf(new KeyDatabases.Opened(
                        apart,
                        new PersonalParts(databases.eventSource, apart),
                        new StudentIndex(databases.eventSource, apart))))
                .isGreaterThanOrEqualTo(2L * SUBMISSIONS);
    }

    private static long flushesOf(KeyDatabases.Opened side) {
        StudentId student = side.students().studentWithNumber("S-flush");
        long before = flushes();
        for (int i = 0; i < SUBMISSIONS; i++) {
            submit(side, student, new IncidentId(UUID.randomUUID()));
        }
        return flushes() - before;
    }

    /** Flushes of the log by sessions that have ended: those of every transaction so far. */
    private static long flushes() {
        Instant limit = Instant.now().plus(Duration.ofSeconds(20));
        while (databases
                        .events
                        .sql("select count(*) from pg_stat_activity where backend_type = 'client backend'")
                        .query(Long.class)
                        .single()
                > 1) {
            assertThat(Instant.now()).isBefore(limit);
        }
        return databases.events.sql("""
                        select coalesce(sum(fsyncs), 0) from pg_stat_io
                         where object = 'wal' and context = 'normal' and backend_type = 'client backend'
                        """).query(Long.class).single();
    }

    @Test
    void every_part_of_a_committed_event_opens_after_the_server_was_killed() throws Exception {
        for (int round = 0; round < 3; round++) {
            IncidentId incident = new IncidentId(UUID.randomUUID());
            StudentId student = opened.students().studentWithNumber("S-new-" + round);
            SecretRef ref = submit(opened, student, incident);
            killServer();
            assertThat(opened.parts().open(ref, Narrative.class)).isPresent();
            assertThat(opened.students().studentWithNumber("S-new-" + round)).isEqualTo(student);
            assertThat(opened.students().isPartOf(student, incident)).isTrue();
        }
    }

    @Test
    void keys_that_no_event_followed_are_lost_with_the_server_and_the_submission_can_be_sent_again() throws Exception {
        IncidentId incident = new IncidentId(UUID.randomUUID());
        assertThatThrownBy(() -> databases.submission.executeWithoutResult(_ -> {
                    StudentId student = opened.students().studentWithNumber("S-lost");
                    opened.students().openCases(List.of(new CaseOpening(student, incident)));
                    killServer();
                }))
                .isInstanceOf(DataAccessException.class);
        assertThat(opened.students().find("S-lost"))
                .as("so that we know the kill bites")
                .isEmpty();

        StudentId student = opened.students().studentWithNumber("S-lost");
        SecretRef ref = submit(opened, student, incident);
        assertThat(opened.parts().open(ref, Narrative.class)).isPresent();
        assertThat(opened.students().casesOf(student)).hasSize(1);
    }

    private static SecretRef submit(KeyDatabases.Opened side, StudentId student, IncidentId incident) {
        return Objects.requireNonNull(databases.submission.execute(_ -> {
            CaseSecrets secrets = side.students()
                    .openCases(List.of(new CaseOpening(student, incident)))
                    .getFirst();
            SecretRef ref = Objects.requireNonNull(secrets.seal(new Narrative("an account")));
            side.parts().store(List.of(secrets));
            return ref;
        }));
    }

    /** Ends one of its processes as kill -9 does: the server throws away what is in memory and recovers from its log. */
    private static void killServer() {
        long killed = walWriter().orElseThrow();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        Instant limit = Instant.now().plus(Duration.ofSeconds(60));
        for (Optional<Long> writer = walWriter(); writer.isEmpty() || writer.get() == killed; writer = walWriter()) {
            if (Instant.now().isAfter(limit)) {
                throw new AssertionError("The server does not come back");
            }
        }
    }

    /** Asked on a connection of its own, whatever transaction is open; empty while the server recovers. */
    private static Optional<Long> walWriter() {
        try (Connection connection = databases.eventSource.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select pid from pg_stat_activity where backend_type = 'walwriter'")) {
            return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
        } catch (SQLException recovering) {
            return Optional.empty();
        }
    }
}

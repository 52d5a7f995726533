package brightline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.standalone.Installation.Running;
import brightline.standalone.postgres.CannotStart;
import brightline.standalone.postgres.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    private Path temporary;
    private Installation installation;

    @BeforeEach
    void install(@TempDir Path folder) throws Exception {
        temporary = folder;
        installation = Installation.startedBefore(temporary.resolve("a data directory"));
    }

    @AfterEach
    void dismantle() throws IOException {
        installation.dismantle();
    }

    @Test
    void runs_with_the_settings_that_durability_and_privacy_need() throws SQLException {
        try (Running running = installation.start()) {
            assertThat(running.ask("show fsync")).isEqualTo("on");
            assertThat(running.ask("show synchronous_commit")).isEqualTo("on");
            assertThat(running.ask("show full_page_writes")).isEqualTo("on");
            assertThat(running.ask("show data_checksums")).isEqualTo("on");
            assertThat(running.ask("show max_prepared_transactions")).isEqualTo("0");
            assertThat(running.ask("show idle_in_transaction_session_timeout")).isEqualTo("10s");
            assertThat(running.ask("show log_min_error_statement")).isEqualTo("panic");
            assertThat(running.ask("show log_parameter_max_length_on_error")).isEqualTo("0");
            assertThat(running.ask("show log_error_verbosity")).isEqualTo("terse");
            assertThat(running.ask("show unix_socket_directories")).isEmpty();
            assertThat(running.ask("show server_encoding")).isEqualTo("UTF8");
            assertThat(running.ask("show data_directory"))
                    .isEqualTo(installation.data().toString());
            assertThat(running.ask("select current_database()")).isEqualTo("brightline");
            assertThat(running.ask("select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
            assertThat(running.ask("select left(rolpassword, 14) from pg_authid where rolname = 'postgres'"))
                    .isEqualTo("SCRAM-SHA-256$");
        }
    }

    @Test
    void lets_nobody_in_without_the_password() {
        try (Running running = installation.start()) {
            assertThatThrownBy(
                            () -> DriverManager.getConnection(running.database().jdbcUrl(), "postgres", "postgres"))
                    .isInstanceOfSatisfying(
                            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
        }
    }

    @Test
    void keeps_rows_password_and_port_over_a_restart() throws SQLException {
        int port;
        String password;
        try (Running running = installation.start()) {
            running.execute("create table kept as select 42 as answer");
            port = running.database().port();
            password = running.database().password();
        }
        assertThat(installation.data().resolve("postmaster.pid")).doesNotExist();
        try (Running running = installation.start()) {
            assertThat(running.ask("select answer from kept")).isEqualTo("42");
            assertThat(running.database().port()).isEqualTo(port);
            assertThat(running.database().password()).isEqualTo(password);
        }
    }

    @Test
    void takes_another_port_when_its_own_has_been_taken() throws IOException, SQLException {
        int port;
        try (Running running = installation.start()) {
            port = running.database().port();
        }
        try (var _ = new java.net.ServerSocket(port, 1, java.net.InetAddress.getLoopbackAddress());
                Running running = installation.start()) {
            assertThat(running.database().port()).isNotEqualTo(port);
            assertThat(running.ask("show port"))
                    .isEqualTo(Integer.toString(running.database().port()));
            assertThat(Files.readString(installation.path().resolve("database.txt")))
                    .contains("localhost:" + running.database().port() + "/brightline");
        }
    }

    @Test
    void writes_what_opens_it_for_its_owner_only() throws IOException, SQLException {
        try (Running running = installation.start()) {
            Path connection = installation.path().resolve("database.txt");
            assertThat(Files.readString(connection))
                    .isEqualTo("postgresql://postgres:%s@localhost:%d/brightline\n"
                            .formatted(
                                    running.database().password(),
                                    running.database().port()));
            for (String name : new String[] {"database.txt", "postgres-password.txt"}) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(
                                installation.path().resolve(name))))
                        .isEqualTo("rw-------");
            }
            assertThat(running.ask("select rolsuper from pg_roles where rolname = current_user"))
                    .isEqualTo("t");
        }
    }

    @Test
    void leaves_a_directory_of_a_newer_version_as_it_is() throws IOException, SQLException {
        try (Running running = installation.start()) {
            running.execute("create table kept as select 42 as answer");
        }
        Path version = installation.data().resolve("PG_VERSION");
        String ours = Files.readString(version);
        Files.writeString(version, "99\n");

        assertThatThrownBy(installation::start)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("was written by PostgreSQL 99, newer than");

        assertThat(Files.readString(version)).isEqualTo("99\n");
        Files.writeString(version, ours);
        try (Running running = installation.start()) {
            assertThat(running.ask("select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void does_a_first_start_again_that_was_killed_half_way() throws IOException, SQLException {
        installation.dismantle();
        installation = Installation.in(temporary.resolve("killed"));
        Path making = Files.createDirectories(installation.path().resolve("postgres.making"));
        Files.writeString(making.resolve("PG_VERSION"), "18\n");
        PrivateFile.write(installation.path().resolve("postgres-password.txt"), "never used");
        try (Running running = installation.start()) {
            assertThat(running.ask("select 1")).isEqualTo("1");
            assertThat(running.database().password()).isNotEqualTo("never used");
            assertThat(making).doesNotExist();
        }
    }

    @Test
    void says_so_when_its_password_is_lost() throws IOException {
        installation.start().close();
        Files.delete(installation.path().resolve("postgres-password.txt"));
        assertThatThrownBy(installation::start)
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("postgres-password.txt is missing");
    }
}

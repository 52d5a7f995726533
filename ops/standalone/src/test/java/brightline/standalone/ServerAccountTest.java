package brightline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import brightline.standalone.Installation.Running;
import brightline.standalone.postgres.FileTrees;
import brightline.standalone.postgres.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a superuser of the embedded server, and so whoever finds a hole that leads there, can reach of the machine. */
class ServerAccountTest {
    private static final String SECRET = "invented-key-material";

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    private static Installation startedBefore(Path path) throws Exception {
        Installation installation = Installation.startedBefore(path);
        Path keys = Files.createDirectories(installation.path().resolve("keys"));
        PrivateFile.write(keys.resolve("key-encryption-key"), SECRET);
        return installation;
    }

    private static void cannotReadKeys(Installation installation, Running running) throws SQLException {
        Path key = installation.path().resolve("keys/key-encryption-key");
        running.execute("create table if not exists seen (line text)");
        for (String way : List.of(
                "select pg_read_file('%s')".formatted(key),
                "copy seen from '%s'".formatted(key),
                "copy seen from program 'cat \"%s\"'".formatted(key),
                "copy seen from program 'cat \"/proc/%d/root%s\"'"
                        .formatted(ProcessHandle.current().pid(), key),
                "copy seen from program 'umount \"%s\" && cat \"%s\"'".formatted(key.getParent(), key))) {
            assertThatThrownBy(() -> running.execute(way)).as(way).isInstanceOf(SQLException.class);
        }
        assertThat(running.ask("select count(*) from seen")).isEqualTo("0");
    }

    @Test
    void started_as_root_it_runs_under_a_number_of_its_own_to_which_its_directory_alone_belongs() throws Exception {
        assumeTrue(isRoot(), "not root");
        Path path = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "server account");
        Installation installation = startedBefore(path);
        try (Running running = installation.start()) {
            assertThat(running.database().keysOutOfReach()).isTrue();
            cannotReadKeys(installation, running);
            running.execute("copy seen from program 'id -u'");
            assertThat(Integer.parseInt(running.ask("select line from seen"))).isGreaterThan(60_000);
            assertThat(Files.getAttribute(installation.data(), "unix:uid"))
                    .isEqualTo(Integer.parseInt(running.ask("select line from seen")));
            assertThatThrownBy(() -> running.execute("copy seen to '%s'".formatted(path.resolve("written"))))
                    .isInstanceOf(SQLException.class);
        } finally {
            installation.dismantle();
            FileTrees.delete(path);
        }
    }

    @Test
    void what_an_earlier_release_left_to_root_is_handed_over_with_its_rows() throws Exception {
        assumeTrue(isRoot(), "not root");
        Path path = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "handed over");
        Installation installation = startedBefore(path);
        try {
            try (Running running = installation.start()) {
                running.execute("create table kept as select 42 as answer");
            }
            assertThat(new ProcessBuilder(
                                    "chown", "-R", "0:0", installation.data().toString())
                            .start()
                            .waitFor())
                    .isZero();
            try (Running running = installation.start()) {
                assertThat(running.ask("select answer from kept")).isEqualTo("42");
                cannotReadKeys(installation, running);
            }
        } finally {
            installation.dismantle();
            FileTrees.delete(path);
        }
    }

    @Test
    void where_it_cannot_reach_its_directory_as_somebody_else_the_keys_are_hidden_before_it(@TempDir Path closed)
            throws Exception {
        Installation installation = startedBefore(closed.resolve("data"));
        try (Running running = installation.start()) {
            assumeTrue(running.database().keysOutOfReach(), "the system lets nothing be hidden");
            cannotReadKeys(installation, running);
            assertThat(PrivateFile.read(installation.path().resolve("keys/key-encryption-key")))
                    .as("seen by everybody else")
                    .isEqualTo(SECRET);
        } finally {
            installation.dismantle();
        }
    }
}

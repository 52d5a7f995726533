package brightline.standalone;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.standalone.Installation.Running;
import brightline.standalone.postgres.CannotStart;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start after a kill, in every state that the kill can leave: what was said to be written is there, and one server runs. */
class KilledProcessTest {
    private static final int ENOUGH = 300;

    private Path temporary;
    private Installation installation;

    @BeforeEach
    void install(@TempDir Path folder) throws Exception {
        temporary = folder;
        installation = Installation.startedBefore(temporary.resolve("data"));
    }

    @AfterEach
    void dismantle() throws IOException {
        installation.dismantle();
    }

    @Test
    void ends_the_server_that_outlived_its_process_and_starts_its_own() throws Exception {
        int acknowledged = writeUntilKilled();
        long orphan = installation.serverPid();
        assertThat(ProcessHandle.of(orphan)).hasValueSatisfying(ProcessHandle::isAlive);

        try (Running running = installation.start()) {
            assertThat(installation.serverPid()).isNotEqualTo(orphan);
            assertThat(runningServers()).isEqualTo(1);
            assertThat(Integer.parseInt(running.ask("select count(*) from written")))
                    .isGreaterThanOrEqualTo(acknowledged);
        }
    }

    @Test
    void recovers_when_the_server_was_killed_too() throws Exception {
        int acknowledged = writeUntilKilled();
        ProcessHandle orphan = ProcessHandle.of(installation.serverPid()).orElseThrow();
        orphan.destroyForcibly();

        try (Running running = installation.start()) {
            assertThat(Integer.parseInt(running.ask("select count(*) from written")))
                    .isGreaterThanOrEqualTo(acknowledged);
            assertThat(Integer.parseInt(running.ask("select max(number) - count(*) from written")))
                    .isZero();
        }
    }

    @Test
    void never_adopts_a_server_that_runs_without_durability() throws Exception {
        installation.start().close();
        int outcome = installation
                .binaries()
                .run(
                        "pg_ctl",
                        List.of(
                                "start",
                                "-w",
                                "-D",
                                installation.data().toString(),
                                "-l",
                                temporary.resolve("log").toString(),
                                "-o",
                                "-F -p " + portOfLastStart() + " -c unix_socket_directories=''"))
                .exitCode();
        assertThat(outcome).isZero();
        long careless = installation.serverPid();

        try (Running running = installation.start()) {
            assertThat(running.ask("show fsync")).isEqualTo("on");
            assertThat(installation.serverPid()).isNotEqualTo(careless);
            assertThat(runningServers()).isEqualTo(1);
        }
    }

    @Test
    void spares_a_foreign_process_that_got_the_number_of_the_old_server() throws Exception {
        List<String> lock = lockFileOfAStoppedServer();
        Process foreign = new ProcessBuilder("sleep", "60").start();
        try {
            leaveLockFile(lock, foreign.pid());
            try (Running running = installation.start()) {
                assertThat(running.ask("select 1")).isEqualTo("1");
            }
            assertThat(foreign.isAlive()).isTrue();
        } finally {
            foreign.destroy();
        }
    }

    @Test
    void does_not_take_a_server_on_another_directory_for_its_own() throws Exception {
        Installation neighbour = Installation.startedBefore(temporary.resolve("data-of-a-neighbour"));
        List<String> lock = lockFileOfAStoppedServer();
        try (Running other = neighbour.start()) {
            leaveLockFile(lock, neighbour.serverPid());
            try (Running running = installation.start()) {
                assertThat(running.database().port())
                        .isNotEqualTo(other.database().port());
                assertThat(other.ask("select 1")).isEqualTo("1");
            }
        } finally {
            neighbour.dismantle();
        }
    }

    @Test
    void starts_although_nobody_takes_notice_that_the_old_server_has_ended() throws Exception {
        List<String> lock = lockFileOfAStoppedServer();
        Process parent = new ProcessBuilder("sh", "-c", "(exit 0) & echo $!; exec sleep 60").start();
        try {
            long zombie = Long.parseLong(parent.inputReader().readLine());
            leaveLockFile(lock, zombie);
            try (Running running = installation.start()) {
                assertThat(running.ask("select 1")).isEqualTo("1");
            }
        } finally {
            parent.destroy();
        }
    }

    @Test
    void starts_over_a_lock_file_that_a_full_disk_left_empty() throws Exception {
        installation.start().close();
        Files.createFile(installation.data().resolve("postmaster.pid"));
        try (Running running = installation.start()) {
            assertThat(running.ask("select 1")).isEqualTo("1");
        }
    }

    @Test
    void refuses_a_directory_that_another_process_holds_and_takes_it_once_that_is_gone() throws Exception {
        Process holder = startWriting();
        try {
            assertThat(holder.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("1");
            assertThatThrownBy(installation::start)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("is in use by another Brightline (process " + holder.pid() + ")");
        } finally {
            holder.destroyForcibly().waitFor();
        }
        installation.start().close();
        assertThat(runningServers()).isZero();
    }

    @Test
    void refuses_a_directory_that_this_process_holds() {
        try (Running _ = installation.start()) {
            assertThatThrownBy(installation::start)
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("is in use by another Brightline");
        }
    }

    /** @return the last number that the killed process said was safe */
    private int writeUntilKilled() throws IOException, InterruptedException {
        Process writer = startWriting();
        int acknowledged = 0;
        try (BufferedReader lines = writer.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                acknowledged = Integer.parseInt(line);
                if (acknowledged == ENOUGH) {
                    writer.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(writer.waitFor(10, SECONDS)).isTrue();
        assertThat(acknowledged).isGreaterThanOrEqualTo(ENOUGH);
        return acknowledged;
    }

    private Process startWriting() throws IOException {
        return new ProcessBuilder(
                        ChildJvm.JAVA,
                        "-cp",
                        ChildJvm.CLASS_PATH,
                        "-Xmx256m",
                        KeepsWriting.class.getName(),
                        installation.path().toString())
                .redirectError(temporary.resolve("writer.err").toFile())
                .start();
    }

    private List<String> lockFileOfAStoppedServer() throws IOException {
        try (Running _ = installation.start()) {
            return installation.lockFile();
        }
    }

    private void leaveLockFile(List<String> lock, long pid) throws IOException {
        List<String> left = new ArrayList<>(lock);
        left.set(0, Long.toString(pid));
        Files.write(installation.data().resolve("postmaster.pid"), left);
    }

    private String portOfLastStart() throws IOException {
        return Integer.toString(java.net
                .URI
                .create(Files.readString(installation.path().resolve("database.txt"))
                        .strip())
                .getPort());
    }

    private int runningServers() {
        return ChildJvm.serversOn(installation.data()).size();
    }
}

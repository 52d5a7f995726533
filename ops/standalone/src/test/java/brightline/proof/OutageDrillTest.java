package brightline.proof;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import brightline.benchmark.Contacts;
import brightline.benchmark.Contacts.Contact;
import brightline.benchmark.FoundedAgency;
import brightline.benchmark.StandaloneProcess;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database slow, gone, or its disk full: whoever asks is told within ten seconds to come back, nothing is half done, and all goes
 * on by itself when the cause is gone.
 */
@Tag("alone")
@Timeout(value = 30, unit = MINUTES)
class OutageDrillTest {
    private static final Duration OUTAGE = Duration.ofSeconds(Form.of(6, 60));
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);
    private static final Duration BACK_WITHIN = Duration.ofSeconds(30);
    private static final long SEED = 20_261_122;

    private final HttpClient http = HttpClient.newHttpClient();
    private Path data;
    private @Nullable StandaloneProcess running;
    private @Nullable FoundedAgency founded;
    private long next;

    @BeforeEach
    void prepare(@TempDir Path folder) throws IOException {
        data = Programs.dataIn(folder);
    }

    @AfterEach
    void leave() throws IOException {
        if (running != null) {
            running.close();
        }
        Programs.leave(data);
    }

    private void start() throws Exception {
        running = Programs.start(data);
        founded = FoundedAgency.on(running);
        assertThat(log(contact()).statusCode()).isEqualTo(201);
    }

    @Test
    void a_database_that_hangs_is_said_to_be_away_until_it_answers() throws Exception {
        start();
        List<ProcessHandle> server = server().toList();
        signal("STOP", server);
        Contact tried;
        try {
            tried = awayFor(OUTAGE);
        } finally {
            signal("CONT", server);
        }
        goesOnByItself(tried);
    }

    @Test
    void a_database_that_died_and_cannot_start_is_started_again_as_soon_as_it_can() throws Exception {
        start();
        Path control = data.resolve("postgres/global/pg_control");
        Path aside = data.resolve("pg_control.aside");
        Files.move(control, aside);
        server().forEach(ProcessHandle::destroyForcibly);
        Contact tried;
        try {
            tried = awayFor(OUTAGE);
        } finally {
            Files.move(aside, control);
        }
        goesOnByItself(tried);
    }

    @Test
    void statements_that_wait_too_long_are_given_up() throws Exception {
        start();
        try (Connection locker = brightline().database().connect()) {
            locker.setAutoCommit(false);
            try (var statement = locker.createStatement()) {
                statement.execute("set local idle_in_transaction_session_timeout = 0");
                statement.execute("lock table log.domain_event_entry in access exclusive mode");
            }
            Contact tried = awayFor(Duration.ZERO);
            locker.rollback();
            goesOnByItself(tried);
        }
    }

    @Test
    void a_full_disk_stops_commands_not_reading_and_nothing_is_lost() throws Exception {
        Path small = Files.createDirectories(data.resolveSibling("small")).toRealPath();
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=700m", "none", small.toString()) == 0,
                "a file system of its own may not be mounted here");
        try {
            Files.deleteIfExists(data.resolve("postgres-binaries"));
            data = Programs.dataIn(small);
            start();
            Path filler = small.resolve("filler");
            fill(filler, Files.getFileStore(small).getUsableSpace() - (32 << 20));
            Contact tried = contact();
            HttpResponse<String> refused = log(tried);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("disk-nearly-full");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(figures().statusCode()).isEqualTo(200);

            fill(small.resolve("rest"), Files.getFileStore(small).getUsableSpace());
            assertThat(log(tried).statusCode()).isEqualTo(503);
            Files.delete(filler);
            Files.delete(small.resolve("rest"));
            goesOnByItself(tried);
            brightline().close();
            Programs.leave(data);
        } finally {
            run("umount", small.toString());
        }
    }

    /** Asks for as long as the outage lasts, twice at least, and is told each time in time. @return a contact never accepted */
    private Contact awayFor(Duration outage) throws Exception {
        Contact tried = contact();
        Instant end = Instant.now().plus(outage);
        int asked = 0;
        while (asked < 2 || Instant.now().isBefore(end)) {
            isAway(log(tried));
            isAway(figures());
            asked++;
        }
        return tried;
    }

    private static void isAway(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
    }

    private void goesOnByItself(Contact tried) throws Exception {
        HttpResponse<String> answer = log(tried);
        for (Instant end = Instant.now().plus(BACK_WITHIN);
                answer.statusCode() == 503 && Instant.now().isBefore(end); ) {
            Thread.sleep(200);
            answer = log(tried);
        }
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String index = answer.headers().firstValue("Brightline-Index").orElseThrow();
        HttpResponse<String> counted = figures("&atLeastIndex=" + index);
        for (Instant end = Instant.now().plus(BACK_WITHIN);
                counted.statusCode() != 200 && Instant.now().isBefore(end); ) {
            Thread.sleep(200);
            counted = figures("&atLeastIndex=" + index);
        }
        assertThat(counted.statusCode()).as(counted.body()).isEqualTo(200);
        assertThat(counted.body()).contains("\"count\":2");
    }

    private StandaloneProcess brightline() {
        return Objects.requireNonNull(running);
    }

    private FoundedAgency agency() {
        return Objects.requireNonNull(founded);
    }

    private Contact contact() {
        return new Contacts(agency().school(), SEED).number(++next);
    }

    private HttpResponse<String> log(Contact contact) throws Exception {
        return answered(HttpRequest.newBuilder(at("/api/commands/incidents"))
                .header("Authorization", "Bearer " + agency().officer())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", contact.key())
                .POST(HttpRequest.BodyPublishers.ofString(contact.json())));
    }

    private HttpResponse<String> figures(String... more) throws Exception {
        return answered(HttpRequest.newBuilder(
                        at("/api/queries/involvements?school=" + agency().school() + String.join("", more)))
                .header("Authorization", "Bearer " + agency().auditor())
                .GET());
    }

    /** Fails when the answer takes longer than anybody may be left waiting. */
    private HttpResponse<String> answered(HttpRequest.Builder request) throws Exception {
        return http.send(request.timeout(ANSWERED_WITHIN).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI at(String path) {
        return brightline().url().resolve(path);
    }

    /** The database server and all its workers. */
    private Stream<ProcessHandle> server() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants());
    }

    private static void signal(String name, List<ProcessHandle> processes) throws Exception {
        for (ProcessHandle process : processes) {
            run("kill", "-" + name, Long.toString(process.pid()));
        }
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** As far as the disk takes it. */
    private static void fill(Path file, long bytes) throws IOException {
        byte[] block = new byte[1 << 16];
        try (var out = new RandomAccessFile(file.toFile(), "rw")) {
            for (long written = 0; written < bytes; written += block.length) {
                out.write(block);
            }
        } catch (IOException full) {
            // That is what it is for.
        }
    }
}

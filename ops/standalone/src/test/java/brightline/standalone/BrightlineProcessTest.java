package brightline.standalone;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import brightline.standalone.postgres.CannotStart;
import brightline.standalone.postgres.DataDirectory;
import brightline.standalone.postgres.EmbeddedDatabase;
import brightline.standalone.postgres.PrivateFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole program as a process of its own, as a person starts and stops it. */
@Timeout(value = 10, unit = MINUTES)
class BrightlineProcessTest {
    /** As the script says it, and the program. */
    static final String USAGE =
            "Usage: ops/run [-h] [--demo] [--port N] [--data DIR] [--host NAME]... [--tls] [--certificate FILE] [--key FILE]";

    private static final int TERMINATED = 143;
    /** In tenths of a second. */
    private static final int PATIENCE = 300;

    private static final String READY = "Brightline is ready: ";

    private Path temporary;
    private Installation installation;

    @BeforeEach
    void install(@TempDir Path folder) throws IOException {
        temporary = folder;
        installation = Installation.in(folder.resolve("data"));
    }

    @AfterEach
    void dismantle() throws IOException {
        installation.dismantle();
    }

    @Test
    void serves_stops_cleanly_when_told_and_finds_its_data_again() throws Exception {
        Started first = startedOn(installation.path());
        try {
            assertThat(first.url().getScheme()).isEqualTo("http");
            assertThat(first.readiness(HttpClient.newHttpClient())).isEqualTo(200);
            Path firstAccount = installation.path().resolve("first-account.txt");
            assertThat(firstAccount).exists();
            changeFirstPassword(
                    first.url(), Files.readString(firstAccount).strip().split(" ")[2]);
            assertThat(firstAccount).doesNotExist();
        } finally {
            first.process().toHandle().destroy();
        }
        assertThat(first.process().waitFor(90, SECONDS)).isTrue();
        assertThat(first.process().exitValue()).isEqualTo(TERMINATED);
        assertThat(first.process().inputReader(StandardCharsets.UTF_8).readAllLines())
                .anyMatch(line -> line.startsWith("Stopping the database"));
        assertThat(ChildJvm.serversOn(installation.data())).isEmpty();
        assertThat(installation.data().resolve("postmaster.pid")).doesNotExist();
        String clusterBefore = clusterOf(installation);

        // As if the program had ended between the change and the file's removal.
        Files.writeString(installation.path().resolve("first-account.txt"), "sysadmin sysadmin no-longer-right");
        Started killed = startedOn(installation.path());
        assertThat(installation.path().resolve("first-account.txt")).doesNotExist();
        killed.process().destroyForcibly().waitFor();
        assertThat(ChildJvm.serversOn(installation.data())).hasSize(1);

        Started again = startedOn(installation.path());
        again.process().toHandle().destroy();
        assertThat(again.process().waitFor(90, SECONDS)).isTrue();
        assertThat(ChildJvm.serversOn(installation.data())).isEmpty();
        assertThat(clusterOf(installation)).isEqualTo(clusterBefore);
    }

    @Test
    void is_not_ready_before_the_demonstration_is_complete_and_its_accounts_are_written() throws Exception {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Process process = new ProcessBuilder(command(
                        "--demo",
                        "--port",
                        "" + port,
                        "--data",
                        installation.path().toString()))
                .redirectError(temporary.resolve("errors").toFile())
                .start();
        try {
            String line = process.inputReader(StandardCharsets.UTF_8).readLine();
            while (line != null && !line.startsWith("Seeding ")) {
                line = process.inputReader(StandardCharsets.UTF_8).readLine();
            }
            assertThat(line).as(Files.readString(temporary.resolve("errors"))).isNotNull();
            Started seeding = new Started(process, URI.create("http://localhost:" + port + "/"), List.of());
            assertThat(seeding.readiness(HttpClient.newHttpClient())).isEqualTo(503);
            assertThat(installation.path().resolve("demo-accounts.txt")).doesNotExist();
        } finally {
            process.toHandle().destroy();
        }
        assertThat(process.waitFor(90, SECONDS)).isTrue();
    }

    @Test
    void serves_https_with_a_certificate_of_its_own_that_it_keeps_while_it_names_all_hosts() throws Exception {
        Started started = startedOn(installation.path(), "--tls", "--host", "brightline.example.org");
        try {
            assertThat(started.url().getScheme()).isEqualTo("https");
            SSLContext trusting =
                    trustingOnlyTheCertificateIn(installation.path().resolve("tls"));
            try (HttpClient client =
                    HttpClient.newBuilder().sslContext(trusting).build()) {
                assertThat(started.readiness(client)).isEqualTo(200);
            }
            assertThat(healthAskedOf("brightline.example.org", started.url(), trusting))
                    .startsWith("HTTP/1.1 200");
            assertThat(healthAskedOf("elsewhere.example.org", started.url(), trusting))
                    .startsWith("HTTP/1.1 421");
        } finally {
            started.process().toHandle().destroy();
        }
        assertThat(started.process().waitFor(90, SECONDS)).isTrue();
        try (DataDirectory directory = DataDirectory.open(installation.path())) {
            String kept = OwnCertificate.in(directory, Set.of("Brightline.example.org"), Clock.systemUTC())
                    .fingerprint();
            assertThat(started.said()).contains("Certificate (self-signed), SHA-256 " + kept);
            Set<String> more = Set.of("brightline.example.org", "[2001:db8::7]", "192.0.2.7");
            String ofMore =
                    OwnCertificate.in(directory, more, Clock.systemUTC()).fingerprint();
            assertThat(ofMore).isNotEqualTo(kept);
            assertThat(OwnCertificate.in(directory, more, Clock.systemUTC()).fingerprint())
                    .isEqualTo(ofMore);
        }
    }

    @Test
    void serves_https_with_a_given_certificate_and_with_the_one_that_replaces_it() throws Exception {
        Certificates.Pair first = Certificates.pair(temporary, "first");
        ProcessBuilder builder = new ProcessBuilder(command(
                "--port",
                "0",
                "--data",
                installation.path().toString(),
                "--tls",
                "--certificate",
                first.certificate().toString(),
                "--key",
                first.key().toString()));
        builder.environment().put("SPRING_SSL_BUNDLE_WATCH_FILE_QUIETPERIOD", "200ms");
        Started started = started(builder);
        try {
            int port = started.url().getPort();
            assertThat(Certificates.shownAt(port)).isEqualTo(first.content());
            assertThat(installation.path().resolve("tls/brightline.p12")).doesNotExist();
            Certificates.Pair second = Certificates.pair(temporary, "second");
            second.over(first);
            for (int i = 0; i < PATIENCE && !Certificates.shownAt(port).equals(second.content()); i++) {
                Thread.sleep(100);
            }
            assertThat(Certificates.shownAt(port)).isEqualTo(second.content());
        } finally {
            started.process().toHandle().destroy();
        }
        assertThat(started.process().waitFor(90, SECONDS)).isTrue();
    }

    @Test
    void renews_its_own_certificate_while_it_serves_before_it_ends() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                command("--port", "0", "--data", installation.path().toString(), "--tls"));
        builder.environment().put("SPRING_SSL_BUNDLE_WATCH_FILE_QUIETPERIOD", "200ms");
        builder.environment().put("BRIGHTLINE_TLS_LOOKEVERY", "1s");
        Started started = started(builder);
        try {
            int port = started.url().getPort();
            X509Certificate first = Certificates.shownAt(port);
            Path tls = installation.path().resolve("tls");
            Path ending = temporary.resolve("ending.p12");
            Certificates.keyStore(ending, PrivateFile.read(tls.resolve("password.txt")), "-validity", "3");
            Files.move(ending, tls.resolve("brightline.p12"), StandardCopyOption.REPLACE_EXISTING);
            Instant longAfter = Instant.now().plus(Duration.ofDays(300));
            X509Certificate shown = first;
            for (int i = 0;
                    i < PATIENCE
                            && (shown.equals(first)
                                    || shown.getNotAfter().toInstant().isBefore(longAfter));
                    i++) {
                Thread.sleep(100);
                shown = Certificates.shownAt(port);
            }
            assertThat(shown).isNotEqualTo(first);
            assertThat(shown.getNotAfter().toInstant()).isAfter(longAfter);
        } finally {
            started.process().toHandle().destroy();
        }
        assertThat(started.process().waitFor(90, SECONDS)).isTrue();
    }

    @Test
    void says_in_one_line_that_a_given_certificate_cannot_be_served_before_anything_starts() throws Exception {
        String missing = temporary.resolve("missing").toString();
        assertThat(refusal(
                        1,
                        "--data",
                        temporary.resolve("none").toString(),
                        "--tls",
                        "--certificate",
                        missing,
                        "--key",
                        missing))
                .isEqualTo("Brightline cannot start: the file of the certificate is missing: " + missing);
        assertThat(temporary.resolve("none")).doesNotExist();
        String together = "ops/run: --certificate and --key go together, and with --tls\n" + USAGE + "\n";
        assertThat(refusal(2, "--tls", "--certificate", missing)).startsWith(together);
        assertThat(refusal(2, "--tls", "--key", missing)).startsWith(together);
        assertThat(refusal(2, "--certificate", missing, "--key", missing)).startsWith(together);
    }

    /** The first line of the answer to who calls this program by that name. */
    private static String healthAskedOf(String host, URI url, SSLContext trusting) throws IOException {
        try (Socket socket = trusting.getSocketFactory().createSocket(url.getHost(), url.getPort())) {
            String request = "GET /actuator/health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void says_in_one_line_that_the_port_is_taken() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(refusal(1, "--data", installation.path().toString(), "--port", "" + taken.getLocalPort()))
                    .isEqualTo(
                            "Brightline cannot start: port %d is taken by another program: choose another with --port"
                                    .formatted(taken.getLocalPort()));
        }
        assertThat(installation.data()).doesNotExist();
    }

    @Test
    void says_in_one_line_that_the_data_directory_cannot_be_written() throws Exception {
        assertThat(refusal(1, "--data", "/proc/brightline"))
                .startsWith("Brightline cannot start: data directory /proc/brightline cannot be written");
    }

    @Test
    void says_in_one_line_that_a_newer_brightline_wrote_the_data_and_changes_nothing() throws Exception {
        Files.writeString(installation.path().resolve("layout"), "99\n");
        List<Path> before = filesIn(installation.path());
        assertThat(refusal(1, "--data", installation.path().toString()))
                .startsWith("Brightline cannot start: " + installation.path() + " was written by a newer Brightline");
        assertThat(filesIn(installation.path())).isEqualTo(before);
        assertThat(Files.readString(installation.path().resolve("layout"))).isEqualTo("99\n");
    }

    @Test
    void says_in_one_line_that_a_brightline_too_old_wrote_the_data_and_changes_nothing() throws Exception {
        Files.writeString(installation.path().resolve("layout"), "1\n");
        List<Path> before = filesIn(installation.path());
        assertThat(refusal(1, "--data", installation.path().toString()))
                .startsWith("Brightline cannot start: " + installation.path() + " was written by an older Brightline");
        assertThat(filesIn(installation.path())).isEqualTo(before);
    }

    @Test
    void says_in_one_line_that_the_keys_have_no_database_of_their_own() throws Exception {
        Map<String, String> environment =
                Map.of("BRIGHTLINE_DB_URL", "jdbc:postgresql://localhost:1/brightline", "BRIGHTLINE_DB_USER", "nobody");
        assertThatThrownBy(() -> Database.namedBy(environment))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("BRIGHTLINE_KEYS_DB_URL is missing");
        Map<String, String> same = new HashMap<>(environment);
        same.put("BRIGHTLINE_KEYS_DB_URL", "jdbc:postgresql://localhost:1/brightline");
        same.put("BRIGHTLINE_KEYS_DB_USER", "nobody");
        assertThatThrownBy(() -> Database.namedBy(same))
                .hasMessageStartingWith("BRIGHTLINE_KEYS_DB_PASSWORD is missing");
        same.put("BRIGHTLINE_KEYS_DB_PASSWORD", "");
        assertThatThrownBy(() -> Database.namedBy(same)).hasMessageContaining("another database than");
    }

    @Test
    void says_in_one_line_that_a_newer_postgresql_wrote_the_data() throws Exception {
        Files.createDirectories(installation.data());
        Files.writeString(installation.data().resolve("PG_VERSION"), "99\n");
        assertThat(refusal(1, "--data", installation.path().toString(), "--port", "0"))
                .startsWith("Brightline cannot start: " + installation.data()
                        + " was written by PostgreSQL 99, newer than");
        assertThat(filesIn(installation.data())).hasSize(1);
    }

    @Test
    void says_in_one_line_that_the_disk_is_nearly_full() throws Exception {
        Path small = Files.createDirectories(temporary.resolve("small"));
        List<String> mounted = List.of(
                "unshare",
                "-rm",
                "sh",
                "-c",
                "mount -t tmpfs -o size=64m none \"$0\" && exec \"$@\"",
                small.toString());
        assumeTrue(new ProcessBuilder(Stream.concat(mounted.stream(), Stream.of("true"))
                                .toList())
                        .start()
                        .waitFor()
                == 0);
        assertThat(refusal(
                        1,
                        Stream.concat(mounted.stream(), command("--data", small.toString()).stream())
                                .toList()))
                .startsWith(
                        "Brightline cannot start: the disk of " + small + " is nearly full: 64 MB free, 256 MB needed");
    }

    @Test
    void says_what_is_wrong_with_the_command_line() throws Exception {
        assertThat(refusal(2, "--prot", "8080"))
                .startsWith("ops/run: Unknown options: '--prot', '8080'\n" + USAGE + "\n");
        assertThat(refusal(2, "--port"))
                .startsWith("ops/run: Missing required parameter for option '--port' (N)\n" + USAGE + "\n");
        assertThat(refusal(2, "--port", "65536")).contains("not 65536");
        assertThat(refusal(2, "--host", "http://school.example.org")).contains("without scheme and port");
    }

    @Test
    void takes_a_database_that_the_environment_names_instead_of_its_own() throws Exception {
        Installation elsewhere = Installation.startedBefore(temporary.resolve("elsewhere"));
        try (Installation.Running running = elsewhere.start()) {
            ProcessBuilder builder = new ProcessBuilder(
                    command("--port", "0", "--data", installation.path().toString()));
            builder.environment().put("BRIGHTLINE_DB_URL", running.database().jdbcUrl());
            builder.environment().put("BRIGHTLINE_DB_USER", EmbeddedDatabase.SUPERUSER);
            builder.environment()
                    .put("BRIGHTLINE_DB_PASSWORD", running.database().password());
            builder.environment()
                    .put("BRIGHTLINE_KEYS_DB_URL", running.database().keysJdbcUrl());
            builder.environment().put("BRIGHTLINE_KEYS_DB_USER", EmbeddedDatabase.SUPERUSER);
            builder.environment()
                    .put("BRIGHTLINE_KEYS_DB_PASSWORD", running.database().password());
            Started started = started(builder);
            try {
                assertThat(started.readiness(HttpClient.newHttpClient())).isEqualTo(200);
                assertThat(running.ask(
                                "select count(*) > 0 from pg_stat_activity where application_name = 'brightline'"))
                        .isEqualTo("t");
                assertThat(installation.data()).doesNotExist();
            } finally {
                started.process().toHandle().destroy();
            }
            assertThat(started.process().waitFor(90, SECONDS)).isTrue();
            assertThat(running.ask("select 1")).isEqualTo("1");
        }
        elsewhere.dismantle();
    }

    private record Started(Process process, URI url, List<String> said) {
        int readiness(HttpClient client) throws IOException, InterruptedException {
            HttpRequest request = HttpRequest.newBuilder(url.resolve("actuator/health/readiness"))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private Started startedOn(Path data, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--port", "0", "--data", data.toString()));
        arguments.addAll(List.of(more));
        return started(new ProcessBuilder(command(arguments.toArray(String[]::new))));
    }

    private Started started(ProcessBuilder builder) throws IOException {
        Path errors = temporary.resolve("errors");
        Process process = builder.redirectError(errors.toFile()).start();
        List<String> said = new ArrayList<>();
        String line = process.inputReader(StandardCharsets.UTF_8).readLine();
        while (line != null && !line.startsWith(READY)) {
            said.add(line);
            line = process.inputReader(StandardCharsets.UTF_8).readLine();
        }
        assertThat(line).as("said %s, %s", said, Files.readString(errors)).isNotNull();
        return new Started(process, URI.create(String.valueOf(line).substring(READY.length())), said);
    }

    private String refusal(int exitCode, String... arguments) throws IOException, InterruptedException {
        return refusal(exitCode, command(arguments));
    }

    private static String refusal(int exitCode, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(errors).isEqualTo(exitCode);
        return errors.strip();
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                ChildJvm.JAVA,
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                ChildJvm.CLASS_PATH,
                Brightline.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static SSLContext trustingOnlyTheCertificateIn(Path folder) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("brightline.p12"))) {
            keys.load(in, PrivateFile.read(folder.resolve("password.txt")).toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("brightline", keys.getCertificate("brightline"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** What tells one database cluster from another. */
    private static String clusterOf(Installation installation) throws Exception {
        try (Installation.Running running = installation.start()) {
            return running.ask("select system_identifier from pg_control_system()");
        }
    }

    private static List<Path> filesIn(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        }
    }

    /** As the page does it, by its two forms. */
    private static void changeFirstPassword(URI url, String first) throws Exception {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        assertThat(post(browser, url.resolve("/sign-in"), Map.of("username", "sysadmin", "password", first)))
                .contains("Change your password");
        String chosen = "harbor lantern tuesday";
        assertThat(post(
                        browser,
                        url.resolve("/password"),
                        Map.of("current", first, "chosen", chosen, "repeated", chosen)))
                .contains("Your password is changed.");
    }

    private static String post(HttpClient browser, URI form, Map<String, String> fields) throws Exception {
        String page = browser.send(HttpRequest.newBuilder(form).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).as(page).isTrue();
        Map<String, String> all = new TreeMap<>(fields);
        all.put("_csrf", token.group(1));
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return browser.send(
                        HttpRequest.newBuilder(form)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }
}

package brightline.edge.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import brightline.edge.TestDatabase;
import brightline.edge.door.FileRoute;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Nobody at the port takes what an officer needs, with the program's own connector and raw sockets at it. */
@ExtendWith(OutputCaptureExtension.class)
class DoorTest {
    private static final String HOST = "Host: localhost\r\n";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String ENTRY = "{\"school\":\"MAR\",\"at\":\"2026-03-02T10:15:00Z\",\"students\":[]}";

    /** More connections than another test of this class needs at once. */
    private static final int MANY_MORE = 16;

    /** A body must be here within two seconds, two workers answer questions, six more may wait. */
    private static final String[] SMALL = {
        "brightline.demo=true",
        "brightline.door.body-within=2s",
        "brightline.door.silence=5s",
        "brightline.door.questions=2",
        "brightline.door.waiting=6",
        "brightline.door.connections-per-source=400",
        "brightline.door.strangers-per-source=4",
        "brightline.door.requests-per-account=12",
        "brightline.door.sign-ins-per-source=3",
        "brightline.door.files=1",
        "brightline.door.files-per-account=1"
    };

    @TempDir
    static Path disk;

    private static final TestDatabase database = TestDatabase.fresh();
    private static ConfigurableApplicationContext context;
    private static NewAccount officer;
    private static NewAccount coordinator;
    private static NewAccount crowd;

    private final List<Socket> open = new ArrayList<>();

    @BeforeAll
    static void start() {
        List<String> properties = new ArrayList<>(List.of(SMALL));
        properties.add("server.tomcat.basedir=" + disk);
        context = SampleApp.start(database, Program.class, properties.toArray(String[]::new));
        Accounts accounts = context.getBean(Accounts.class);
        officer = accounts.create("officer", AccountRole.SRO, null, Set.of());
        coordinator = accounts.create("coordinator", AccountRole.COORDINATOR, null, Set.of());
        crowd = accounts.create("crowd", AccountRole.SRO, null, Set.of());
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @AfterEach
    void hangUp() throws IOException {
        Questions.goOn.countDown();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private static int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private Socket send(String head) throws IOException {
        return sendFrom("127.0.0.1", head);
    }

    private Socket sendFrom(String source, String head) throws IOException {
        var socket = new Socket("localhost", port(), InetAddress.getByName(source), 0);
        open.add(socket);
        socket.setSoTimeout(15_000);
        socket.getOutputStream().write(head.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        var answer = new StringBuilder();
        InputStream in = socket.getInputStream();
        try {
            for (int next = in.read(); next >= 0; next = in.read()) {
                answer.append((char) next);
                if (answer.toString().endsWith("\r\n\r\n")) {
                    break;
                }
            }
        } catch (SocketException reset) {
            answer.append(reset.getMessage());
        }
        return answer.toString();
    }

    private static String basic(NewAccount account) {
        String pair = account.account().username() + ":" + account.firstPassword();
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair.getBytes(ISO_8859_1)) + "\r\n";
    }

    private static HttpResponse<String> enter() {
        return enter(officer);
    }

    private static HttpResponse<String> enter(NewAccount account) {
        return SampleApp.client(context).basic(account).post("/api/commands/contacts", ENTRY);
    }

    private static String head(String request, String... headers) {
        return request + " HTTP/1.1\r\n" + HOST + String.join("", headers) + "\r\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/nowhere", "/api/commands/files", "/api/commands/contacts", "/sign-out"})
    void no_byte_of_a_file_is_read_of_somebody_who_is_not_signed_in(String path) throws IOException {
        Instant before = Instant.now();
        Socket socket = send(head(
                        "POST " + path,
                        "Content-Type: multipart/form-data; boundary=b\r\n",
                        "Content-Length: 60000000\r\n")
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n"
                + "x".repeat(1 << 20));
        assertThat(answer(socket)).containsPattern("^HTTP/1.1 (302|40[0-9]) ").contains("Connection: close");
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
        noFileStays();
    }

    /** The container removes what it held once the answer is sent: its reader may look before. */
    private static void noFileStays() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(filesOnDisk()).isZero());
    }

    private static long filesOnDisk() throws IOException {
        try (Stream<Path> all = Files.walk(disk)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void a_body_that_trickles_is_given_up_when_its_time_is_over_and_not_byte_by_byte() throws Exception {
        Socket socket = send(head("POST /sign-in", FORM, "Content-Length: 1000\r\n") + "user");
        CompletableFuture<Void> trickle = CompletableFuture.runAsync(() -> {
            try {
                for (int n = 0; n < 100; n++) {
                    socket.getOutputStream().write('a');
                    socket.getOutputStream().flush();
                    Thread.sleep(300);
                }
            } catch (IOException | InterruptedException _) {
                // given up, as it should be
            }
        });
        Instant before = Instant.now();
        assertThat(answer(socket)).startsWith("HTTP/1.1 408 ").contains("Connection: close");
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(10));
        trickle.cancel(true);
    }

    @Test
    void slow_bodies_by_the_hundred_leave_an_officers_entry_as_quick_as_ever() throws IOException {
        enter();
        enter(crowd);
        for (int n = 0; n < 120; n++) {
            send(head("POST /sign-in", FORM, "Content-Length: 1000\r\n") + "user");
            slowEntry();
        }
        Instant before = Instant.now();
        assertThat(enter().statusCode()).isEqualTo(HttpURLConnection.HTTP_OK);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(2));
    }

    /** Of an account that means harm: as long as may be, by its own word. */
    private Socket slowEntry() throws IOException {
        return send(head(
                        "POST /api/commands/contacts",
                        basic(crowd),
                        "Content-Type: application/json\r\n",
                        "Content-Length: 1000000\r\n")
                + "{");
    }

    @Test
    void an_account_has_no_more_requests_under_way_than_it_may_their_bodies_included() throws IOException {
        enter(crowd);
        List<Socket> entering = new ArrayList<>();
        for (int n = 0; n < 60; n++) {
            entering.add(slowEntry());
        }
        List<String> answers = new ArrayList<>();
        for (Socket one : entering) {
            answers.add(answer(one));
        }
        assertThat(answers)
                .anySatisfy(answer -> assertThat(answer).startsWith("HTTP/1.1 408 "))
                .anySatisfy(
                        answer -> assertThat(answer).startsWith("HTTP/1.1 429 ").contains("Retry-After: 1"));
        assertThat(enter().statusCode()).as("of another account").isEqualTo(HttpURLConnection.HTTP_OK);
    }

    @Test
    void a_source_signs_in_so_often_at_once_and_no_more_often() throws IOException {
        List<String> answers = new ArrayList<>();
        List<Socket> signingIn = new ArrayList<>();
        for (int n = 0; n < 30; n++) {
            signingIn.add(sendFrom("127.0.0.4", head("POST /sign-in", FORM, "Content-Length: 1000\r\n") + "user"));
        }
        for (Socket one : signingIn) {
            answers.add(answer(one));
        }
        assertThat(answers)
                .anySatisfy(answer -> assertThat(answer).startsWith("HTTP/1.1 408 "))
                .anySatisfy(
                        answer -> assertThat(answer).startsWith("HTTP/1.1 429 ").contains("Retry-After: "));
        assertThat(answer(sendFrom("127.0.0.5", head("POST /sign-in", FORM, "Content-Length: 4\r\n") + "user")))
                .as("from another source")
                .doesNotStartWith("HTTP/1.1 429 ");
    }

    @Test
    void a_fault_of_ours_is_an_error_in_the_log_only_where_somebody_is_signed_in(CapturedOutput log)
            throws IOException {
        assertThat(answer(send(head("GET /failing", "Connection: close\r\n")))).startsWith("HTTP/1.1 500 ");
        assertThat(log.getAll()).contains("Request failed: internal").doesNotContain("ERROR");
        assertThat(answer(send(head("GET /failing", basic(officer), "Connection: close\r\n"))))
                .startsWith("HTTP/1.1 500 ");
        assertThat(log.getAll()).contains("ERROR");
    }

    @Test
    void one_side_has_no_more_than_its_connections_and_gets_them_back() throws IOException {
        for (int n = 0; n < 450; n++) {
            send("GET / HTTP/1.1\r\n");
        }
        Socket refused = new Socket("localhost", port());
        open.add(refused);
        refused.setSoTimeout(10_000);
        assertThat(ends(refused)).isTrue();
        hangUp();
        open.clear();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            List<Socket> asking = new ArrayList<>();
            for (int n = 0; n < MANY_MORE; n++) {
                asking.add(send(head("GET /actuator/health")));
            }
            for (Socket one : asking) {
                assertThat(answer(one)).startsWith("HTTP/1.1 200 ");
            }
        });
    }

    private static boolean ends(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException _) {
            return true;
        }
    }

    @Test
    void questions_wait_for_each_other_and_nobody_else_for_them() throws Exception {
        Questions.goOn = new CountDownLatch(1);
        Client analyst = SampleApp.client(context).basic(coordinator);
        ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<CompletableFuture<Integer>> asked = new ArrayList<>();
            for (int n = 0; n < 8; n++) {
                asked.add(CompletableFuture.supplyAsync(
                        () -> analyst.get("/api/queries/waiting").statusCode(), asking));
            }
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(List.of(gauge("door.working"), gauge("door.waiting")))
                            .containsExactly(2.0, 6.0));
            HttpResponse<String> oneTooMany = analyst.get("/api/queries/waiting");
            assertThat(oneTooMany.statusCode()).isEqualTo(HttpURLConnection.HTTP_UNAVAILABLE);
            assertThat(oneTooMany.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(oneTooMany.body()).contains("urn:brightline:problem:busy");
            assertThat(enter().statusCode()).isEqualTo(HttpURLConnection.HTTP_OK);
            Questions.goOn.countDown();
            assertThat(asked).allSatisfy(answer -> assertThat(answer.join()).isIn(200, 503));
        } finally {
            Questions.goOn.countDown();
            asking.close();
        }
    }

    @Test
    void pages_for_anybody_are_shared_among_sources() throws IOException {
        Questions.goOn = new CountDownLatch(1);
        for (int n = 0; n < 4; n++) {
            sendFrom("127.0.0.2", head("GET /for-anybody"));
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(List.of(gauge("door", "door.working"), gauge("door", "door.waiting")))
                        .containsExactly(2.0, 2.0));
        assertThat(answer(sendFrom("127.0.0.2", head("GET /for-anybody"))))
                .startsWith("HTTP/1.1 429 ")
                .contains("Retry-After: 1");
        Socket another = sendFrom("127.0.0.3", head("GET /for-anybody"));
        await().atMost(Duration.ofSeconds(60)).until(() -> gauge("door", "door.waiting") == 3.0);
        Questions.goOn.countDown();
        assertThat(answer(another)).startsWith("HTTP/1.1 200 ");
    }

    private static double gauge(String name) {
        return gauge("questions", name);
    }

    private static double gauge(String share, String name) {
        return context.getBean(MeterRegistry.class)
                .get(name)
                .tag("share", share)
                .gauge()
                .value();
    }

    @Test
    void each_share_has_connections_of_its_own() {
        Client client = SampleApp.client(context).basic(coordinator);
        assertThat(client.get("/api/queries/pool").body()).isEqualTo("questions");
        assertThat(client.get("/api/commands/pool").body()).isEqualTo("recording");
        assertThat(SampleApp.client(context).get("/pool-for-anybody").body()).isEqualTo("door");
    }

    @Test
    void who_reads_an_answer_slowly_holds_no_worker() throws IOException {
        for (int n = 0; n < 10; n++) {
            send(head("GET /api/queries/long", basic(coordinator)));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> gauge("door.working") == 0 && gauge("door.waiting") == 0);
        assertThat(SampleApp.client(context)
                        .basic(coordinator)
                        .get("/api/queries/pool")
                        .statusCode())
                .isEqualTo(HttpURLConnection.HTTP_OK);
    }

    @Test
    void a_file_is_taken_of_who_may_send_it_and_only_where_files_are_taken() throws IOException {
        String file = "--b\r\nContent-Disposition: form-data; name=\"format\"\r\n\r\nours\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\na,b\r\n--b--\r\n";
        Client may = SampleApp.client(context).basic(coordinator);
        assertThat(form(may, "/api/commands/files", file).body()).isEqualTo("ours a.csv 3");
        noFileStays();
        assertThat(form(may, "/api/commands/contacts", file).statusCode()).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
        Client mayNot = SampleApp.client(context).basic(officer);
        assertThat(form(mayNot, "/api/commands/files", file).statusCode()).isEqualTo(HttpURLConnection.HTTP_FORBIDDEN);
        assertThat(form(mayNot, "/api/commands/contacts", file).statusCode())
                .isEqualTo(HttpURLConnection.HTTP_UNSUPPORTED_TYPE);
        assertThat(form(may, "/api/commands/files", file.replace("--b--", "")).statusCode())
                .isEqualTo(HttpURLConnection.HTTP_BAD_REQUEST);
    }

    private static HttpResponse<String> form(Client client, String path, String form) {
        return client.send(client.request(path)
                .header("Content-Type", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    @Test
    void files_that_are_held_are_few_and_the_next_is_told_to_wait() throws IOException {
        send(head(
                        "POST /api/commands/files",
                        basic(coordinator),
                        "Content-Type: multipart/form-data; boundary=b\r\n",
                        "Content-Length: 60000000\r\n")
                + "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f\"\r\n\r\n");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            Socket second = send(head(
                    "POST /api/commands/files",
                    basic(coordinator),
                    "Content-Type: multipart/form-data; boundary=b\r\n",
                    "Content-Length: 60000000\r\n"));
            assertThat(answer(second)).startsWith("HTTP/1.1 429 ").contains("Retry-After: ");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE",
                "GET / HTTP/3.7",
                "OPTIONS * HTTP/1.1",
                "CONNECT / HTTP/1.1",
                "TRACE / HTTP/1.1",
                "GET /settings;x=1 HTTP/1.1",
                "GET //settings HTTP/1.1",
                "GET /assets/../settings HTTP/1.1",
                "GET /%ff HTTP/1.1",
                "GET /%zz HTTP/1.1",
                "GET /sign-in?a=%ff HTTP/1.1",
                "GET /sign-in?a=%ed%a0%80 HTTP/1.1",
                "GET /actuator/health/readiness?a=%ff HTTP/1.1",
                "GET /sign-in HTTP/1.1\r\nHost: two",
                "POST /sign-in HTTP/1.1\r\nTransfer-Encoding: unknown",
                "GET /nowhere HTTP/1.1"
            })
    void every_answer_is_planned_and_carries_the_headers_that_protect_a_browser(String line, CapturedOutput log)
            throws IOException {
        String answer = answer(send(line + "\r\n" + HOST + "Connection: close\r\n\r\n"));
        assertThat(answer)
                .containsPattern("^HTTP/1.1 (200|302|4[0-9][0-9]|501|505) ")
                .contains(
                        "Content-Security-Policy: default-src 'self'",
                        "X-Frame-Options: DENY",
                        "X-Content-Type-Options: nosniff",
                        "Referrer-Policy: no-referrer",
                        "Permissions-Policy: ",
                        "Cross-Origin-Opener-Policy: same-origin",
                        "Cache-Control: no-store")
                .doesNotContain("Server:", "Apache");
        assertThat(log.getAll()).doesNotContain(" ERROR ");
    }

    @Test
    void a_form_of_too_many_fields_or_broken_escapes_is_malformed() throws IOException {
        for (String form : List.of(fields(1_500), "username=%zz", "username=%c3%28")) {
            String answer =
                    answer(send(head("POST /sign-in", FORM, "Content-Length: " + form.length() + "\r\n") + form));
            assertThat(answer).containsPattern("^HTTP/1.1 (302|4[0-9][0-9]) ");
        }
    }

    private static String fields(int count) {
        var form = new StringBuilder("a=1");
        for (int n = 0; n < count; n++) {
            form.append("&f").append(n).append("=1");
        }
        return form.toString();
    }

    @Configuration(proxyBeanMethods = false)
    @Import({SampleApp.Application.class, Questions.class})
    static class Program {
        @Bean
        FileRoute files() {
            return new FileRoute("/api/commands/files");
        }

        @Bean
        RouteRules doorRoutes() {
            return RouteRules.of(
                    RouteRule.allow(POST, "/api/commands/files", AccountRole.COORDINATOR),
                    RouteRule.signedIn(GET, "/api/commands/pool"),
                    RouteRule.signedIn(GET, "/api/queries/pool"),
                    RouteRule.signedIn(GET, "/api/queries/long"),
                    RouteRule.signedIn(GET, "/api/queries/waiting"),
                    RouteRule.open(GET, "/failing"),
                    RouteRule.open(GET, "/pool-for-anybody"),
                    RouteRule.open(GET, "/for-anybody"));
        }
    }

    @RestController
    static class Questions {
        static volatile CountDownLatch goOn = new CountDownLatch(1);

        private final DataSource dataSource;

        Questions(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        @GetMapping("/failing")
        String failing() {
            throw new IllegalStateException("as a fault of ours would");
        }

        @GetMapping({"/api/queries/waiting", "/for-anybody"})
        String waiting() throws InterruptedException {
            goOn.await();
            return "";
        }

        @GetMapping("/api/queries/long")
        String answer() {
            return "x".repeat(8 << 20);
        }

        /** Named as its pool is: a connection tells neither. */
        @GetMapping({"/api/queries/pool", "/api/commands/pool", "/pool-for-anybody"})
        String pool() throws SQLException {
            Connection connection = DataSourceUtils.getConnection(dataSource);
            try {
                return dataSource.unwrap(HikariDataSource.class).getPoolName();
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
        }

        @PostMapping("/api/commands/files")
        String file(@RequestPart("file") MultipartFile file, @RequestParam("format") String format) {
            return format + " " + file.getOriginalFilename() + " " + file.getSize();
        }
    }
}

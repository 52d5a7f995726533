package brightline.proof;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.benchmark.Api;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.ApiTokens;
import brightline.edge.access.NewAccount;
import brightline.edge.access.RoutePolicy;
import brightline.edge.access.TokenScope;
import brightline.proof.HostileRequests.Visitor;
import brightline.scenarios.RunningBrightline;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Hostile requests on every operation, page and form, by nobody and by every role, over raw connections: each gets an answer that was
 * planned, soon, with the headers every answer has, and nothing of it comes back. What only a document's content does to us is counted
 * and listed in {@code target/hostile-bodies.txt}.
 */
@Tag("alone")
@Timeout(value = 45, unit = MINUTES)
class HostileRequestsTest {
    private static final int HOW_MANY = Form.of(2_000, 20_000);
    private static final long SEED = Long.getLong("brightline.drills.seed", 20_261_129L);
    private static final int AT_ONCE = 4;
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** A coding of the transfer, or a version of HTTP, that is not spoken here: what HTTP itself has these answers for. */
    private static final Set<Integer> OF_THE_PROTOCOL = Set.of(501, 505);

    private static final List<String> HEADERS = List.of(
            "content-security-policy",
            "x-frame-options",
            "x-content-type-options",
            "referrer-policy",
            "permissions-policy",
            "cache-control");
    /** A filter that is wrong stays in the field it was typed in, for its reader to mend; anywhere else nothing comes back. */
    private static final Pattern KEPT_IN_ITS_FIELD = Pattern.compile("(<input [^<>]*\\bvalue=\")[^\"<>]*(?=\")");

    private static final Pattern TRACE =
            Pattern.compile("\\n\\tat [a-z]|(?:java|jakarta|org|brightline)\\.[A-Za-z.]+(?:Exception|Error)");
    private static final Pattern SECRET = Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\"");
    private static final Pattern REQUEST_ID = Pattern.compile("(?im)^x-request-id: *(\\S+)");

    /** @param status 0 where the connection was closed without one */
    private record Seen(HostileRequest request, int status, String answer, Duration took) {
        String head() {
            int end = answer.indexOf("\r\n\r\n");
            return end < 0 ? answer : answer.substring(0, end);
        }
    }

    @Test
    void each_gets_a_planned_answer_and_nothing_of_it_comes_back(@TempDir Path directory) throws Exception {
        var log = new Listening();
        try (var brightline = RunningBrightline.withPasswordsInEarnest(directory)) {
            Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
            log.setContext(root.getLoggerContext());
            log.start();
            root.addAppender(log);
            try {
                judge(sent(brightline), log);
            } finally {
                root.detachAppender(log);
            }
        }
    }

    private static List<Seen> sent(RunningBrightline brightline) throws Exception {
        URI url = URI.create(brightline.url());
        Map<AccountRole, Visitor> visitors = visitors(brightline, url);
        String description = Api.of(url)
                .get(Objects.requireNonNull(visitors.get(AccountRole.SYSADMIN)).token(), "/v3/api-docs")
                .expect(200)
                .body();
        var requests = new HostileRequests(
                SEED,
                url.getAuthority(),
                new ApiDescription(description).operations(),
                brightline.bean(RoutePolicy.class).rules(),
                visitors);
        assertThat(HOW_MANY).as("each operation and page is tried").isGreaterThan(requests.targets());
        Queue<Seen> seen = new ConcurrentLinkedQueue<>();
        List<Thread> senders = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
            senders.add(Thread.ofVirtual().start(() -> {
                while (true) {
                    HostileRequest request;
                    synchronized (requests) {
                        if (seen.size() >= HOW_MANY) {
                            return;
                        }
                        request = requests.next();
                    }
                    seen.add(send(url, request));
                }
            }));
        }
        for (Thread sender : senders) {
            sender.join();
        }
        // What was slow beside others is asked again alone: a busy machine is not our fault.
        return seen.stream()
                .map(one -> one.took().compareTo(SOON) > 0 && !one.request().waits()
                        ? quicker(one, send(url, one.request()))
                        : one)
                .toList();
    }

    private static Seen quicker(Seen first, Seen second) {
        return new Seen(first.request(), first.status(), first.answer(), second.took());
    }

    private static void judge(List<Seen> all, Listening log) throws IOException {
        Map<Integer, Long> statuses =
                all.stream().collect(Collectors.groupingBy(Seen::status, TreeMap::new, Collectors.counting()));
        List<String> wrong = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        Set<String> idsOfBodies = ConcurrentHashMap.newKeySet();
        for (Seen one : all) {
            boolean planned = one.status() < 500
                    || one.status() == 503
                            && one.head().toLowerCase(Locale.ROOT).contains("retry-after:")
                    || OF_THE_PROTOCOL.contains(one.status());
            if (one.status() == 0 && !one.request().cutOff()) {
                wrong.add(told(one, "closed without an answer"));
            }
            if (!planned && one.request().isOfTheBody()) {
                Matcher id = REQUEST_ID.matcher(one.head());
                String known = id.find() ? id.group(1) : "";
                idsOfBodies.add(known);
                bodies.add(one.status() + " " + one.request().what()
                        + log.events.stream()
                                .filter(event -> event.level().isGreaterOrEqual(Level.ERROR)
                                        && event.requestId().equals(known))
                                .map(event -> " <- " + event.text())
                                .findFirst()
                                .orElse(""));
            } else if (!planned) {
                wrong.add(told(one, "unplanned " + one.status()));
            }
            String answer = KEPT_IN_ITS_FIELD.matcher(one.answer()).replaceAll("$1");
            if (answer.contains(HostileRequests.MARKER)) {
                wrong.add(told(one, "repeated in " + around(answer)));
            }
            if (one.status() >= 400 && TRACE.matcher(one.answer()).find()) {
                wrong.add(told(one, "stack trace"));
            }
            if (!one.request().waits() && one.took().compareTo(SOON) > 0) {
                wrong.add(told(one, "slow " + one.took()));
            }
            if (one.status() > 0) {
                String head = one.head().toLowerCase(Locale.ROOT);
                List<String> missing = HEADERS.stream()
                        .filter(header -> !head.contains("\n" + header + ":"))
                        .toList();
                if (!missing.isEmpty()) {
                    wrong.add(told(one, "without " + missing));
                }
            }
        }
        log.events.stream()
                .filter(event -> event.text().contains(HostileRequests.MARKER))
                .forEach(event -> wrong.add("repeated in the log: " + event.text()));
        log.events.stream()
                .filter(event ->
                        event.level().isGreaterOrEqual(Level.ERROR) && !idsOfBodies.contains(event.requestId()))
                .forEach(event -> wrong.add("error in the log: " + event.text()));
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", "hostile-bodies.txt"), bodies);
        Files.write(Path.of("target", "hostile-requests.txt"), wrong);
        String summary =
                "%d hostile requests, seed %d: %s; %d bodies we have no plan for; slowest %s, %d over %s with atLeastIndex"
                        .formatted(
                                all.size(),
                                SEED,
                                statuses,
                                bodies.size(),
                                all.stream()
                                        .filter(one -> !one.request().waits())
                                        .map(Seen::took)
                                        .max(Duration::compareTo)
                                        .orElse(Duration.ZERO),
                                all.stream()
                                        .filter(one -> one.request().waits()
                                                && one.took().compareTo(SOON) > 0)
                                        .count(),
                                SOON);
        System.out.println(summary);
        assertThat(wrong).as(summary).isEmpty();
        assertThat(statuses.keySet()).as(summary).contains(200, 400, 401, 403, 404, 405, 415);
    }

    private static String around(String answer) {
        int at = answer.indexOf(HostileRequests.MARKER);
        return answer.substring(Math.max(0, at - 100), at).replaceAll("[^ -~]", "?");
    }

    private static String told(Seen one, String why) {
        String sent = new String(one.request().bytes(), StandardCharsets.ISO_8859_1);
        return why + ": request " + one.request().number() + ", "
                + one.request().what() + "\n  sent: "
                + sent.substring(0, Math.min(700, sent.length())).replaceAll("[^ -~]", "?") + "\n  answered: "
                + one.answer()
                        .substring(0, Math.min(400, one.answer().length()))
                        .replaceAll("[^ -~]", "?");
    }

    /** One of many: where wrong sign-ins are counted by source, those of one would soon be refused unread. */
    private static InetAddress source(HostileRequest request) throws UnknownHostException {
        int sender = request.number() / 5;
        return InetAddress.getByAddress(new byte[] {127, 0, (byte) (sender / 250 + 1), (byte) (sender % 250 + 1)});
    }

    private static Seen send(URI url, HostileRequest request) {
        long begun = System.nanoTime();
        String answer = "";
        try (Socket socket = new Socket(url.getHost(), url.getPort(), source(request), 0)) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            try {
                socket.getOutputStream().write(request.bytes());
                if (request.cutOff()) {
                    socket.shutdownOutput();
                }
            } catch (SocketException _) {
                // Refused before it was read to its end; the answer may be there.
            }
            answer = read(socket.getInputStream());
        } catch (IOException _) {
            // Judged by what came.
        }
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        Matcher status = Pattern.compile("^HTTP/1\\.[01] (\\d{3})").matcher(answer);
        return new Seen(request, status.find() ? Integer.parseInt(status.group(1)) : 0, answer, took);
    }

    private static String read(InputStream in) {
        var bytes = new ByteArrayOutputStream();
        byte[] some = new byte[16_384];
        try {
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                bytes.write(some, 0, read);
            }
        } catch (SocketTimeoutException e) {
            bytes.writeBytes("\r\n(no end within the patience of this test)".getBytes(StandardCharsets.UTF_8));
        } catch (IOException _) {
            // Closed: what came is the answer.
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Map<AccountRole, Visitor> visitors(RunningBrightline brightline, URI url) throws Exception {
        Map<AccountRole, NewAccount> accounts = new EnumMap<>(AccountRole.class);
        for (AccountRole role : AccountRole.values()) {
            accounts.put(role, brightline.bean(Accounts.class).create(role.text(), role, null, Set.of("MAR")));
        }
        JdbcClient.create(brightline.bean(DataSource.class))
                .sql("update access.account set must_change_password = false")
                .update();
        Map<AccountRole, Visitor> visitors = new EnumMap<>(AccountRole.class);
        for (AccountRole role : AccountRole.values()) {
            visitors.put(role, visitor(brightline, url, Objects.requireNonNull(accounts.get(role))));
        }
        brightline.account("founder", AccountRole.COORDINATOR, null, "MAR");
        brightline
                .post("founder", "/api/commands/schools", Map.of("code", "MAR", "name", "Marlow HS"))
                .expect(201);
        return visitors;
    }

    private static Visitor visitor(RunningBrightline brightline, URI url, NewAccount made) throws Exception {
        var cookies = new CookieManager();
        HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
        String username = URLEncoder.encode(made.account().username(), StandardCharsets.UTF_8);
        String password = URLEncoder.encode(made.firstPassword(), StandardCharsets.UTF_8);
        browser.send(
                HttpRequest.newBuilder(url.resolve("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-CSRF-TOKEN", secret(browser, url))
                        .POST(BodyPublishers.ofString("username=" + username + "&password=" + password))
                        .build(),
                BodyHandlers.discarding());
        String secret = secret(browser, url);
        String cookie = cookies.getCookieStore().getCookies().stream()
                .map((HttpCookie one) -> one.getName() + "=" + one.getValue())
                .collect(Collectors.joining("; "));
        String token = brightline
                .bean(ApiTokens.class)
                .issue(made.account().id(), EnumSet.allOf(TokenScope.class), Duration.ofHours(2))
                .clear();
        return new Visitor(token, cookie, secret);
    }

    private static String secret(HttpClient browser, URI url) throws Exception {
        String page = browser.send(
                        HttpRequest.newBuilder(url.resolve("/sign-in")).build(), BodyHandlers.ofString())
                .body();
        Matcher secret = SECRET.matcher(page);
        assertThat(secret.find()).isTrue();
        return secret.group(1);
    }

    /** What the program logs meanwhile. */
    private static final class Listening extends AppenderBase<ILoggingEvent> {
        private final Queue<Line> events = new ConcurrentLinkedQueue<>();

        private record Line(Level level, String requestId, String text) {}

        @Override
        protected void append(ILoggingEvent event) {
            IThrowableProxy failure = event.getThrowableProxy();
            String thrown = failure == null
                    ? ""
                    : failure.getClassName() + " " + failure.getMessage() + " "
                            + Arrays.stream(failure.getStackTraceElementProxyArray())
                                    .limit(4)
                                    .toList();
            events.add(new Line(
                    event.getLevel(),
                    event.getMDCPropertyMap().getOrDefault("requestId", ""),
                    event.getLoggerName() + " " + event.getFormattedMessage() + " " + event.getKeyValuePairs() + " "
                            + event.getMDCPropertyMap() + " " + thrown));
        }
    }
}

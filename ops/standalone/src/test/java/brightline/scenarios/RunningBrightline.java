package brightline.scenarios;

import brightline.edge.TestDatabase;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.ApiTokens;
import brightline.edge.access.QuickPasswords;
import brightline.edge.access.TokenScope;
import brightline.edge.clock.RecordingClock;
import brightline.standalone.StandaloneApplication;
import brightline.standalone.postgres.FileTrees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Both sides in this process on a port of their own, over a database that may take simulated times. */
public final class RunningBrightline implements AutoCloseable {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int NOT_YET = 409;

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> tokens = new HashMap<>();
    private final Map<String, String> passwords = new HashMap<>();
    private final String base;

    /**
     * The one program of this JVM that classes share whose stories have names of their own and ask for these alone. It ends with the
     * JVM.
     */
    public static RunningBrightline shared() {
        return Shared.RUNNING;
    }

    private static final class Shared {
        static final RunningBrightline RUNNING = untilTheEnd();
    }

    /** A program that ends with the JVM. */
    public static RunningBrightline untilTheEnd() {
        try {
            Path directory = Files.createTempDirectory("shared-brightline");
            TestDatabase.closeBeforeTheServer(() -> FileTrees.delete(directory));
            var brightline = new RunningBrightline(directory);
            TestDatabase.closeBeforeTheServer(brightline);
            return brightline;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param directory holds the key file and whatever the application spools */
    public RunningBrightline(Path directory) {
        this(directory, TestDatabase.fresh().properties(), true);
    }

    /**
     * As an installation in earnest: no HTTP Basic, a first password that must be changed, and a second factor.
     *
     * @param more arguments
     */
    public static RunningBrightline inEarnest(Path directory, String... more) {
        return new RunningBrightline(directory, TestDatabase.fresh().properties(), false, more);
    }

    /** Where a hash of a password costs what it does in an installation. */
    public static RunningBrightline withPasswordsInEarnest(Path directory) {
        return new RunningBrightline(
                directory, TestDatabase.fresh().properties(), true, "--" + QuickPasswords.IN_EARNEST + "=true");
    }

    /** Over a database of an embedded server that somebody else starts and stops. */
    public RunningBrightline(Path directory, String url, String user, String password) {
        this(directory, new TestDatabase(url, user, password).asOne(), true);
    }

    private RunningBrightline(Path directory, String[] database, boolean demo, String... more) {
        List<String> arguments = new ArrayList<>(List.of(more));
        for (String property : database) {
            arguments.add("--" + property);
        }
        arguments.add("--server.port=0");
        arguments.add("--brightline.simulation=true");
        arguments.add("--brightline.demo=" + demo);
        // A busy machine takes its time; who tries the confirmation makes proofs old.
        arguments.add("--brightline.session.fresh=12h");
        arguments.add("--brightline.data=" + directory);
        arguments.add("--brightline.keys.file=" + directory.resolve("key-encryption-key"));
        SpringApplication application = new SpringApplication(StandaloneApplication.class);
        // Whoever started it ends it, before its database ends.
        application.setRegisterShutdownHook(false);
        context = application.run(arguments.toArray(String[]::new));
        base = "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    public String url() {
        return base;
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    private static final Pattern BY_PERSON =
            Pattern.compile("/(password-resets|second-factor-resets|rights|grants|refusals)$");

    /** An account of the role for the officer, with an API token for everything the role may do. */
    public void account(String username, AccountRole role, @Nullable String officer, String... schools) {
        var account = bean(Accounts.class)
                .create(username, role, officer == null ? null : UUID.fromString(officer), Set.of(schools));
        passwords.put(username, account.firstPassword());
        tokens.put(
                username,
                bean(ApiTokens.class)
                        .issue(account.account().id(), EnumSet.allOf(TokenScope.class), Duration.ofHours(2))
                        .clear());
    }

    /** Whether {@link #account} has made it. */
    boolean knows(String username) {
        return tokens.containsKey(username);
    }

    /** The account is here too, with the same token: this database is a copy of the other's. */
    public void adopt(RunningBrightline original, String username) {
        tokens.put(username, original.token(username));
    }

    /** Records from now on at this moment. */
    public void now(Instant moment) {
        bean(RecordingClock.class).set(moment);
    }

    public Answer post(String as, String path, Object body) {
        return send(
                as,
                "POST",
                path,
                body,
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    /** Puts the body in place of what is there now. */
    public Answer put(String as, String path, Object body) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Idempotency-Key", UUID.randomUUID().toString());
        versionAt(as, path).ifPresent(seen -> headers.put("If-Match", seen));
        return send(as, "PUT", path, body, headers);
    }

    /** The ETag of what is there now; empty where nothing has been recorded of it. */
    public Optional<String> versionAt(String as, String path) {
        return get(as, path).expect(200).response().headers().firstValue("ETag");
    }

    public Answer edit(String as, String path, long version, Object body) {
        return send(
                as,
                "POST",
                path,
                body,
                Map.of("Idempotency-Key", UUID.randomUUID().toString(), "If-Match", "\"" + version + "\""));
    }

    /** Asks, and asks again for a minute while the rows do not yet hold what the question needs: a busy machine takes its time. */
    public Answer get(String as, String path) {
        Instant end = Instant.now().plus(PATIENCE);
        Answer answer = send(as, "GET", path, null, Map.of());
        while (answer.status() == NOT_YET && Instant.now().isBefore(end)) {
            answer = send(as, "GET", path, null, Map.of());
        }
        return answer;
    }

    /** @param body JSON text, or an object to be written as JSON; null for none */
    public Answer send(String as, String method, String path, @Nullable Object body, Map<String, String> headers) {
        String text = body == null ? null : body instanceof String json ? json : JSON.writeValueAsString(body);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", authorization(as, method, path))
                .header("Accept", "application/json, application/problem+json")
                .method(
                        method,
                        text == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(text));
        if (text != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A token, and where none will do, who has it in person. */
    private String authorization(String as, String method, String path) {
        boolean makesAWayIn = method.equals("POST")
                && (path.equals("/api/commands/accounts")
                        || path.equals("/api/commands/tokens")
                        || path.startsWith("/api/commands/accounts/")
                                && BY_PERSON.matcher(path).find());
        if (!makesAWayIn) {
            return "Bearer " + tokens.get(as);
        }
        String pair = as + ":" + passwords.get(as);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** The clear token of an account, for requests made otherwise. */
    public String token(String username) {
        return java.util.Objects.requireNonNull(tokens.get(username));
    }

    /** An account's first password, for signing in otherwise. */
    public String password(String username) {
        return java.util.Objects.requireNonNull(passwords.get(username));
    }

    @Override
    public void close() {
        context.close();
    }

    /** What came back. */
    public record Answer(int status, String body, HttpResponse<String> response) {
        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** @throws AssertionError with the whole answer if the status is another */
        public Answer expect(int expected) {
            if (status != expected) {
                throw new AssertionError("expected " + expected + ", got " + status + ": " + body);
            }
            return this;
        }
    }
}

package brightline.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running Brightline as its clients see it: over HTTP/1.1, following no redirect. For what need not be quick. */
public final class Api {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI root;
    private final HttpClient http;

    private Api(URI root, HttpClient http) {
        this.root = root;
        this.http = http;
    }

    /** @param root address of the start page */
    public static Api of(URI root) {
        return new Api(
                root,
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build());
    }

    /** What came back; the body as text, empty for none. */
    public record Answer(int status, String body, HttpResponse<String> response) {
        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** The header's first value; empty when there is none. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** @throws IllegalStateException with the whole answer if the status is another */
        public Answer expect(int expected) {
            if (status != expected) {
                throw new IllegalStateException(
                        "%s answered %d, not %d: %s".formatted(response.uri().getPath(), status, expected, body));
            }
            return this;
        }
    }

    /**
     * Sends a request as it is; a body is JSON unless the headers say otherwise.
     *
     * @param token API token; null for none
     */
    public Answer send(
            String method, String path, @Nullable String token, @Nullable String body, Map<String, String> headers) {
        return sendRaw(
                method,
                path,
                token,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
                body == null ? headers : json(headers));
    }

    /** Sends a request as it is, whatever its body. */
    public Answer sendRaw(
            String method, String path, @Nullable String token, BodyPublisher body, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(root.resolve(path)).timeout(PATIENCE).method(method, body);
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        headers.forEach(request::setHeader);
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

    /** A command with a key of its own. */
    public Answer post(String token, String path, Object body) {
        return send(
                "POST",
                path,
                token,
                JSON.writeValueAsString(body),
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    /** Sends a file to be taken in. @param format name of its format */
    public Answer upload(String token, String format, byte[] file) {
        String boundary = UUID.randomUUID().toString();
        String before = ("--%1$s\r\nContent-Disposition: form-data; name=\"format\"\r\n\r\n%2$s\r\n"
                        + "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"file\"\r\n\r\n")
                .formatted(boundary, format);
        return sendRaw(
                "POST",
                "/api/commands/imports",
                token,
                BodyPublishers.concat(
                        BodyPublishers.ofString(before),
                        BodyPublishers.ofByteArray(file),
                        BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")),
                Map.of(
                        "Content-Type",
                        "multipart/form-data;boundary=" + boundary,
                        "Accept",
                        "application/json, application/problem+json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString()));
    }

    public Answer get(String token, String path) {
        return send("GET", path, token, null, Map.of("Accept", "application/json, application/problem+json"));
    }

    private static Map<String, String> json(Map<String, String> headers) {
        Map<String, String> complete = new HashMap<>(headers);
        complete.putIfAbsent("Content-Type", "application/json");
        return complete;
    }

    /** A browser nobody has signed in with, on the sign-in page. */
    public Session visitor() {
        var visiting = new Session(new Api(
                root,
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .cookieHandler(new CookieManager())
                        .build()));
        visiting.readSecret("/sign-in");
        return visiting;
    }

    /**
     * Signs in by the form, as a browser does.
     *
     * @throws IllegalStateException when that is refused
     */
    public Session signIn(String username, String password) {
        Session session = visitor();
        Answer answer = session.send(
                "POST",
                "/sign-in",
                "username=" + encoded(username) + "&password=" + encoded(password),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
        if (answer.expect(302).header("Location").contains("sign-in")) {
            throw new IllegalStateException("Sign-in was refused");
        }
        session.readSecret("/sign-in");
        return session;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A browser's session, with the pages' secret that every change must carry. */
    public static final class Session {
        private static final Pattern SECRET = Pattern.compile("<meta name=\"_csrf\" content=\"([^\"]+)\"");
        private static final Pattern HEADER = Pattern.compile("<meta name=\"_csrf_header\" content=\"([^\"]+)\"");

        private final Api api;
        private @Nullable String secret;
        private @Nullable String header;

        private Session(Api api) {
            this.api = api;
        }

        private void readSecret(String page) {
            String html = api.send("GET", page, null, null, Map.of("Accept", "text/html"))
                    .expect(200)
                    .body();
            secret = found(SECRET, html);
            header = found(HEADER, html);
        }

        private static String found(Pattern pattern, String html) {
            Matcher matcher = pattern.matcher(html);
            if (!matcher.find()) {
                throw new IllegalStateException("The page carries no CSRF token");
            }
            return matcher.group(1);
        }

        /** @param body JSON unless the headers say otherwise; null for none */
        public Answer send(String method, String path, @Nullable String body, Map<String, String> headers) {
            Map<String, String> complete = new HashMap<>(headers);
            complete.put(Objects.requireNonNull(header), Objects.requireNonNull(secret));
            return api.send(method, path, null, body, complete);
        }

        /** As a page of somebody else's would make this browser send it. */
        public Answer withoutSecret(String method, String path, @Nullable String body) {
            return api.send(method, path, null, body, Map.of("Accept", "application/json"));
        }

        /** A command with a key of its own. */
        public Answer post(String path, Object body) {
            return send(
                    "POST",
                    path,
                    JSON.writeValueAsString(body),
                    Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        }

        /** Chooses another password than the first one, on the page where a new account has to; forgets it. */
        public void changePassword(String first) {
            String chosen = UUID.randomUUID().toString();
            Answer answer = send(
                    "POST",
                    "/password",
                    "current=" + encoded(first) + "&chosen=" + chosen + "&repeated=" + chosen,
                    Map.of("Content-Type", "application/x-www-form-urlencoded"));
            answer.expect(302);
            readSecret("/password");
        }

        /** An API token of the signed-in account. */
        public String token(String... scopes) {
            return post("/api/commands/tokens", Map.of("scopes", List.of(scopes), "days", 1))
                    .expect(201)
                    .json()
                    .get("token")
                    .asString();
        }
    }
}

package brightline.standalone.demo;

import brightline.edge.access.Account;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.ApiTokens;
import brightline.edge.access.NewAccount;
import brightline.edge.access.TokenScope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The addresses that people and programs use, for the invented people who use them. Every request has a key of its own that is the
 * same at every try, so that a filling that was cut off goes on where it stopped.
 */
final class DemoDoor implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int CONFLICT = 409;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration LONG_ENOUGH = Duration.ofHours(4);

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final URI base;
    private final HttpClient http;
    private final Map<String, ApiTokens.Issued> issued = new LinkedHashMap<>();

    /** @param base where the running application listens */
    DemoDoor(ApplicationContext context, URI base, HttpClient http) {
        this.accounts = context.getBean(Accounts.class);
        this.tokens = context.getBean(ApiTokens.class);
        this.base = base;
        this.http = http;
    }

    /**
     * Lets somebody in: makes the account where there is none yet, gives it a new password, and a token until {@link #close}.
     *
     * @param officer who signs in with it; null for nobody on the roster
     * @return the password
     */
    String admit(String username, AccountRole role, @Nullable String officer, Set<String> schools) {
        Optional<Account> there = accounts.find(username);
        UUID id;
        String password;
        if (there.isPresent()) {
            id = there.get().id();
            password = accounts.resetPassword(id);
        } else {
            NewAccount made =
                    accounts.create(username, role, officer == null ? null : UUID.fromString(officer), schools);
            id = made.account().id();
            password = made.firstPassword();
        }
        issued.put(username, tokens.issue(id, EnumSet.of(TokenScope.COMMANDS, TokenScope.QUERIES), LONG_ENOUGH));
        return password;
    }

    /** @param key the same at every try */
    JsonNode post(String as, String path, String key, Map<String, Object> body) {
        return accepted(path, send(as, "POST", path, key, body, Optional.empty()));
    }

    /** @param version of the record that was looked at */
    JsonNode edit(String as, String path, String key, long version, Map<String, Object> body) {
        return accepted(path, send(as, "POST", path, key, body, Optional.of(version)));
    }

    /** Puts settings where nothing has been recorded of them, or what was recorded under the same key. */
    void put(String as, String path, String key, Map<String, Object> body) {
        accepted(path, send(as, "PUT", path, key, body, Optional.empty()));
    }

    /**
     * Decides about what follows from a record by itself, as soon as it is there.
     *
     * @param unknown the rule that refuses it before
     * @return false where another rule refuses it: the cause is gone
     */
    boolean decide(String as, String path, String key, Map<String, Object> body, String unknown) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            HttpResponse<String> response = send(as, "POST", path, key, body, Optional.empty());
            if (response.statusCode() != CONFLICT) {
                accepted(path, response);
                return true;
            }
            String type = JSON.readTree(response.body()).path("type").asString("");
            if (!type.endsWith(":" + unknown)) {
                return false;
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException(path + " was answered " + response.body());
            }
            pause();
        }
    }

    JsonNode get(String as, String path) {
        return accepted(path, sent(request(as, path).GET()));
    }

    /** Waits between two looks at what is done beside this. */
    static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Seeding was interrupted", e);
        }
    }

    /** Sends a file to be taken in. @param format name of the format */
    JsonNode upload(String as, String key, String format, String name, byte[] file) {
        String boundary = "demo-agency-boundary";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--%1$s\r\nContent-Disposition: form-data; name=\"format\"\r\n\r\n%2$s\r\n--%1$s\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; filename=\"%3$s\"\r\n"
                        + "Content-Type: application/zip\r\n\r\n")
                .formatted(boundary, format, name)
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(StandardCharsets.UTF_8));
        String path = "/api/commands/imports";
        return accepted(
                path,
                sent(request(as, path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .header("Idempotency-Key", "demo-agency-" + key)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))));
    }

    private HttpResponse<String> send(
            String as, String method, String path, String key, Map<String, Object> body, Optional<Long> version) {
        HttpRequest.Builder request = request(as, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "demo-agency-" + key)
                .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        version.ifPresent(seen -> request.header("If-Match", "\"" + seen + "\""));
        return sent(request);
    }

    private HttpRequest.Builder request(String as, String path) {
        ApiTokens.Issued token = issued.get(as);
        if (token == null) {
            throw new IllegalArgumentException(as + " was not let in");
        }
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token.clear())
                .header("Accept", "application/json, application/problem+json");
    }

    private HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Seeding was interrupted", e);
        }
    }

    private static JsonNode accepted(String path, HttpResponse<String> response) {
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException(path + " was answered " + response.statusCode() + " " + response.body());
        }
        return JSON.readTree(response.body());
    }

    /** The tokens end; the accounts stay. */
    @Override
    public void close() {
        issued.values().forEach(token -> tokens.revoke(token.accountId(), token.id()));
        issued.clear();
    }
}

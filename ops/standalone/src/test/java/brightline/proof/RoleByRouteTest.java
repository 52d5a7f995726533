package brightline.proof;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.benchmark.Api;
import brightline.benchmark.Api.Answer;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.ApiTokens;
import brightline.edge.access.NewAccount;
import brightline.edge.access.Proof;
import brightline.edge.access.RoutePolicy;
import brightline.edge.access.RouteRule;
import brightline.edge.access.TokenScope;
import brightline.scenarios.RunningBrightline;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.HttpMethod;

/**
 * Every route at which somebody may knock, tried over HTTP by nobody and by every account role, by session and where tokens are
 * taken by token. The cases are made from the route policy itself: a route that is added is in the matrix.
 */
class RoleByRouteTest {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?[^{}]*}");
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "DELETE", "PATCH");

    private static @Nullable RunningBrightline running;
    private static final Map<AccountRole, Visitor> visitors = new EnumMap<>(AccountRole.class);

    /** One account: signed in as a browser, and with tokens. */
    private record Visitor(Api.Session session, String token, Map<TokenScope, String> narrow) {}

    @BeforeAll
    static void start(@TempDir Path directory) {
        var brightline = new RunningBrightline(directory);
        running = brightline;
        URI url = URI.create(brightline.url());
        for (AccountRole role : AccountRole.values()) {
            NewAccount made = brightline
                    .bean(Accounts.class)
                    .create(
                            "matrix-" + role.text(),
                            role,
                            role == AccountRole.SRO ? UUID.randomUUID() : null,
                            Set.of());
            Map<TokenScope, String> narrow = new EnumMap<>(TokenScope.class);
            for (TokenScope scope : TokenScope.values()) {
                narrow.put(scope, token(brightline, made, EnumSet.of(scope)));
            }
            visitors.put(
                    role,
                    new Visitor(
                            Api.of(url).signIn(made.account().username(), made.firstPassword()),
                            token(brightline, made, EnumSet.allOf(TokenScope.class)),
                            narrow));
        }
    }

    @AfterAll
    static void stop() {
        if (running != null) {
            running.close();
        }
    }

    private static String token(RunningBrightline brightline, NewAccount made, Set<TokenScope> scopes) {
        return brightline
                .bean(ApiTokens.class)
                .issue(made.account().id(), scopes, Duration.ofHours(1))
                .clear();
    }

    @TestFactory
    Stream<DynamicTest> everybody_at_every_route() {
        List<DynamicTest> matrix = new ArrayList<>();
        for (RouteRule rule : rules()) {
            if (rule.open()) {
                matrix.add(test(rule, "nobody may", () -> mayComeIn(rule, knock(rule, null))));
                continue;
            }
            matrix.add(test(rule, "nobody may not", () -> refused(401, knock(rule, null))));
            for (AccountRole role : AccountRole.values()) {
                boolean may = rule.roles().contains(role);
                matrix.add(test(rule, role.text() + (may ? " may" : " may not"), () -> {
                    Answer bySession = bySession(rule, role);
                    Answer byToken = knock(rule, visitor(role).token());
                    if (may) {
                        mayComeIn(rule, bySession);
                    } else {
                        refused(403, bySession);
                    }
                    TokenScope scope = scopeOf(rule);
                    if (may && scope != null && rule.proof() != Proof.BY_PERSON) {
                        mayComeIn(rule, byToken);
                    } else {
                        refused(403, byToken);
                    }
                }));
            }
        }
        return matrix.stream();
    }

    @TestFactory
    Stream<DynamicTest> a_token_opens_only_what_its_scopes_name() {
        List<DynamicTest> matrix = new ArrayList<>();
        for (RouteRule rule : rules()) {
            AccountRole role = rule.roles().stream().findFirst().orElse(null);
            if (role == null) {
                continue;
            }
            for (TokenScope scope : TokenScope.values()) {
                if (scope != scopeOf(rule)) {
                    matrix.add(test(
                            rule,
                            "a token for " + scope.text() + " may not",
                            () -> refused(
                                    403,
                                    knock(
                                            rule,
                                            Objects.requireNonNull(
                                                    visitor(role).narrow().get(scope))))));
                }
            }
        }
        return matrix.stream();
    }

    @TestFactory
    Stream<DynamicTest> a_session_changes_nothing_without_the_pages_own_secret() {
        return rules().stream()
                .filter(rule -> CHANGING.contains(rule.method().name()))
                .map(rule -> test(rule, "without CSRF token may not", () -> {
                    AccountRole role = rule.roles().stream().findFirst().orElse(AccountRole.SYSADMIN);
                    refused(
                            403,
                            visitor(role).session().withoutSecret(rule.method().name(), pathOf(rule), bodyOf(rule)));
                }));
    }

    @Test
    void what_has_no_rule_is_there_for_nobody() {
        for (String path :
                List.of("/api/commands/nothing", "/api/queries/nothing", "/actuator/env", "/actuator/heapdump")) {
            assertThat(api().send("GET", path, null, null, Map.of()).status())
                    .as(path)
                    .isEqualTo(401);
            for (AccountRole role : AccountRole.values()) {
                Answer answer = api().send("GET", path, visitor(role).token(), null, Map.of());
                assertThat(answer.status()).as("%s at %s", role, path).isEqualTo(404);
            }
        }
    }

    @Test
    void a_made_up_ended_or_garbled_token_is_nobodys() {
        for (String token : List.of("bl_" + "A".repeat(43), "bl_", "", "null", "x".repeat(5_000), "bl_é")) {
            Answer answer = api().send("GET", "/api/commands/tokens", token, null, Map.of());
            assertThat(answer.status()).as(token).isIn(400, 401);
        }
    }

    private static DynamicTest test(RouteRule rule, String what, org.junit.jupiter.api.function.Executable check) {
        return DynamicTest.dynamicTest(rule.method() + " " + rule.pattern() + ": " + what, check);
    }

    private static void mayComeIn(RouteRule rule, Answer answer) {
        assertThat(answer.status())
                .as("%s %s: %s", rule.method(), rule.pattern(), answer.body())
                .isNotIn(401, 403)
                .isLessThan(500);
    }

    private static void refused(int status, Answer answer) {
        if (status == 401 && answer.status() == 302) {
            assertThat(answer.header("Location")).endsWith("/sign-in");
            return;
        }
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    }

    private static Answer bySession(RouteRule rule, AccountRole role) {
        return visitor(role).session().send(rule.method().name(), pathOf(rule), bodyOf(rule), headers(rule));
    }

    /** @param token null for nobody */
    private static Answer knock(RouteRule rule, @Nullable String token) {
        if (rule.open() && CHANGING.contains(rule.method().name())) {
            return Api.of(URI.create(brightline().url()))
                    .visitor()
                    .send(rule.method().name(), pathOf(rule), bodyOf(rule), headers(rule));
        }
        return api().send(rule.method().name(), pathOf(rule), token, bodyOf(rule), headers(rule));
    }

    private static Map<String, String> headers(RouteRule rule) {
        Map<String, String> headers = new java.util.TreeMap<>();
        headers.put(
                "Accept", rule.pattern().startsWith("/api/") ? "application/json, application/problem+json" : "*/*");
        if (CHANGING.contains(rule.method().name())) {
            headers.put("Idempotency-Key", UUID.randomUUID().toString());
            headers.put("If-Match", "\"0\"");
        }
        return headers;
    }

    private static @Nullable String bodyOf(RouteRule rule) {
        return rule.method().equals(HttpMethod.POST) || rule.method().equals(HttpMethod.PUT) ? "{}" : null;
    }

    /** A path of the pattern: nothing has these ids, so what may come in finds nothing or is told what is missing. */
    private static String pathOf(RouteRule rule) {
        Matcher variable = VARIABLE.matcher(rule.pattern());
        return variable.replaceAll(_ -> UUID.randomUUID().toString())
                .replace("**", "x")
                .replace("*", "x");
    }

    private static @Nullable TokenScope scopeOf(RouteRule rule) {
        String pattern = rule.pattern();
        if (pattern.startsWith("/api/commands")) {
            return TokenScope.COMMANDS;
        }
        if (pattern.startsWith("/api/queries") || pattern.startsWith("/v3/")) {
            return TokenScope.QUERIES;
        }
        return pattern.startsWith("/actuator/prometheus") ? TokenScope.METRICS : null;
    }

    private static List<RouteRule> rules() {
        List<RouteRule> rules = brightline().bean(RoutePolicy.class).rules();
        assertThat(rules).hasSizeGreaterThan(15);
        return rules;
    }

    private static Visitor visitor(AccountRole role) {
        return Objects.requireNonNull(visitors.get(role));
    }

    private static Api api() {
        return Api.of(URI.create(brightline().url()));
    }

    private static RunningBrightline brightline() {
        return Objects.requireNonNull(running);
    }
}

package brightline.proof;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import brightline.benchmark.Api;
import brightline.benchmark.Api.Answer;
import brightline.benchmark.Api.Session;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.ApiTokens;
import brightline.edge.access.NewAccount;
import brightline.edge.access.TokenScope;
import brightline.scenarios.RunningBrightline;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts and their tokens over HTTP: who makes them, who ends them, and what a token may never do. */
class AccountsAndTokensTest {
    private static @Nullable RunningBrightline running;
    private static @Nullable NewAccount sysadmin;
    private static @Nullable Session person;

    @BeforeAll
    static void start(@TempDir Path directory) {
        var brightline = new RunningBrightline(directory);
        running = brightline;
        NewAccount made = account(AccountRole.SYSADMIN);
        sysadmin = made;
        person = session(made);
    }

    @AfterAll
    static void stop() {
        if (running != null) {
            running.close();
        }
    }

    private static NewAccount account(AccountRole role) {
        return brightline().bean(Accounts.class).create("a-" + UUID.randomUUID(), role, null, Set.of());
    }

    private static Session session(NewAccount account) {
        return api().signIn(account.account().username(), account.firstPassword());
    }

    /** A token from a token, or from an account that a token made, would outlive its owner's password. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/commands/tokens",
                "/api/commands/accounts",
                "/api/commands/accounts/00000000-0000-4000-8000-000000000001/password-resets",
                "/api/commands/accounts/00000000-0000-4000-8000-000000000001/second-factor-resets"
            })
    void a_token_makes_no_token_no_account_and_no_password(String path) {
        String token = brightline()
                .bean(ApiTokens.class)
                .issue(
                        Objects.requireNonNull(sysadmin).account().id(),
                        EnumSet.allOf(TokenScope.class),
                        Duration.ofHours(1))
                .clear();
        Answer answer = api().post(token, path, Map.of("username", "another", "role", "sysadmin"));
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("urn:brightline:problem:not-by-token");
    }

    @Test
    void a_sysadmin_sees_the_tokens_of_an_account_and_ends_one() {
        NewAccount analyst = account(AccountRole.ANALYST);
        String token = session(analyst).token("queries");
        String path = "/api/commands/accounts/" + analyst.account().id() + "/tokens";
        assertThat(api().get(token, "/api/queries/involvements").status()).isEqualTo(200);
        Answer listed = person().send("GET", path, null, Map.of()).expect(200);
        assertThat(listed.json()).hasSize(1);
        assertThat(listed.body()).doesNotContain(token);
        String id = listed.json().get(0).get("id").asString();
        person().send("DELETE", path + "/" + id, null, Map.of()).expect(204);
        await().atMost(60, SECONDS)
                .untilAsserted(() -> assertThat(
                                api().get(token, "/api/queries/involvements").status())
                        .isEqualTo(401));
    }

    @Test
    void a_token_is_never_wider_than_its_accounts_role_and_there_are_twenty_at_most() {
        Session analyst = session(account(AccountRole.ANALYST));
        Answer wider = analyst.post("/api/commands/tokens", Map.of("scopes", List.of("queries", "metrics")));
        assertThat(wider.status()).isEqualTo(400);
        assertThat(wider.body()).contains("wider-than-role");
        for (int n = 0; n < ApiTokens.MOST; n++) {
            analyst.token("queries");
        }
        Answer oneMore = analyst.post("/api/commands/tokens", Map.of("scopes", List.of("queries")));
        assertThat(oneMore.status()).isEqualTo(409);
        assertThat(oneMore.body()).contains("urn:brightline:problem:too-many-tokens");
    }

    @Test
    void an_account_of_no_school_or_an_unknown_officer_is_refused_and_the_list_stays_whole() {
        Answer refused = person().post(
                        "/api/commands/accounts",
                        Map.of(
                                "username",
                                "b-" + UUID.randomUUID(),
                                "role",
                                "sro",
                                "officer",
                                UUID.randomUUID(),
                                "schools",
                                Arrays.asList("MAR", null)));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("\"/schools/1\"", "\"/officer\"", "unknown-officer");
        person().send("GET", "/api/commands/accounts", null, Map.of()).expect(200);
    }

    private static Session person() {
        return Objects.requireNonNull(person);
    }

    private static Api api() {
        return Api.of(URI.create(brightline().url()));
    }

    private static RunningBrightline brightline() {
        return Objects.requireNonNull(running);
    }
}

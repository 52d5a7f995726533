package brightline.proof;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import brightline.benchmark.Api;
import brightline.benchmark.Api.Answer;
import brightline.benchmark.Api.Session;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.NewAccount;
import brightline.scenarios.RunningBrightline;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** While one person keeps accounts alone, what that person gives acts at once, is marked, and waits for the next who comes. */
class AccountsByOneTest {
    private static final String ACCOUNTS = "/api/commands/accounts";

    @TempDir
    private Path directory;

    @Test
    void gives_alone_what_the_next_confirms_or_takes_away_and_never_closes_the_last_door() {
        try (var brightline = new RunningBrightline(directory)) {
            Api api = Api.of(URI.create(brightline.url()));
            NewAccount first = brightline.bean(Accounts.class).create("first", AccountRole.SYSADMIN, null, Set.of());
            Session alone = api.signIn("first", first.firstPassword());
            assertRefused(alone.post(ACCOUNTS + "/" + first.account().id() + "/closings", Map.of()), "last-sysadmin");

            JsonNode auditor = make(alone, "auditor");
            JsonNode clerk = make(alone, "clerk");
            for (JsonNode made : new JsonNode[] {auditor, clerk}) {
                assertThat(made.at("/account/enabled").asBoolean()).isTrue();
                assertThat(made.at("/account/waiting/0/alone").asBoolean()).isTrue();
            }
            Session asAuditor = signIn(api, auditor);
            Session asClerk = signIn(api, clerk);
            String token = asClerk.token("queries");
            assertThat(asAuditor.send("GET", "/cases", null, Map.of()).status()).isEqualTo(200);
            assertRefused(alone.post(path(auditor, "grants"), Map.of()), "second-person");

            Session second = signIn(api, make(alone, "sysadmin"));
            second.post(path(auditor, "grants"), Map.of()).expect(200);
            second.post(path(clerk, "refusals"), Map.of()).expect(200);
            await().atMost(5, SECONDS).untilAsserted(() -> {
                assertThat(asClerk.send("GET", "/", null, Map.of()).status()).isEqualTo(302);
                assertThat(api.get(token, "/api/queries/inbox").status()).isEqualTo(401);
            });
            assertThat(asAuditor.send("GET", "/cases", null, Map.of()).status()).isEqualTo(200);
            JsonNode left = alone.send("GET", ACCOUNTS, null, Map.of()).json();
            left.forEach(one -> assertThat(one.get("waiting").size())
                    .as(one.get("role").asString())
                    .isEqualTo(
                            one.get("role").asString().equals("sysadmin")
                                            && !one.get("username").asString().equals("first")
                                    ? 1
                                    : 0));
        }
    }

    private static JsonNode make(Session by, String role) {
        return by.post(ACCOUNTS, Map.of("username", "made-" + UUID.randomUUID(), "role", role))
                .expect(201)
                .json();
    }

    private static Session signIn(Api api, JsonNode made) {
        return api.signIn(
                made.at("/account/username").asString(),
                made.get("firstPassword").asString());
    }

    private static String path(JsonNode made, String what) {
        return ACCOUNTS + "/" + made.at("/account/id").asString() + "/" + what;
    }

    private static void assertRefused(Answer answer, String rule) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).contains("urn:brightline:problem:" + rule);
    }
}

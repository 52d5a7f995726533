package brightline.edge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import brightline.edge.TestDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Outside a demonstration a password that the system made opens one page. */
class FirstPasswordTest {
    @Test
    void opens_nothing_else_to_its_session_and_does_not_bar_tokens() {
        try (var context = SampleApp.start(
                TestDatabase.fresh(), SampleApp.Application.class, "brightline.access.second-factor=offered")) {
            Accounts accounts = context.getBean(Accounts.class);
            NewAccount account = accounts.create("officer", AccountRole.SRO, null, Set.of());
            Client browser = SampleApp.client(context);
            browser.signIn(account);
            assertThat(browser.get("/entry").headers().firstValue("Location")).hasValue("/password");
            HttpResponse<String> api = browser.get("/api/queries/me");
            assertThat(api.statusCode()).isEqualTo(403);
            assertThat(api.body()).contains("urn:brightline:problem:password-must-be-changed", "/password");
            assertThat(browser.get("/actuator/health").statusCode()).isEqualTo(200);
            assertThat(browser.form("/sign-out", "_csrf=" + Client.encoded(browser.csrf("/sign-in")))
                            .headers()
                            .firstValue("Location"))
                    .hasValue("/sign-in?signed-out");
            ApiTokens.Issued token = context.getBean(ApiTokens.class)
                    .issue(account.account().id(), Set.of(TokenScope.QUERIES), Duration.ofHours(1));
            assertThat(SampleApp.client(context)
                            .token(token.clear())
                            .get("/api/queries/me")
                            .statusCode())
                    .isEqualTo(200);

            assertThat(accounts.changePassword(
                            account.account().id(), account.firstPassword(), "harbor lantern tuesday"))
                    .isInstanceOf(Verification.Accepted.class);
            Client again = SampleApp.client(context);
            again.signIn("officer", "harbor lantern tuesday");
            assertThat(again.get("/api/queries/me").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void is_followed_by_a_second_factor_before_anything_else() {
        try (var context = SampleApp.start(TestDatabase.fresh(), SampleApp.Application.class)) {
            Accounts accounts = context.getBean(Accounts.class);
            NewAccount account = accounts.create("officer", AccountRole.SRO, null, Set.of());
            UUID id = account.account().id();
            Client browser = SampleApp.client(context);
            browser.signIn(account);
            assertThat(browser.get("/second-factor").headers().firstValue("Location"))
                    .as("one after the other")
                    .hasValue("/password");
            accounts.changePassword(id, account.firstPassword(), "harbor lantern tuesday");
            browser.signIn("officer", "harbor lantern tuesday");
            assertThat(browser.get("/entry").headers().firstValue("Location")).hasValue("/second-factor");
            assertThat(browser.get("/api/queries/me").body())
                    .contains("urn:brightline:problem:second-factor-needed", "/second-factor");
            ApiTokens.Issued token =
                    context.getBean(ApiTokens.class).issue(id, Set.of(TokenScope.QUERIES), Duration.ofHours(1));
            assertThat(SampleApp.client(context)
                            .token(token.clear())
                            .get("/api/queries/me")
                            .statusCode())
                    .isEqualTo(200);

            OldProofs.of(context, id);
            assertThat(browser.get("/second-factor").headers().firstValue("Location"))
                    .as("after a long lunch")
                    .hasValue("/confirm-it-is-you");
            assertThat(browser.form(
                                    "/confirm-it-is-you",
                                    "proof=harbor+lantern+tuesday&_csrf="
                                            + Client.encoded(browser.csrf("/confirm-it-is-you")))
                            .body())
                    .isEqualTo("Shown[page=/second-factor]");
            String page = browser.get("/second-factor").body();
            Authenticator phone = Authenticator.of(page);
            String csrf = Client.encoded(page.substring("csrf=".length(), page.indexOf(' ')));
            assertThat(browser.form("/second-factor", "code=" + phone.code()).statusCode())
                    .as("without the form's token")
                    .isEqualTo(403);
            assertThat(browser.form("/second-factor", "code=" + phone.wrong() + "&_csrf=" + csrf)
                            .body())
                    .isEqualTo("wrong");
            String before = browser.sessionId();
            assertThat(browser.form("/second-factor", "code=" + phone.code() + "&_csrf=" + csrf)
                            .body())
                    .isEqualTo("enrolled");
            assertThat(browser.sessionId()).isNotEqualTo(before);
            assertThat(browser.get("/api/queries/me").statusCode()).isEqualTo(200);
            Client again = SampleApp.client(context);
            assertThat(again.signIn("officer", "harbor lantern tuesday")
                            .headers()
                            .firstValue("Location"))
                    .hasValue("/sign-in/code");
        }
    }

    /** The system administrator gave out another one meanwhile, because somebody else may know the old one. */
    @Test
    void is_not_replaced_by_who_knew_the_one_before_it() throws Exception {
        try (var context = SampleApp.start(TestDatabase.fresh(), SampleApp.Application.class);
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            Accounts accounts = context.getBean(Accounts.class);
            NewAccount account = accounts.create("officer", AccountRole.SRO, null, Set.of());
            Passwords passwords = context.getBean(Passwords.class);
            var first = new CountDownLatch(1);
            var second = new CountDownLatch(1);
            int threads = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, Passwords.MOST_AT_ONCE);
            takeThreads(people, passwords, threads, first);
            untilWaiting(passwords, 0);
            Future<Verification> change = people.submit(() ->
                    accounts.changePassword(account.account().id(), account.firstPassword(), "harbor lantern tuesday"));
            untilWaiting(passwords, 1);
            takeThreads(people, passwords, threads, second);
            untilWaiting(passwords, threads + 1);
            first.countDown();
            // The old one was right; the new one waits to be hashed.
            untilWaiting(passwords, 1);
            assertThat(change.isDone()).isFalse();
            JdbcClient.create(context.getBean(DataSource.class))
                    .sql("update access.account set credential_version = credential_version + 1")
                    .update();
            second.countDown();
            assertThat(change.get()).isInstanceOf(Verification.Refused.class);
            assertThat(accounts.verify("officer", "harbor lantern tuesday")).isInstanceOf(Verification.Refused.class);
        }
    }

    private static void takeThreads(ExecutorService people, Passwords passwords, int many, CountDownLatch until) {
        for (int i = 0; i < many; i++) {
            people.submit(() ->
                    passwords.onItsThread(Passwords.Who.STRANGER, Patience.of(Duration.ofMinutes(1)), () -> {
                        try {
                            return until.await(1, TimeUnit.MINUTES);
                        } catch (InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    }));
        }
    }

    private static void untilWaiting(Passwords passwords, int many) {
        await().atMost(Duration.ofMinutes(1)).until(() -> passwords.waiting() == many);
    }

    @ParameterizedTest
    @CsvSource({
        "short,TOO_SHORT",
        "harbor lantern tuesday,",
        "aaaabbbbccccdddd,TOO_PLAIN",
        "the one before it,SAME",
        "officer officer officer,HOLDS_USERNAME"
    })
    void is_followed_by_one_that_keeps_the_rules(String chosen, OwnPassword.Fault fault) {
        assertThat(PasswordRules.faultOf(chosen, "officer", "the one before it"))
                .isEqualTo(fault);
        assertThat(PasswordRules.faultOf("x".repeat(300), "officer", "")).isEqualTo(OwnPassword.Fault.TOO_LONG);
    }
}

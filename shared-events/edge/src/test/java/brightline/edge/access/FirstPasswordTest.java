package brightline.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.TestDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Outside a demonstration a password that the system made opens one page. */
class FirstPasswordTest {
    @Test
    void opens_nothing_else_to_its_session_and_does_not_bar_tokens() {
        try (var context = SampleApp.start(TestDatabase.fresh(), SampleApp.Application.class)) {
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

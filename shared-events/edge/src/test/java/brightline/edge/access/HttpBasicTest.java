package brightline.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.TestDatabase;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HttpBasicTest {
    @Test
    void is_refused_outside_demonstrations_and_sessions_are_bounded_and_secure_under_tls() throws InterruptedException {
        try (var context = SampleApp.start(
                TestDatabase.fresh(),
                SampleApp.Application.class,
                "brightline.session.longest=1s",
                "brightline.tls=true")) {
            NewAccount account = context.getBean(Accounts.class).create("sro", AccountRole.SRO, null, Set.of());
            assertThat(SampleApp.client(context)
                            .basic(account)
                            .get("/api/queries/me")
                            .statusCode())
                    .isEqualTo(401);
            HttpResponse<String> page = SampleApp.client(context).get("/sign-in");
            assertThat(page.headers().firstValue("Set-Cookie"))
                    .hasValueSatisfying(cookie -> assertThat(cookie)
                            .startsWith("__Host-brightline-csrf=")
                            .contains("Secure", "Path=/", "HttpOnly", "SameSite=Strict"));
        }
    }

    @Test
    void a_session_ends_after_its_longest_time_however_busy() throws InterruptedException {
        try (var context = SampleApp.start(
                TestDatabase.fresh(),
                SampleApp.Application.class,
                "brightline.demo=true",
                "brightline.session.longest=3s")) {
            NewAccount account = context.getBean(Accounts.class).create("sro", AccountRole.SRO, null, Set.of());
            Client browser = SampleApp.client(context);
            browser.signIn(account);
            assertThat(browser.get("/api/queries/me").statusCode()).isEqualTo(200);
            Thread.sleep(3_000);
            assertThat(browser.get("/api/queries/me").statusCode()).isEqualTo(401);
        }
    }
}

package brightline.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.TestDatabase;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.catalina.Context;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

class SessionsTest {
    private final SampleApp app = SampleApp.running().forgetful();

    /** As the container has them, whoever opened them. */
    private static int open(ConfigurableApplicationContext context) {
        var server =
                (TomcatWebServer) Objects.requireNonNull(((ServletWebServerApplicationContext) context).getWebServer());
        return ((Context) server.getTomcat().getHost().findChildren()[0])
                .getManager()
                .getActiveSessions();
    }

    private NewAccount account() {
        return app.accounts().create("s-" + UUID.randomUUID(), AccountRole.SRO, null, Set.of());
    }

    @Test
    void are_not_opened_for_who_has_not_signed_in_nor_for_programs() {
        int before = open(app.context);
        Client visitor = app.client();
        for (String path :
                List.of("/sign-in", "/", "/entry?school=MAR", "/no-such-page", "/api/queries/me", "/assets/x")) {
            visitor.get(path);
        }
        visitor.signIn("nobody-" + UUID.randomUUID(), "wrong");
        visitor.form("/sign-out", "");
        visitor.post("/api/commands/contacts", "{}");
        NewAccount account = app.account(AccountRole.SRO);
        Client script = app.client().basic(account);
        assertThat(script.get("/").statusCode()).isEqualTo(200);
        assertThat(script.get("/entry").statusCode()).isEqualTo(200);
        assertThat(script.get("/no-such-page").statusCode()).isEqualTo(404);
        Client program = app.client()
                .token(app.tokens()
                        .issue(account.account().id(), EnumSet.allOf(TokenScope.class), Duration.ofHours(1))
                        .clear());
        assertThat(program.get("/entry").statusCode()).isEqualTo(403);
        assertThat(program.get("/api/queries/me").statusCode()).isEqualTo(200);
        assertThat(open(app.context)).isEqualTo(before);
    }

    @Test
    void of_an_account_are_ten_at_most_and_the_oldest_ends() {
        NewAccount account = account();
        List<Client> browsers = new ArrayList<>();
        for (int i = 0; i <= OpenSessions.PER_ACCOUNT; i++) {
            Client browser = app.client();
            browser.signIn(account);
            browsers.add(browser);
        }
        assertThat(browsers.stream()
                        .map(browser -> browser.get("/api/queries/me").statusCode()))
                .startsWith(401, 200)
                .filteredOn(status -> status == 200)
                .hasSize(OpenSessions.PER_ACCOUNT);
    }

    @Test
    void of_all_have_an_end_and_only_new_ones_are_turned_away() {
        try (var context = SampleApp.start(
                TestDatabase.fresh(),
                SampleApp.Application.class,
                "brightline.demo=true",
                "brightline.session.most=2")) {
            Accounts accounts = context.getBean(Accounts.class);
            NewAccount ada = accounts.create("ada", AccountRole.SRO, null, Set.of());
            NewAccount ben = accounts.create("ben", AccountRole.SRO, null, Set.of());
            Client first = SampleApp.client(context);
            Client second = SampleApp.client(context);
            first.signIn(ada);
            second.signIn(ada);
            assertThat(context.getBean(OpenSessions.class).count()).isEqualTo(2);
            Client third = SampleApp.client(context);
            HttpResponse<String> page = third.signIn(ben);
            assertThat(page.headers().firstValue("Location")).hasValue("/sign-in?busy");
            HttpResponse<String> problem = third.send(third.request("/sign-in")
                    .header("Accept", "application/json")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                            "username=ben&password=x&_csrf=" + Client.encoded(third.csrf("/sign-in")))));
            assertThat(problem.statusCode()).isEqualTo(429);
            assertThat(problem.headers().firstValue("Retry-After")).hasValue("5");
            assertThat(first.get("/api/queries/me").statusCode()).isEqualTo(200);

            first.form("/sign-out", "_csrf=" + Client.encoded(first.csrf("/")));
            assertThat(context.getBean(OpenSessions.class).count()).isEqualTo(1);
            assertThat(third.signIn(ben).headers().firstValue("Location")).hasValue("/");
            assertThat(open(context)).isEqualTo(2);
        }
    }
}

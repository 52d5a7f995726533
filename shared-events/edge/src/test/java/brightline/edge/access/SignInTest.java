package brightline.edge.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.TestDatabase;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignInTest {
    private static final String CONTACT = """
            {"school":"MAR","at":"2026-03-02T10:15:00Z","students":[]}""";
    private final SampleApp app = SampleApp.running().forgetful();

    private NewAccount account(AccountRole role) {
        return app.accounts().create("u-" + UUID.randomUUID(), role, UUID.randomUUID(), Set.of());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void opens_a_session_under_a_new_id_that_scripts_cannot_read() {
        Client browser = app.client();
        HttpResponse<String> answer = browser.signIn(app.account(AccountRole.SRO));
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).isEqualTo("/");
        assertThat(answer.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("brightline="))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie)
                        .contains("HttpOnly", "SameSite=Strict", "Path=/")
                        .doesNotContain("Domain"));
        assertThat(browser.get("/api/queries/me").statusCode()).isEqualTo(200);
        String before = browser.sessionId();
        browser.signIn(app.account(AccountRole.ANALYST));
        assertThat(browser.sessionId()).isNotEqualTo(before);
        assertThat(browser.get("/api/queries/me").body()).contains("\"analyst\"");
    }

    @Test
    void returns_to_the_page_that_was_asked_for() {
        Client browser = app.client();
        browser.get("/entry?school=MAR&from=2026-03-02");
        assertThat(location(browser.signIn(app.account(AccountRole.SRO))))
                .isEqualTo("/entry?school=MAR&from=2026-03-02");
        assertThat(location(browser.signIn(app.account(AccountRole.SRO))))
                .as("once")
                .isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "http://evil.example/", "/\\evil.example", "/a\r\nSet-Cookie: x=y", "evil", ""
            })
    void returns_nowhere_else_whatever_the_cookie_says(String page) {
        Client browser = app.client();
        String csrf = browser.csrf("/sign-in");
        browser.cookie(
                "brightline-next", Base64.getUrlEncoder().withoutPadding().encodeToString(page.getBytes(UTF_8)));
        NewAccount account = app.account(AccountRole.SRO);
        HttpResponse<String> answer = browser.form(
                "/sign-in",
                "username=" + account.account().username() + "&password=" + account.firstPassword() + "&_csrf="
                        + Client.encoded(csrf));
        assertThat(location(answer)).isEqualTo("/");
    }

    @Test
    void with_a_wrong_password_says_only_that_it_failed() {
        NewAccount account = account(AccountRole.SRO);
        HttpResponse<String> wrong = app.client().signIn(account.account().username(), "wrong");
        HttpResponse<String> unknown = app.client().signIn("nobody-" + UUID.randomUUID(), "wrong");
        assertThat(location(wrong)).endsWith("/sign-in?error");
        assertThat(location(unknown)).endsWith("/sign-in?error");
    }

    @Test
    void without_the_forms_token_is_refused() {
        HttpResponse<String> answer = app.client().form("/sign-in", "username=a&password=b");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).endsWith("/sign-in");
    }

    @Test
    void forgets_failures_once_it_succeeds() {
        NewAccount account = account(AccountRole.SRO);
        String username = account.account().username();
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 3; i++) {
                app.accounts().verify(username, "wrong");
            }
            assertThat(app.accounts().verify(username, account.firstPassword()))
                    .isInstanceOf(Verification.Accepted.class);
        }
    }

    @Test
    void a_session_writes_only_with_its_token() {
        Client browser = app.client();
        browser.signIn(app.account(AccountRole.SRO));
        HttpResponse<String> without = browser.post("/api/commands/contacts", CONTACT);
        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(without.body()).contains("urn:brightline:problem:csrf");
        assertThat(browser.post("/api/commands/contacts", CONTACT, "X-CSRF-TOKEN", browser.csrf("/"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_session_does_not_speak_for_a_request_with_a_false_header() {
        Client browser = app.client();
        browser.signIn(app.account(AccountRole.SRO));
        for (String header : new String[] {"Bearer bl_x", "Basic eDp5", "Negotiate abc", "Bearer"}) {
            browser.authorized(header);
            assertThat(browser.post("/api/commands/contacts", CONTACT).statusCode())
                    .as(header)
                    .isEqualTo(401);
        }
    }

    @Test
    void signing_out_ends_the_session() {
        Client browser = app.client();
        browser.signIn(app.account(AccountRole.SRO));
        assertThat(browser.form("/sign-out", "").statusCode()).isEqualTo(403);
        HttpResponse<String> answer = browser.form("/sign-out", "_csrf=" + Client.encoded(browser.csrf("/")));
        assertThat(location(answer)).endsWith("/sign-in?signed-out");
        assertThat(browser.get("/api/queries/me").statusCode()).isEqualTo(401);
    }

    @Test
    void closing_an_account_ends_its_sessions_within_five_seconds() throws InterruptedException {
        NewAccount account = account(AccountRole.ANALYST);
        Client browser = app.client();
        browser.signIn(account);
        assertThat(browser.get("/api/queries/figures").statusCode()).isEqualTo(200);
        app.jdbc()
                .sql("update access.account set enabled = false where id = :id")
                .param("id", account.account().id())
                .update();
        Thread.sleep(Accounts.FRESH);
        assertThat(browser.get("/api/queries/figures").statusCode()).isEqualTo(401);
    }

    @Test
    void a_new_role_acts_in_a_running_session() {
        NewAccount account = account(AccountRole.ANALYST);
        Client browser = app.client();
        browser.signIn(account);
        app.accounts().assign(account.account().id(), AccountRole.SRO, null, Set.of("MAR"));
        assertThat(browser.get("/api/queries/figures").statusCode()).isEqualTo(403);
        assertThat(browser.get("/api/queries/me").body()).contains("\"sro\"", "MAR", "\"officerId\":null");
    }

    @Test
    void a_changed_password_ends_sessions_and_remembered_basic_credentials() {
        NewAccount account = account(AccountRole.ANALYST);
        Client browser = app.client();
        browser.signIn(account);
        Client script = app.client().basic(account);
        assertThat(script.get("/api/queries/me").statusCode()).isEqualTo(200);
        assertThat(app.accounts().changePassword(account.account().id(), "wrong", "a long enough one"))
                .isInstanceOf(Verification.Refused.class);
        assertThat(app.accounts().changePassword(account.account().id(), account.firstPassword(), "a long enough one"))
                .isInstanceOf(Verification.Accepted.class);
        assertThat(browser.get("/api/queries/me").statusCode()).isEqualTo(401);
        assertThat(script.get("/api/queries/me").statusCode()).isEqualTo(401);
        assertThat(app.accounts().find(account.account().id()))
                .hasValueSatisfying(
                        changed -> assertThat(changed.mustChangePassword()).isFalse());
    }

    /** Where a hash costs what it costs, for what would not be seen where it costs little. */
    @Test
    void by_http_basic_is_remembered_so_that_a_call_costs_no_hash_and_passwords_are_kept_as_pinned_argon2id_only() {
        TestDatabase database = TestDatabase.fresh();
        try (var context = SampleApp.start(
                database, SampleApp.Application.class, "brightline.demo=true", QuickPasswords.IN_EARNEST + "=true")) {
            NewAccount account =
                    context.getBean(Accounts.class).create("analyst", AccountRole.ANALYST, null, Set.of("MAR"));
            Client script = SampleApp.client(context).basic(account);
            script.get("/api/queries/me");
            long before = System.nanoTime();
            for (int i = 0; i < 20; i++) {
                assertThat(script.get("/api/queries/me").statusCode()).isEqualTo(200);
            }
            assertThat((System.nanoTime() - before) / 20).isLessThan(100_000_000L);
            assertThat(SampleApp.client(context)
                            .basic("analyst", "wrong")
                            .get("/api/queries/me")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(JdbcClient.create(database.dataSource())
                            .sql("select password_hash from access.account")
                            .query(String.class)
                            .list())
                    .isNotEmpty()
                    .allMatch(
                            hash -> hash.matches(
                                    "\\{argon2id}\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}"));
        }
    }
}

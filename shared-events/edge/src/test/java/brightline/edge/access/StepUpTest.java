package brightline.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;

/** What matters most is done only by who has lately shown who they are. */
class StepUpTest {
    private final SampleApp app = SampleApp.running().forgetful();
    private final NewAccount account =
            app.accounts().create("p-" + UUID.randomUUID(), AccountRole.SYSADMIN, null, Set.of());
    private final UUID id = account.account().id();
    private final Client browser = app.client();

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse(answer.statusCode() + "");
    }

    private HttpResponse<String> close() {
        return browser.post("/api/commands/closings", "{}", "X-CSRF-TOKEN", browser.csrf("/"));
    }

    private String confirm(String proof) {
        return browser.form(
                        "/confirm-it-is-you",
                        "proof=" + Client.encoded(proof) + "&_csrf="
                                + Client.encoded(browser.csrf("/confirm-it-is-you")))
                .body();
    }

    @Test
    void is_shown_by_signing_in_and_later_by_the_password_again() {
        browser.signIn(account);
        assertThat(close().body()).isEqualTo("closed");
        assertThat(browser.get("/pair?of=7").body()).isEqualTo("two students");
        OldProofs.of(app.context, id);
        HttpResponse<String> refused = close();
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("urn:brightline:problem:step-up-needed", "/confirm-it-is-you");
        assertThat(browser.get("/api/queries/me").statusCode())
                .as("all else goes on")
                .isEqualTo(200);
        assertThat(location(browser.get("/pair?of=7"))).isEqualTo("/confirm-it-is-you");
        assertThat(confirm("wrong")).isEqualTo("Wrong[]");
        assertThat(close().statusCode()).isEqualTo(403);
        String before = browser.sessionId();
        assertThat(confirm(account.firstPassword())).isEqualTo("Shown[page=/pair?of=7]");
        assertThat(browser.sessionId()).isNotEqualTo(before);
        assertThat(close().body()).isEqualTo("closed");
    }

    @Test
    void is_shown_in_one_session_for_that_session_alone() {
        Client elsewhere = app.client();
        browser.signIn(account);
        elsewhere.signIn(account);
        OldProofs.of(app.context, id);
        confirm(account.firstPassword());
        assertThat(close().statusCode()).isEqualTo(200);
        assertThat(location(elsewhere.get("/pair"))).isEqualTo("/confirm-it-is-you");
    }

    @Test
    void takes_a_code_and_no_password_of_who_has_a_second_factor() {
        String secret = OneTimeCodes.newSecret();
        var phone = new Authenticator(secret);
        app.context.getBean(SecondFactors.class).enrol(id, secret, phone.code(-1));
        browser.signIn(account);
        browser.form("/sign-in/code", "code=" + phone.code() + "&_csrf=" + Client.encoded(browser.csrf("/sign-in")));
        OldProofs.of(app.context, id);
        assertThat(confirm(account.firstPassword())).isEqualTo("Wrong[]");
        assertThat(confirm(phone.code(1))).isEqualTo("Shown[page=null]");
        assertThat(close().statusCode()).isEqualTo(200);
        OldProofs.of(app.context, id);
        assertThat(confirm(phone.code(1))).as("once").isEqualTo("Wrong[]");
    }

    @Test
    void counts_wrong_ones_like_wrong_sign_ins() {
        browser.signIn(account);
        for (int i = 0; i < SignInGuard.WRONG_PER_PAIR; i++) {
            assertThat(confirm("wrong")).isEqualTo("Wrong[]");
        }
        assertThat(confirm(account.firstPassword())).startsWith("Later[");
    }

    @Test
    void is_not_shown_without_the_forms_token() {
        browser.signIn(account);
        OldProofs.of(app.context, id);
        assertThat(browser.form("/confirm-it-is-you", "proof=" + account.firstPassword())
                        .statusCode())
                .isEqualTo(403);
        assertThat(close().statusCode()).isEqualTo(403);
    }

    @Test
    void is_not_shown_for_somebodys_session_by_the_password_of_another() {
        NewAccount other = app.accounts().create("p-" + UUID.randomUUID(), AccountRole.SYSADMIN, null, Set.of());
        browser.signIn(account);
        OldProofs.of(app.context, id);
        browser.basic(other);
        assertThat(browser.form("/confirm-it-is-you", "proof=" + other.firstPassword())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void is_shown_with_each_request_by_who_carries_a_password_or_a_token() {
        assertThat(app.client()
                        .basic(account)
                        .post("/api/commands/closings", "{}")
                        .statusCode())
                .isEqualTo(200);
        String token = app.tokens()
                .issue(id, Set.of(TokenScope.COMMANDS), Duration.ofHours(1))
                .clear();
        assertThat(app.client()
                        .token(token)
                        .post("/api/commands/closings", "{}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(app.client().token(token).post("/api/commands/person", "{}").body())
                .contains("not-by-token");
    }

    @Test
    void is_never_offered_to_another_role() {
        NewAccount officer = app.accounts().create("p-" + UUID.randomUUID(), AccountRole.SRO, null, Set.of());
        browser.signIn(officer);
        OldProofs.of(app.context, officer.account().id());
        assertThat(close().body()).contains("urn:brightline:problem:forbidden");
    }

    @Test
    void is_fresh_for_ten_minutes() {
        var now = new Instant[] {Instant.parse("2026-03-02T10:15:00Z")};
        var proofs = new FreshProofs(
                app.context.getBean(AccessProperties.class).session().fresh(), () -> now[0]);
        var request = new MockHttpServletRequest();
        var session = new MockHttpSession();
        request.setSession(session);
        var signedIn = new SignedIn(account.account().actor(), 1, SignedIn.Means.SESSION, Set.of());
        assertThat(proofs.isFresh(request, signedIn)).isFalse();
        proofs.shown(session);
        now[0] = now[0].plusSeconds(599);
        assertThat(proofs.isFresh(request, signedIn)).isTrue();
        now[0] = now[0].plusSeconds(1);
        assertThat(proofs.isFresh(request, signedIn)).isFalse();
    }
}

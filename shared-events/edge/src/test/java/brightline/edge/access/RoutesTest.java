package brightline.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
    private static final String CONTACT = """
            {"school":"MAR","at":"2026-03-02T10:15:00Z","students":[]}""";
    private final SampleApp app = SampleApp.running();

    private Client as(AccountRole role) {
        return app.client().basic(app.account(role));
    }

    @ParameterizedTest
    @EnumSource
    void let_in_the_roles_of_their_rule_and_no_other(AccountRole role) {
        Client client = as(role);
        boolean mayRecord = Set.of(AccountRole.SRO, AccountRole.SUPERVISOR).contains(role);
        boolean mayRead = Set.of(AccountRole.ANALYST, AccountRole.AUDITOR).contains(role);
        assertThat(client.post("/api/commands/contacts", CONTACT).statusCode()).isEqualTo(mayRecord ? 200 : 403);
        assertThat(client.get("/api/queries/figures").statusCode()).isEqualTo(mayRead ? 200 : 403);
        assertThat(client.get("/entry").statusCode()).isEqualTo(role == AccountRole.SRO ? 200 : 403);
        assertThat(client.get("/actuator/prometheus").statusCode()).isEqualTo(role == AccountRole.SYSADMIN ? 200 : 403);
        HttpResponse<String> me = client.get("/api/queries/me");
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body()).contains("\"role\":\"" + role.text() + "\"", "\"MAR\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/queries/figures",
                "/api/queries/nowhere",
                "/api/commands/contacts",
                "/actuator/prometheus",
                "/v3/api-docs",
                "/actuator/env"
            })
    void tell_a_machine_that_is_not_signed_in_so_and_nothing_else(String path) {
        HttpResponse<String> answer = app.client().get(path);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.headers().allValues("WWW-Authenticate")).noneMatch(value -> value.startsWith("Basic"));
        assertThat(answer.body()).contains("urn:brightline:problem:not-signed-in");
        assertThat(answer.headers().map()).doesNotContainKey("Set-Cookie");
    }

    @Test
    void answer_401_to_a_post_without_session_even_though_it_has_no_csrf_token() {
        assertThat(app.client().post("/api/commands/contacts", CONTACT).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/entry", "/no-such-page"})
    void send_a_person_who_is_not_signed_in_to_the_sign_in_page(String path) {
        HttpResponse<String> answer = app.client().get(path);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/sign-in"));
    }

    @Test
    void that_do_not_exist_are_not_found_for_whoever_is_signed_in() {
        HttpResponse<String> answer = as(AccountRole.ANALYST).get("/api/queries/nowhere");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("urn:brightline:problem:not-found");
        assertThat(as(AccountRole.ANALYST).get("/api/queries/cases/no-uuid").body())
                .isEqualTo(answer.body());
        HttpResponse<String> page = as(AccountRole.ANALYST).get("/no-such-page");
        assertThat(page.statusCode()).isEqualTo(404);
        assertThat(page.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
    }

    @Test
    void name_the_methods_they_have_when_asked_for_another() {
        HttpResponse<String> answer = as(AccountRole.SRO).get("/api/commands/contacts");
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).hasValue("POST");
        assertThat(answer.body()).contains("urn:brightline:problem:method-not-allowed");
    }

    @Test
    void are_open_where_the_fixed_points_say_so() {
        assertThat(app.client().get("/actuator/health/readiness").statusCode()).isEqualTo(200);
        assertThat(app.client().get("/actuator/health").body())
                .isEqualTo("{\"groups\":[\"liveness\",\"readiness\"],\"status\":\"UP\"}");
        assertThat(app.client().get("/sign-in").statusCode()).isEqualTo(200);
        assertThat(app.client().get("/assets/none.css").statusCode()).isEqualTo(404);
        assertThat(app.client().get("/favicon.ico").statusCode()).isEqualTo(404);
    }

    @Test
    void take_head_for_get() {
        HttpRequest.Builder head = as(AccountRole.ANALYST)
                .request("/api/queries/figures")
                .method("HEAD", HttpRequest.BodyPublishers.noBody());
        assertThat(app.client().send(head).statusCode()).isEqualTo(200);
    }

    @Test
    void answer_with_the_security_headers() {
        HttpResponse<String> answer = app.client().get("/sign-in");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(csp -> assertThat(csp)
                        .contains("default-src 'self'", "frame-ancestors 'none'")
                        .doesNotContain("unsafe"));
        assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(cache -> assertThat(cache).contains("no-store"));
    }

    @Test
    void keep_a_visible_request_id_and_replace_any_other() {
        HttpResponse<String> kept =
                app.client().send(app.client().request("/sign-in").header("X-Request-Id", "abc-1"));
        assertThat(kept.headers().firstValue("X-Request-Id")).hasValue("abc-1");
        HttpResponse<String> replaced =
                app.client().send(app.client().request("/sign-in").header("X-Request-Id", "a b"));
        assertThat(replaced.headers().firstValue("X-Request-Id"))
                .hasValueSatisfying(id -> assertThat(id).hasSize(36));
        HttpResponse<String> tooLong =
                app.client().send(app.client().request("/sign-in").header("X-Request-Id", "x".repeat(65)));
        assertThat(tooLong.headers().firstValue("X-Request-Id"))
                .hasValueSatisfying(id -> assertThat(id).hasSize(36));
    }
}

package brightline.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is sent wrong is answered with a problem and never repeated, neither in the answer nor in the log. */
@ExtendWith(OutputCaptureExtension.class)
class BadInputTest {
    private static final String SECRET = SampleApp.SECRET;
    private static final JsonMapper JSON = JsonMapper.shared();
    private final SampleApp app = SampleApp.running();
    private final Client officer = app.client().basic(app.account(AccountRole.SRO));

    private static String contact(String students) {
        return """
                {"school":"MAR","at":"2026-03-02T10:15:00Z","students":%s}""".formatted(students);
    }

    private static String fields(String fields) {
        return """
                {"school":"MAR","at":"2026-03-02T10:15:00Z","students":[],%s}""".formatted(fields);
    }

    static Stream<Arguments> bodies() {
        String name = "\"" + SECRET + "\"";
        return Stream.of(
                Arguments.of("cut off", "{\"school\":" + name + ",", "malformed-json", null, null),
                Arguments.of("no JSON", SECRET, "malformed-json", null, null),
                Arguments.of("trailing", contact("[]") + name, "*", null, null),
                Arguments.of("repeated name", fields("\"school\":" + name), "malformed-json", null, null),
                Arguments.of("unknown", fields("\"Quintanilla\":1"), "invalid-request", "", "unknown-property"),
                Arguments.of(
                        "unknown below",
                        contact("[{\"kind\":\"SAFETY\",\"present\":true,\"Quintanilla\":1}]"),
                        "invalid-request",
                        "/students/0",
                        "unknown-property"),
                Arguments.of(
                        "no such constant",
                        contact("[{\"kind\":" + name + ",\"present\":true}]"),
                        "invalid-request",
                        "/students/0/kind",
                        "wrong-value"),
                Arguments.of(
                        "constant by number",
                        contact("[{\"kind\":1,\"present\":true}]"),
                        "invalid-request",
                        "/students/0/kind",
                        "wrong-value"),
                Arguments.of(
                        "text for boolean",
                        contact("[{\"kind\":\"SAFETY\",\"present\":\"true\"}]"),
                        "invalid-request",
                        "/students/0/present",
                        "*"),
                Arguments.of(
                        "null for boolean",
                        contact("[{\"kind\":\"SAFETY\",\"present\":null}]"),
                        "invalid-request",
                        "/students/0/present",
                        "wrong-type"),
                Arguments.of("object for list", contact("{}"), "invalid-request", "/students", "wrong-type"),
                Arguments.of("text for number", fields("\"age\":\"15\""), "invalid-request", "/age", "*"),
                Arguments.of("half a number", fields("\"age\":1.5"), "invalid-request", "/age", "*"),
                Arguments.of("number too big", fields("\"age\":99999999999"), "invalid-request", "/age", "wrong-value"),
                Arguments.of(
                        "decimal without end",
                        fields("\"share\":1E+999999999"),
                        "invalid-request",
                        "/share",
                        "wrong-value"),
                Arguments.of(
                        "no time",
                        fields("\"at\":" + name).replace("\"at\":\"2026-03-02T10:15:00Z\",", ""),
                        "invalid-request",
                        "/at",
                        "wrong-value"),
                Arguments.of(
                        "number for text",
                        contact("[]").replace("\"MAR\"", "555123"),
                        "invalid-request",
                        "/school",
                        "*"),
                Arguments.of(
                        "NUL in text",
                        contact("[]").replace("MAR", "Quintanilla\\u0000"),
                        "invalid-request",
                        "/school",
                        "wrong-value"),
                Arguments.of(
                        "half a character",
                        contact("[]").replace("MAR", "Quintanilla\\ud800"),
                        "invalid-request",
                        "/school",
                        "wrong-value"),
                Arguments.of("list for object", "[".repeat(200), "invalid-request", "", "wrong-type"),
                Arguments.of(
                        "number too long", fields("\"share\":" + "1".repeat(500)), "body-beyond-limits", null, null),
                Arguments.of("nothing", "", "missing-body", null, null),
                Arguments.of("null", "null", "missing-body", null, null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void in_a_body_is_named_by_pointer_and_code(
            String what, String body, String code, String pointer, String field, CapturedOutput log) {
        HttpResponse<String> answer = officer.post("/api/commands/contacts", body);
        JsonNode problem = problem(answer, 400);
        if (!code.equals("*")) {
            assertThat(problem.at("/type").asString()).isEqualTo("urn:brightline:problem:" + code);
        }
        if (pointer != null) {
            assertThat(problem.at("/errors/0/pointer").asString("absent")).isEqualTo(pointer);
        }
        if (field != null && !field.equals("*")) {
            assertThat(problem.at("/errors/0/code").asString()).isEqualTo(field);
        }
        assertThat(answer.body()).doesNotContain("Quintanilla", "555123", "tools.jackson", "Exception");
        assertThat(log.getAll()).doesNotContain("Quintanilla", "555123", "JSON parse error");
    }

    @Test
    void broken_utf8_is_malformed() {
        byte[] body = contact("[]").replace("MAR", "M?R").getBytes(StandardCharsets.UTF_8);
        body[new String(body, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xC3;
        JsonNode problem = problem(officer.post("/api/commands/contacts", body), 400);
        assertThat(problem.at("/type").asString()).isEqualTo("urn:brightline:problem:malformed-json");
    }

    @Test
    void a_body_over_one_megabyte_is_too_large_with_and_without_announced_length() {
        byte[] body =
                contact("[]").replace("[]", "[" + " ".repeat(1 << 20) + "]").getBytes(StandardCharsets.UTF_8);
        problem(officer.post("/api/commands/contacts", body), 413);
        HttpResponse<String> chunked = officer.send(officer.request("/api/commands/contacts")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "0123456789abcdef")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
        assertThat(problem(chunked, 413).at("/type").asString()).isEqualTo("urn:brightline:problem:body-too-large");
    }

    @Test
    void a_missing_header_is_named() {
        HttpResponse<String> answer = officer.send(officer.request("/api/commands/contacts")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(contact("[]"))));
        assertThat(problem(answer, 400).at("/detail").asString()).contains("Idempotency-Key");
    }

    @Test
    void other_content_types_are_415_and_other_wishes_406() {
        HttpResponse<String> xml = officer.send(officer.request("/api/commands/contacts")
                .header("Content-Type", "text/xml")
                .header("Idempotency-Key", "0123456789abcdef")
                .POST(HttpRequest.BodyPublishers.ofString("<a/>")));
        problem(xml, 415);
        problem(officer.send(officer.request("/api/queries/me").header("Accept", "text/csv")), 406);
    }

    @Test
    void a_parameter_of_the_wrong_form_is_named_without_its_value(CapturedOutput log) {
        Client analyst = app.client().basic(app.account(AccountRole.ANALYST));
        HttpResponse<String> answer = analyst.get("/api/queries/figures?limit=Quintanilla");
        assertThat(problem(answer, 400).at("/errors/0/pointer").asString()).isEqualTo("?limit");
        assertThat(answer.body() + log.getAll()).doesNotContain("Quintanilla");
    }

    @Test
    void a_rule_refuses_with_its_code_source_and_way_out() {
        for (String how : new String[] {"refused", "wrapped"}) {
            JsonNode problem = problem(officer.get("/api/queries/failing/" + how), 409);
            assertThat(problem.at("/type").asString()).isEqualTo("urn:brightline:problem:one-arrest-per-interaction");
            assertThat(problem.at("/source").asString()).isEqualTo("Agreement 4 (b)");
            assertThat(problem.at("/action").asString()).isEqualTo("Correct the first arrest.");
        }
    }

    @Test
    void a_fault_of_ours_says_nothing_but_its_request_id(CapturedOutput log) {
        HttpResponse<String> answer = officer.get("/api/queries/failing/bug");
        JsonNode problem = problem(answer, 500);
        assertThat(answer.headers().firstValue("X-Request-Id"))
                .hasValue(problem.at("/requestId").asString());
        assertThat(problem.has("detail")).isFalse();
        assertThat(log.getAll())
                .contains("Request failed: internal: java.lang.IllegalStateException")
                .doesNotContain(SECRET);
        assertThat(answer.body()).doesNotContain(SECRET, "IllegalState");
    }

    @Test
    void a_database_that_does_not_answer_is_503_with_retry_after(CapturedOutput log) {
        HttpResponse<String> answer = officer.get("/api/queries/failing/database");
        problem(answer, 503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("2");
        assertThat(log.getAll()).doesNotContain(SECRET);
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.at("/status").asInt()).isEqualTo(status);
        assertThat(problem.at("/title").asString()).isNotBlank();
        return problem;
    }
}

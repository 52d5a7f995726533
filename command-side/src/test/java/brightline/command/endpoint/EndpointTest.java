package brightline.command.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.command.CommandSideOverHttp;
import brightline.command.CommandSideOverHttp.Answer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.JsonNode;

/** An endpoint that returns a command, by the example of activities. */
class EndpointTest {
    private static final String ACTIVITIES = "/api/commands/activities";
    private static final String TEACHING = """
            {"school": "MAR", "kind": "TEACHING", "minutes": 45, "students": 28}""";

    private static CommandSideOverHttp side;

    @BeforeAll
    static void start() {
        side = new CommandSideOverHttp();
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    private static List<String> findings(Answer refused) {
        assertThat(refused.status()).as(refused.body().toString()).isEqualTo(400);
        List<String> findings = new ArrayList<>();
        for (JsonNode one : refused.body().get("errors")) {
            findings.add(
                    one.get("pointer").stringValue() + " " + one.get("code").stringValue());
        }
        return findings;
    }

    @Test
    void what_it_returns_is_submitted_once_per_key_and_answered_with_its_place() {
        String key = UUID.randomUUID().toString();
        Answer first = side.postUnder(key, "adeyemi", ACTIVITIES, TEACHING);
        assertThat(first.status()).as(first.body().toString()).isEqualTo(201);
        String id = first.body().get("id").stringValue();
        assertThat(first.header("Location")).isEqualTo(ACTIVITIES + "/" + id);
        assertThat(first.header("Content-Type")).isEqualTo("application/json");
        assertThat(first.header("Brightline-Index")).isNotBlank();
        assertThat(first.header("Brightline-Receipt")).isNotBlank();

        Answer again = side.postUnder(key, "adeyemi", ACTIVITIES, TEACHING);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Brightline-Receipt")).isEqualTo(first.header("Brightline-Receipt"));
        assertThat(side.postUnder(key, "adeyemi", ACTIVITIES, TEACHING.replace("45", "46"))
                        .status())
                .isEqualTo(422);

        Answer withdrawn = side.post(
                "adeyemi", ACTIVITIES + "/" + id + "/withdraw", "{\"reason\": \"correction-reason/DOUBLE_ENTRY\"}");
        assertThat(withdrawn.status()).as(withdrawn.body().toString()).isEqualTo(200);
        assertThat(withdrawn.header("Location")).isNull();
    }

    @Test
    void all_that_is_wrong_with_a_document_is_said_at_once_and_once_a_field() {
        assertThat(findings(side.post("adeyemi", ACTIVITIES, """
                        {"school": " ", "kind": "NAPPING", "startedAt": "yesterday", "minutes": 0, "students": "many",
                         "colour": "green", "flavour": 1}""")))
                .containsExactlyInAnyOrder(
                        "/school missing",
                        "/kind unknown-code",
                        "/startedAt wrong-value",
                        "/minutes wrong-value",
                        "/students wrong-type",
                        " unknown-property",
                        " unknown-property");
        assertThat(findings(side.post("adeyemi", ACTIVITIES, "{\"school\": 7, \"kind\": \"TEACHING\"}")))
                .containsExactly("/school wrong-value");
        assertThat(findings(side.post("adeyemi", ACTIVITIES, "{}")))
                .containsExactly("/kind missing", "/school missing");
    }

    @Test
    void a_name_of_a_map_is_not_repeated_in_what_is_wrong_there() {
        Answer refused = side.post(
                "coordinator", "/api/commands/agreements/" + CommandSideOverHttp.AGREEMENT + "/versions", """
                        {"version": 1, "writtenOn": "2025-06-30", "clauses": {"Heliotrope": {"section": "%s"}}}""".formatted(
                                "9".repeat(41)));
        assertThat(findings(refused)).containsExactly("/clauses/*/section wrong-value");
        assertThat(refused.body().toString()).doesNotContain("Heliotrope");
    }

    /** Asking again would fail: the table is not there under its name. */
    @Test
    void what_day_it_is_is_asked_once_for_a_request_however_many_codes_a_document_has() {
        Today today = side.context.getBean(Today.class);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
        try {
            LocalDate day = today.date();
            side.jdbc.sql("alter table command.register_state rename to away").update();
            assertThat(today.date()).isEqualTo(day);
            assertThat(today.holds("activity", "TEACHING")).isTrue();
            RequestContextHolder.resetRequestAttributes();
            assertThatThrownBy(today::date).isInstanceOf(DataAccessException.class);
        } finally {
            RequestContextHolder.resetRequestAttributes();
            side.jdbc
                    .sql("alter table if exists command.away rename to register_state")
                    .update();
        }
    }

    @Test
    void of_many_values_that_cannot_be_read_some_are_told_at_once() {
        String lines = "{\"starNumber\": 1, \"school\": \"MAR\"},".repeat(50);
        Answer refused = side.post(
                "coordinator",
                "/api/commands/roster-lists",
                "{\"side\": \"POLICE\", \"day\": \"2025-10-01\", \"lines\": [" + lines.substring(0, lines.length() - 1)
                        + "]}");
        assertThat(findings(refused))
                .contains("/lines/0/starNumber wrong-value")
                .hasSizeBetween(20, 200);
    }

    @Test
    void what_is_no_document_is_refused_as_anywhere() {
        assertThat(side.post("adeyemi", ACTIVITIES, "{\"school\": ")
                        .body()
                        .get("type")
                        .stringValue())
                .endsWith(":malformed-json");
        assertThat(findings(side.post("adeyemi", ACTIVITIES, "[]"))).containsExactly(" wrong-type");
        assertThat(side.post("adeyemi", ACTIVITIES, "null").body().get("type").stringValue())
                .endsWith(":missing-body");
    }

    @Test
    void a_document_is_looked_at_before_its_key() {
        assertThat(findings(side.postUnder(null, "adeyemi", ACTIVITIES, "{\"kind\": \"TEACHING\"}")))
                .containsExactly("/school missing");
        assertThat(side.postUnder(null, "adeyemi", ACTIVITIES, TEACHING)
                        .body()
                        .get("type")
                        .stringValue())
                .endsWith(":idempotency-key-missing");
    }

    @Test
    void an_officer_speaks_of_nobody_else() {
        String another = "{\"officer\": \"" + CommandSideOverHttp.CASTELLANE
                + "\", \"school\": \"MAR\", \"kind\": \"TEACHING\"}";
        assertThat(findings(side.post("adeyemi", ACTIVITIES, another))).containsExactly("/officer wrong-value");
        assertThat(findings(side.post("supervisor", ACTIVITIES, TEACHING))).containsExactly("/officer missing");
        Answer logged = side.post("supervisor", ACTIVITIES, another);
        assertThat(logged.status()).isEqualTo(201);
        assertThat(side.post("adeyemi", logged.header("Location") + "/withdraw", "{\"reason\": \"DOUBLE_ENTRY\"}")
                        .status())
                .isEqualTo(404);
        assertThat(side.post("dean", ACTIVITIES, TEACHING).status()).isEqualTo(403);
    }

    @Test
    void the_description_names_key_answer_status_and_limits() {
        JsonNode api = side.get("analyst", "/v3/api-docs").body();
        JsonNode post = api.at("/paths/~1api~1commands~1activities/post");
        assertThat(post.get("parameters").toString())
                .contains("\"Idempotency-Key\"")
                .doesNotContain("\"known\"", "\"sender\"");
        assertThat(post.at("/responses/201/content/application~1json/schema/$ref")
                        .stringValue())
                .endsWith("/ActivityAnswer");
        assertThat(post.at("/responses/201/headers/Location").isMissingNode()).isFalse();
        assertThat(post.at("/responses/200").isMissingNode()).isTrue();
        assertThat(post.at("/description").stringValue()).endsWith("Who may: sro, supervisor, coordinator.");
        assertThat(post.at("/requestBody/content/application~1json/example/kind")
                        .stringValue())
                .isEqualTo("TEACHING");
        JsonNode document = api.at(post.at("/requestBody/content/application~1json/schema/$ref")
                .stringValue()
                .substring(1));
        assertThat(document.get("required").toString()).isEqualTo("[\"kind\",\"school\"]");
        assertThat(document.at("/properties/minutes/maximum").intValue()).isEqualTo(1440);
        assertThat(api.at("/components/schemas").toString()).doesNotContain("LogActivity");
    }
}

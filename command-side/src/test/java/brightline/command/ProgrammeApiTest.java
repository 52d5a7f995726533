package brightline.command;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.CommandSideOverHttp.Answer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Roster, programme and agreements over HTTP, by the examples that the API's description gives. */
class ProgrammeApiTest {
    private static final String OFFICERS = "/api/commands/officers";
    private static final String AGREEMENTS = "/api/commands/agreements/{id}";
    private static final String SCHOOLS = "/api/commands/schools/{code}";
    private static final List<String> IN_ORDER = List.of(
            OFFICERS,
            OFFICERS + "/{id}/capacity",
            OFFICERS + "/{id}/assignments",
            OFFICERS + "/{id}/assignments/post",
            OFFICERS + "/{id}/assignments/confirmations",
            OFFICERS + "/{id}/assignments/end",
            OFFICERS + "/{id}/assignments/withdrawals",
            OFFICERS + "/{id}/screenings",
            OFFICERS + "/{id}/complaints",
            OFFICERS + "/{id}/complaints/assessments",
            OFFICERS + "/{id}/complaints/findings",
            OFFICERS + "/{id}/trainings",
            OFFICERS + "/{id}/trainings/waivers",
            OFFICERS + "/{id}/trainings/withdrawals",
            OFFICERS + "/{id}/acknowledgements",
            "/api/commands/roster-lists",
            "/api/commands/agency/coordinators",
            "/api/commands/agency/coordinators/end",
            "/api/commands/agency/programme-rules",
            SCHOOLS + "/programme-status",
            SCHOOLS + "/enrolments",
            AGREEMENTS + "/versions",
            AGREEMENTS + "/community-input",
            AGREEMENTS + "/adoptions",
            AGREEMENTS + "/rule-sets/proposals",
            AGREEMENTS + "/rule-sets/tests",
            AGREEMENTS + "/rule-sets/approvals");

    static CommandSideOverHttp side;
    static JsonNode paths;

    @BeforeAll
    static void start() {
        side = new CommandSideOverHttp();
        paths = side.get("analyst", "/v3/api-docs").body().path("paths");
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void every_example_of_the_description_is_taken_and_taken_again_says_nothing_new() {
        String officer = "";
        for (String path : IN_ORDER) {
            JsonNode post = paths.path(path).path("post");
            assertThat(post.path("summary").stringValue()).as(path).isNotBlank();
            assertThat(post.path("parameters").toString()).as(path).contains("Idempotency-Key");
            String example = example(post);
            assertThat(example).as(path).isNotEmpty();
            String at = path.replace(SCHOOLS, "/api/commands/schools/MAR")
                    .replace(AGREEMENTS, "/api/commands/agreements/" + CommandSideOverHttp.AGREEMENT)
                    .replace("{id}", officer);
            Answer answer = side.post("coordinator", at, example);
            assertThat(answer.status()).as("%s: %s", at, answer.body()).isIn(200, 201);
            if (path.equals(OFFICERS)) {
                officer = answer.body().get("officer").stringValue();
            } else {
                long events = events();
                assertThat(side.post("coordinator", at, example).status())
                        .as(at)
                        .isIn(200, 201);
                assertThat(events()).as("%s said twice", at).isEqualTo(events);
            }
            assertThat(side.post("adeyemi", at, example).status()).as(at).isEqualTo(403);
        }
    }

    private static long events() {
        return side.jdbc
                .sql("select count(*) from log.domain_event_entry")
                .query(Long.class)
                .single();
    }

    /** Of whichever media type, in whichever of the two forms. */
    private static String example(JsonNode post) {
        for (JsonNode content : post.path("requestBody").path("content")) {
            JsonNode one = content.path("example");
            for (JsonNode named : content.path("examples")) {
                one = named.path("value");
            }
            if (!one.isMissingNode()) {
                return one.isString() ? one.stringValue() : one.toString();
            }
        }
        return "";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "roster-lists | {\"side\":\"NOBODY\",\"day\":\"2025-10-01\",\"lines\":[]} | /side",
                "roster-lists | {\"side\":\"POLICE\",\"day\":\"2099-10-01\",\"lines\":[]} | /day",
                "roster-lists | {\"side\":\"POLICE\",\"day\":\"2025-10-01\",\"lines\":[null]} | /lines/0",
                "roster-lists | {\"side\":\"POLICE\",\"day\":\"2025-10-01\",\"lines\":[{\"school\":\"MAR\"}]} | /lines/0/starNumber",
                "officers/ID/trainings | {\"topic\":\"agency-topic/x y\",\"completedOn\":\"2025-10-01\"} | /topic",
                "officers/ID/trainings | {\"topic\":\"LEGAL\",\"completedOn\":\"1066-10-14\"} | /completedOn",
                "officers/ID/complaints | {\"complaint\":\"<b>\",\"receivedOn\":\"2025-10-01\"} | /complaint",
                "officers/ID/screenings | {\"screenedOn\":\"2025-10-01\",\"criteriaVersion\":\"1\",\"result\":\"PERHAPS\"} | /result",
                "schools/MAR/enrolments | {\"day\":\"2025-10-01\",\"total\":-1} | /total",
                "schools/MAR/enrolments | {\"day\":\"2025-10-01\",\"total\":5,\"race\":{\"GREEN\":1}} | /race",
                "agency/programme-rules | {\"from\":\"2025-10-01\",\"topics\":[],\"eligibilityRules\":[\"LUCK\"]} | /eligibilityRules/0",
                "agreements/ID/rule-sets/tests | {\"ruleSet\":1,\"on\":\"2025-10-01\",\"from\":\"2025-01-01\",\"to\":\"2025-02-01\",\"involvements\":1,\"changed\":2} | /changed",
                "agreements/ID/versions | {\"version\":1,\"writtenOn\":\"2025-10-01\",\"clauses\":{\"LUCK\":{}}} | /clauses"
            })
    void what_is_wrong_is_named(String path, String body, String pointer) {
        Answer answer = side.post(
                "coordinator", "/api/commands/" + path.replace("ID", "00000000-0000-4000-8000-0000000000a1"), body);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.body()
                        .get("errors")
                        .valueStream()
                        .map(e -> e.get("pointer").stringValue()))
                .contains(pointer);
    }

    @Test
    void a_rule_is_named_when_it_refuses() {
        Answer refused = side.post(
                "coordinator",
                OFFICERS + "/" + CommandSideOverHttp.DUPREE + "/assignments/confirmations",
                "{\"school\":\"LAK\",\"on\":\"2025-10-01\",\"side\":\"POLICE\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("type").stringValue())
                .isEqualTo("urn:brightline:problem:officer-not-assigned-then");
        assertThat(side.post(
                                "coordinator",
                                "/api/commands/agreements/00000000-0000-4000-8000-0000000000ff/versions",
                                "{\"version\":1,\"writtenOn\":\"2025-06-30\"}")
                        .status())
                .isEqualTo(409);
    }
}

package brightline.command.diversion;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.CommandSideOverHttp;
import brightline.command.CommandSideOverHttp.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DiversionOverHttpTest {
    private static final String DIVERSIONS = "/api/commands/diversions";
    private static CommandSideOverHttp side;

    @BeforeAll
    static void start() {
        side = new CommandSideOverHttp();
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    private static String contact(String number) {
        Answer answer = side.post("adeyemi", "/api/commands/incidents", """
                {"occurredAt": "2026-03-02T12:30:00-06:00", "school": "MAR", "students": [{
                  "role": "SUBJECT", "student": {"number": "%s"}, "conduct": ["nibrs/90C"], "imminentThreat": "NO",
                  "arrestLawfullyPossible": "YES", "actions": [{"code": "A3_STATION_ADJ"}],
                  "outcome": "STATION_INFORMAL"}]}""".formatted(number));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("interactions").path(0).path("id").stringValue();
    }

    private static String about(String example, String contact) {
        return example.replace("01890a5d-ac96-774b-bcce-b302099a8057", contact);
    }

    private static String begun(String example, String contact) {
        Answer answer = side.post("adeyemi", DIVERSIONS, about(example, contact));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer.body().path("diversion").stringValue();
    }

    private static void taken(String diversion, String step, String example) {
        for (int i = 0; i < 2; i++) {
            Answer answer = side.post("adeyemi", DIVERSIONS + "/" + diversion + "/" + step, example);
            assertThat(answer.status()).as(step + answer.body()).isEqualTo(200);
        }
    }

    private static long events(String diversion) {
        return side.jdbc
                .sql("select count(*) from log.domain_event_entry where aggregate_identifier = ?")
                .param(diversion)
                .query(Long.class)
                .single();
    }

    @Test
    void the_examples_of_the_description_tell_a_station_adjustment_from_offer_to_end_each_twice() {
        String contact = contact("D-1");
        String diversion = begun(DiversionExamples.OFFER, contact);
        taken(diversion, "acceptance", DiversionExamples.ACCEPTANCE);
        taken(diversion, "state-query", DiversionExamples.QUERY);
        taken(diversion, "station-adjustment", DiversionExamples.TERMS);
        taken(diversion, "provider-reports", DiversionExamples.REPORT);
        taken(diversion, "extension", DiversionExamples.EXTENSION);
        taken(diversion, "breach", DiversionExamples.BREACH);
        taken(diversion, "unknown", DiversionExamples.UNKNOWN);
        taken(diversion, "failure", DiversionExamples.FAILURE);
        taken(diversion, "void", DiversionExamples.VOID);
        assertThat(events(diversion)).isEqualTo(10);

        assertThat(side.post("adeyemi", DIVERSIONS + "/not-used", about(DiversionExamples.NOT_USED, contact))
                        .status())
                .isEqualTo(201);
        String circle = begun(DiversionExamples.OFFER_CIRCLE, contact);
        taken(circle, "start", DiversionExamples.START);
        taken(circle, "completion", DiversionExamples.COMPLETION);
        String declined = begun(DiversionExamples.OFFER.replace("STATION_INFORMAL", "TEEN_COURT"), contact);
        taken(declined, "decline", DiversionExamples.DECLINE);
    }

    @Test
    void the_same_key_records_one_diversion_only() {
        String body = about(DiversionExamples.OFFER, contact("D-2"));
        String key = UUID.randomUUID().toString();
        Answer first = side.postUnder(key, "adeyemi", DIVERSIONS, body);
        Answer second = side.postUnder(key, "adeyemi", DIVERSIONS, body);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(events(first.body().path("diversion").stringValue())).isEqualTo(1);
    }

    @Test
    void of_another_officers_case_or_of_none_nothing_is_found() {
        String contact = contact("D-3");
        assertThat(side.post("castellane", DIVERSIONS, about(DiversionExamples.OFFER, contact))
                        .status())
                .isEqualTo(404);
        assertThat(side.post("adeyemi", DIVERSIONS, DiversionExamples.OFFER).status())
                .isEqualTo(404);
        String diversion = begun(DiversionExamples.OFFER, contact);
        assertThat(side.post("castellane", DIVERSIONS + "/" + diversion + "/completion", DiversionExamples.COMPLETION)
                        .status())
                .isEqualTo(404);
        assertThat(side.post("dean", DIVERSIONS, about(DiversionExamples.OFFER, contact))
                        .status())
                .isEqualTo(403);
        Answer unknown = side.post(
                "adeyemi", DIVERSIONS + "/" + UUID.randomUUID() + "/completion", DiversionExamples.COMPLETION);
        assertThat(unknown.status()).isEqualTo(409);
        assertThat(unknown.body().path("type").stringValue()).endsWith("diversion-comes-first");
    }

    @Test
    void a_reason_is_required_for_what_was_not_used_and_everything_wrong_is_said_at_once() {
        Answer answer =
                side.post("adeyemi", DIVERSIONS + "/not-used", "{\"interaction\": \"x\", \"kind\": \"NOWHERE\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors").toString())
                .contains("/interaction", "/kind", "/reason")
                .doesNotContain("NOWHERE");
    }

    @Test
    void a_voided_adjustment_counts_against_no_limit() {
        String first = contact("D-4");
        String diversion = begun(DiversionExamples.OFFER, first);
        taken(diversion, "station-adjustment", DiversionExamples.TERMS);
        String second = contact("D-4");
        assertThat(earlier(second)).isEqualTo(1);
        taken(diversion, "void", DiversionExamples.VOID);
        assertThat(earlier(second)).isZero();
    }

    private static int earlier(String contact) {
        return side.post("adeyemi", DIVERSIONS, about(DiversionExamples.OFFER, contact))
                .body()
                .path("caps")
                .path("counts")
                .path(0)
                .path("earlier")
                .intValue();
    }

    @Test
    void every_command_about_diversions_and_referrals_is_described_with_an_example_and_its_key() {
        JsonNode paths = side.get("analyst", "/v3/api-docs").body().path("paths");
        Map<String, Integer> described = new java.util.TreeMap<>();
        for (String path : paths.propertyNames()) {
            for (String of : List.of("diversions", "referrals", "counterparts")) {
                if (path.startsWith("/api/commands/" + of)) {
                    described.merge(of, 1, Integer::sum);
                    JsonNode post = paths.path(path).path("post");
                    assertThat(post.path("summary").stringValue()).as(path).isNotBlank();
                    assertThat(post.path("requestBody").path("content").toString())
                            .as(path)
                            .contains("example");
                    assertThat(post.path("parameters").toString()).as(path).contains("Idempotency-Key");
                    assertThat(post.toString()).as(path).doesNotContain("actor");
                }
            }
        }
        assertThat(described).isEqualTo(Map.of("diversions", 14, "referrals", 9, "counterparts", 1));
    }
}

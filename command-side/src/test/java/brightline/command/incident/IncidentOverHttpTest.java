package brightline.command.incident;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.CommandSideOverHttp;
import brightline.command.CommandSideOverHttp.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class IncidentOverHttpTest {
    private static final String INCIDENTS = "/api/commands/incidents";
    private static CommandSideOverHttp side;

    @BeforeAll
    static void start() {
        side = new CommandSideOverHttp();
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void the_documented_example_is_recorded_and_classed_under_the_agreement_in_force() {
        Answer answer = side.post("adeyemi", INCIDENTS, IncidentExamples.INCIDENT.replace("S-101", "S-000"));

        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        JsonNode body = answer.body();
        assertThat(body.path("number").stringValue()).matches("BL-20[0-9]{2}-[0-9]{5}");
        assertThat(body.path("version").longValue()).isZero();
        assertThat(answer.header("ETag")).isEqualTo("\"0\"");
        assertThat(answer.header("Location"))
                .isEqualTo(INCIDENTS + "/" + body.path("incident").stringValue());
        assertThat(answer.header("Brightline-Index"))
                .isEqualTo(Long.toString(body.path("index").longValue()));
        assertThat(body.path("index").longValue()).isEqualTo(newestIndex());
        JsonNode contact = body.path("interactions").path(0);
        assertThat(contact.path("class").stringValue()).isEqualTo("ROUTINE_DISCIPLINE");
        assertThat(contact.path("rule").stringValue()).isEqualTo("R02");
        assertThat(contact.path("reason").stringValue()).isEqualTo("ADMINISTERED_DISCIPLINE");
        assertThat(contact.path("ruleSet").intValue()).isEqualTo(1);
        assertThat(contact.path("agreement").stringValue()).isEqualTo(CommandSideOverHttp.AGREEMENT.toString());
        assertThat(contact.path("version").longValue())
                .isEqualTo(lastSequence(contact.path("id").stringValue()));
        assertThat(contact.path("involvements").path(0).path("officer").stringValue())
                .isEqualTo(CommandSideOverHttp.ADEYEMI.toString());
    }

    @Test
    void nothing_personal_stands_in_the_log_the_answer_or_the_keys() {
        String name = "Zz" + UUID.randomUUID();
        Answer answer = side.post(
                "adeyemi",
                INCIDENTS,
                IncidentExamples.INCIDENT
                        .replace("S-101", name)
                        .replace("Ada", name)
                        .replace("Asked by", name));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body().toString()).doesNotContain(name);
        assertThat(side.jdbc
                        .sql("""
                                select count(*) from log.domain_event_entry
                                 where convert_from(payload, 'UTF8') like :name or convert_from(meta_data, 'UTF8') like :name
                                """)
                        .param("name", "%" + name + "%")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(side.jdbc
                        .sql("select count(*) from command.idempotency i where i::text like ?")
                        .param("%" + name + "%")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** After midnight is the next day: a day mistaken would prove a notice in time that was not. */
    @Test
    void what_was_done_long_before_the_contact_is_refused_by_name() {
        String questioning = """
                "role":"SUBJECT","actions":[{"code":"A2_QUESTION","startedAt":"2026-03-02T10:20:00-06:00"}],
                "questioning":{"startedAt":"2026-03-02T10:20:00-06:00",
                               "noticeAttempts":[{"at":"%s","manner":"PHONE","result":"REACHED"}]}""";
        Answer early = side.post("adeyemi", INCIDENTS, oneStudent(questioning.formatted("2026-03-01T22:14:00-06:00")));
        assertThat(early.status()).isEqualTo(400);
        assertThat(early.body().at("/errors/0/pointer").stringValue())
                .isEqualTo("/students/0/questioning/noticeAttempts/0/at");
        assertThat(early.body().at("/errors/0/code").stringValue()).isEqualTo("long-before");
        assertThat(side.post("adeyemi", INCIDENTS, oneStudent(questioning.formatted("2026-03-01T22:15:00-06:00")))
                        .status())
                .as("twelve hours before")
                .isEqualTo(201);
        assertThat(side.post("adeyemi", INCIDENTS, oneStudent(questioning.formatted("2026-03-03T22:16:00-06:00")))
                        .status())
                .as("the next day")
                .isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({
        "number,NULL,no-number",
        "number,' n/a ',no-number",
        "number,000000,no-number",
        "number,2.02610E+13,no-number",
        "number,S\\u0007-1,control-character",
        "lastName,Unknown,no-name",
        "firstName,A\\u0085da,control-character"
    })
    void a_word_for_nothing_is_no_number_and_what_nobody_sees_is_no_text(String field, String text, String code) {
        Answer answer = side.post(
                "adeyemi",
                INCIDENTS,
                oneStudent("\"role\":\"WITNESS\",\"student\":{\"%s\":\"%s\"}".formatted(field, text)));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/pointer").stringValue()).isEqualTo("/students/0/student/" + field);
        assertThat(answer.body().at("/errors/0/code").stringValue()).isEqualTo(code);
    }

    @Test
    void one_student_written_in_two_ways_is_twice_in_the_incident() {
        Answer answer = side.post("adeyemi", INCIDENTS, """
                {"occurredAt": "2026-03-02T10:15:00-06:00", "school": "m\u200bar", "students": [
                  {"role": "WITNESS", "student": {"number": "W\u2013 7"}},
                  {"role": "VICTIM", "student": {"number": " w-\u00a07"}}]}""");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/code").stringValue()).isEqualTo("student-twice");
    }

    @Test
    void sent_again_with_the_same_key_it_is_answered_alike_and_recorded_once() {
        String key = UUID.randomUUID().toString();
        String body = oneStudent("\"role\":\"SUBJECT\",\"actions\":[{\"code\":\"A1_ADVICE\"}]");
        Answer first = side.postUnder(key, "adeyemi", INCIDENTS, body);
        long events = events();
        Answer second = side.postUnder(key, "adeyemi", INCIDENTS, body.replace(",", " , "));

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Brightline-Index")).isEqualTo(first.header("Brightline-Index"));
        assertThat(events()).isEqualTo(events);
    }

    @Test
    void the_same_key_with_another_body_is_422_and_without_or_with_a_bad_key_400() {
        String key = UUID.randomUUID().toString();
        side.postUnder(key, "adeyemi", INCIDENTS, oneStudent("\"role\":\"WITNESS\""));
        assertThat(side.postUnder(key, "adeyemi", INCIDENTS, oneStudent("\"role\":\"VICTIM\""))
                        .status())
                .isEqualTo(422);
        assertThat(side.postUnder(null, "adeyemi", INCIDENTS, oneStudent("\"role\":\"VICTIM\""))
                        .status())
                .isEqualTo(400);
        assertThat(side.postUnder("short", "adeyemi", INCIDENTS, oneStudent("\"role\":\"VICTIM\""))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void every_field_that_is_wrong_is_named_in_one_answer_and_nothing_is_written() {
        long events = events();
        Answer answer = side.post("adeyemi", INCIDENTS, """
                {"occurredAt":"2026-03-02T10:15:00-06:00","school":"NOWHERE","place":"MOON","inSession":"PERHAPS",
                 "references":[{"kind":"RD"}],
                 "students":[
                   {"role":"SUBJECT","student":{"number":"S-1","birthDate":"2999-01-01","homeSchool":"XX"},
                    "conduct":["cps-scc/99-9","nope"],"initiator":"NOBODY","imminentThreat":"YES","actions":[],
                    "statistics":{"race":"GREEN","age":99},"outcome":"OOPS"},
                   {"role":"KING","student":{"number":"s-1 "},
                    "actions":[{"code":"A9"},{"code":"A2_DETAIN","officer":"4711","imminentThreat":"YES",
                      "startedAt":"2026-03-02T10:20:00-06:00","endedAt":"2026-03-02T10:19:00-06:00"}],
                    "questioning":{"present":["KING"]},"alternativesConsidered":[{"code":"NEVER","unusedReason":"X"}]}]}
                """);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(problems(answer))
                .containsExactlyInAnyOrder(
                        "/school unknown-school",
                        "/place unknown-code",
                        "/inSession wrong-value",
                        "/references/0/value missing",
                        "/students/0/student/birthDate out-of-range",
                        "/students/0/student/homeSchool unknown-school",
                        "/students/0/conduct/0 unknown-code",
                        "/students/0/conduct/1 unknown-code",
                        "/students/0/initiator unknown-code",
                        "/students/0/imminenceReason missing",
                        "/students/0/actions action-missing",
                        "/students/0/statistics/race unknown-code",
                        "/students/0/statistics/age out-of-range",
                        "/students/0/outcome unknown-code",
                        "/students/1/role wrong-value",
                        "/students/1/student/number student-twice",
                        "/students/1/actions/0/code unknown-code",
                        "/students/1/actions/1/officer unknown-officer",
                        "/students/1/actions/1/imminenceReason missing",
                        "/students/1/actions/1/endedAt ends-before-it-starts",
                        "/students/1/questioning/startedAt missing",
                        "/students/1/questioning/present/0 unknown-code",
                        "/students/1/alternativesConsidered/0/code unknown-code",
                        "/students/1/alternativesConsidered/0/unusedReason unknown-code");
        assertThat(answer.body().toString())
                .doesNotContain("KING")
                .doesNotContain("4711")
                .doesNotContain("GREEN");
        assertThat(events()).isEqualTo(events);
    }

    @Test
    void a_clock_five_minutes_ahead_is_taken_and_a_later_time_is_not() {
        assertThat(side.post("adeyemi", INCIDENTS, at(Instant.now().plus(Duration.ofMinutes(4))))
                        .status())
                .isEqualTo(201);
        Answer ahead = side.post("adeyemi", INCIDENTS, at(Instant.now().plus(Duration.ofMinutes(6))));
        assertThat(ahead.status()).isEqualTo(400);
        assertThat(problems(ahead)).containsExactly("/occurredAt in-the-future");
    }

    @Test
    void a_code_that_did_not_hold_that_day_is_refused() {
        Answer answer = side.post(
                "adeyemi",
                INCIDENTS,
                oneStudent("\"role\":\"SUBJECT\",\"conduct\":[\"cps-scc/1-8\"],\"actions\":[{\"code\":\"A1_ADVICE\"}]")
                        .replace("2026-03-02", "2019-03-04"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(problems(answer)).containsExactly("/students/0/conduct/0 code-not-valid-that-day");
    }

    @Test
    void an_officer_reports_for_nobody_else_and_a_supervisor_names_the_officer() {
        String forDupree = oneStudent("\"role\":\"SUBJECT\",\"actions\":[{\"code\":\"A1_ADVICE\"}]")
                .replace("\"school\"", "\"officer\":\"1003\",\"school\"");
        assertThat(problems(side.post("adeyemi", INCIDENTS, forDupree))).containsExactly("/officer not-own");
        assertThat(problems(side.post("supervisor", INCIDENTS, forDupree.replace("\"officer\":\"1003\",", ""))))
                .containsExactly("/officer missing");

        Answer answer = side.post("supervisor", INCIDENTS, forDupree);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(payload(answer.body().path("interactions").path(0).path("id").stringValue(), 1))
                .contains(CommandSideOverHttp.DUPREE.toString())
                .contains("capacity/PATROL");
    }

    @Test
    void an_arrest_and_a_citation_are_events_of_their_own() {
        Answer answer = side.post(
                "adeyemi",
                INCIDENTS,
                oneStudent(
                        "\"role\":\"SUBJECT\",\"actions\":[{\"code\":\"A3_ARREST\"},{\"code\":\"A3_CITE\"},{\"code\":\"A2_SEIZE\"}]"));
        String id = answer.body().path("interactions").path(0).path("id").stringValue();
        assertThat(types(id))
                .containsExactly(
                        "interaction.opened",
                        "interaction.student-arrested",
                        "interaction.student-cited",
                        "interaction.action-taken");
    }

    @Test
    void who_is_not_signed_in_or_has_another_role_is_turned_away() {
        assertThat(side.post("nobody", INCIDENTS, IncidentExamples.INCIDENT).status())
                .isEqualTo(401);
        assertThat(side.post("analyst", INCIDENTS, IncidentExamples.INCIDENT).status())
                .isEqualTo(403);
    }

    @Test
    void advice_is_what_recording_would_answer_and_writes_nothing() {
        long rows = rows();
        Answer advice = side.postUnder(null, "adeyemi", "/api/commands/advice", IncidentExamples.INCIDENT);
        assertThat(advice.status()).isEqualTo(200);
        assertThat(rows()).isEqualTo(rows);

        JsonNode shown = advice.body().path("interactions").path(0);
        JsonNode recorded = side.post("adeyemi", INCIDENTS, IncidentExamples.INCIDENT)
                .body()
                .path("interactions")
                .path(0);
        for (String field : List.of(
                "class",
                "rule",
                "reason",
                "ruleSet",
                "agreement",
                "agreementTitle",
                "agreementFrom",
                "agreementSection",
                "advice",
                "forSchool",
                "handedOverAfter",
                "missing")) {
            assertThat(shown.has(field)).as(field).isTrue();
            assertThat(shown.path(field)).as(field).isEqualTo(recorded.path(field));
        }
    }

    @Test
    void before_any_agreement_rule_set_one_measures_and_none_is_named() {
        JsonNode contact = side.post(
                        "adeyemi",
                        INCIDENTS,
                        oneStudent("\"role\":\"SUBJECT\",\"actions\":[{\"code\":\"D_IMPOSE\"}]")
                                .replace("2026-03-02", "2023-03-02"))
                .body()
                .path("interactions")
                .path(0);
        assertThat(contact.path("ruleSet").intValue()).isEqualTo(1);
        assertThat(contact.path("agreement").isNull()).isTrue();
    }

    @Test
    void a_student_is_added_under_the_version_seen() {
        Answer recorded =
                side.post("adeyemi", INCIDENTS, oneStudent("\"role\":\"WITNESS\",\"student\":{\"number\":\"A-1\"}"));
        String path = INCIDENTS + "/" + recorded.body().path("incident").stringValue() + "/students";
        String entry = "{\"role\":\"SUBJECT\",\"student\":{\"number\":\"A-2\"},\"actions\":[{\"code\":\"A1_ADVICE\"}]}";

        assertThat(side.post("adeyemi", path, entry).status()).isEqualTo(428);
        assertThat(side.post("adeyemi", path, entry, "If-Match", "\"7\"").status())
                .isEqualTo(412);
        assertThat(side.post("adeyemi", path, entry, "If-Match", "0").status()).isEqualTo(400);
        assertThat(side.post("castellane", path, entry, "If-Match", "\"0\"").status())
                .isEqualTo(404);
        Answer added = side.post("adeyemi", path, entry, "If-Match", "\"0\"");
        assertThat(added.status()).as(added.body().toString()).isEqualTo(200);
        assertThat(added.header("ETag")).isEqualTo("\"1\"");
        assertThat(added.body().path("interactions")).hasSize(1);

        Answer twice = side.post("adeyemi", path, entry.replace("A-2", "a-1"), "If-Match", "\"1\"");
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.body().path("type").stringValue())
                .isEqualTo("urn:brightline:problem:student-already-in-incident");
        assertThat(twice.body().path("action").stringValue()).isNotBlank();
    }

    @Test
    void an_incident_moves_to_its_school_once() {
        Answer recorded = side.post("adeyemi", INCIDENTS, oneStudent("\"role\":\"WITNESS\""));
        String path = INCIDENTS + "/" + recorded.body().path("incident").stringValue() + "/school-corrections";

        assertThat(side.post("adeyemi", path, IncidentExamples.SCHOOL, "If-Match", "\"0\"")
                        .status())
                .isEqualTo(403);
        Answer moved = side.post("supervisor", path, IncidentExamples.SCHOOL, "If-Match", "\"0\"");
        assertThat(moved.body().path("version").longValue()).isEqualTo(1);
        Answer again = side.post("supervisor", path, IncidentExamples.SCHOOL, "If-Match", "\"1\"");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("version").longValue()).isEqualTo(1);
    }

    @Test
    void a_double_entry_is_linked_to_the_first_and_chains_are_refused() {
        String first = incident();
        String second = incident();
        String third = incident();
        assertThat(link(second, "0", first).status()).isEqualTo(200);
        assertRefused(link(third, "0", third), "link-to-itself");
        assertRefused(link(third, "0", second), "link-chain");
        assertRefused(link(first, "0", third), "link-chain");
        assertRefused(link(second, "1", third), "linked-already");
        assertThat(link(second, "1", first).body().path("version").longValue()).isEqualTo(1);
        assertThat(problems(link(third, "0", UUID.randomUUID().toString())))
                .containsExactly("/primary unknown-incident");
    }

    @Test
    void an_unknown_incident_and_one_of_another_kind_are_not_found() {
        Answer recorded = side.post("adeyemi", INCIDENTS, oneStudent("\"role\":\"WITNESS\""));
        String contact = recorded.body().path("interactions").path(0).path("id").stringValue();
        for (String id : List.of(UUID.randomUUID().toString(), contact, "not-an-id")) {
            assertThat(side.post(
                                    "supervisor",
                                    INCIDENTS + "/" + id + "/school-corrections",
                                    IncidentExamples.SCHOOL,
                                    "If-Match",
                                    "\"0\"")
                            .status())
                    .isEqualTo(404);
        }
    }

    private static String incident() {
        return side.post("adeyemi", INCIDENTS, oneStudent("\"role\":\"WITNESS\""))
                .body()
                .path("incident")
                .stringValue();
    }

    private static Answer link(String incident, String version, String primary) {
        return side.post(
                "supervisor",
                INCIDENTS + "/" + incident + "/links",
                IncidentExamples.LINK.replace("01890a5d-ac96-774b-bcce-b302099a8057", primary),
                "If-Match",
                "\"" + version + "\"");
    }

    private static void assertRefused(Answer answer, String rule) {
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body().path("type").stringValue()).isEqualTo("urn:brightline:problem:" + rule);
    }

    private static String oneStudent(String fields) {
        return "{\"occurredAt\":\"2026-03-02T10:15:00-06:00\",\"school\":\"MAR\",\"students\":[{" + fields + "}]}";
    }

    private static String at(Instant moment) {
        return oneStudent("\"role\":\"WITNESS\"").replace("2026-03-02T10:15:00-06:00", moment.toString());
    }

    private static List<String> problems(Answer answer) {
        List<String> problems = new ArrayList<>();
        for (JsonNode error : answer.body().path("errors")) {
            problems.add(error.path("pointer").stringValue() + " "
                    + error.path("code").stringValue());
        }
        return problems;
    }

    private static long newestIndex() {
        return side.jdbc
                .sql("select max(global_index) from log.domain_event_entry")
                .query(Long.class)
                .single();
    }

    private static long events() {
        return side.jdbc
                .sql("select count(*) from log.domain_event_entry")
                .query(Long.class)
                .single();
    }

    private static long rows() {
        return side.jdbc.sql("""
                        select (select count(*) from log.domain_event_entry) + (select count(*) from log.event_secret)
                             + (select count(*) from log.student_in_incident) + (select count(*) from command.idempotency)
                        """).query(Long.class).single();
    }

    private static long lastSequence(String stream) {
        return side.jdbc
                .sql("select max(sequence_number) from log.domain_event_entry where aggregate_identifier = ?")
                .param(stream)
                .query(Long.class)
                .single();
    }

    private static List<String> types(String stream) {
        return side.jdbc.sql("""
                        select payload_type from log.domain_event_entry where aggregate_identifier = ?
                         order by sequence_number
                        """).param(stream).query(String.class).list();
    }

    private static String payload(String stream, long sequence) {
        return side.jdbc
                .sql("""
                        select convert_from(payload, 'UTF8') from log.domain_event_entry
                         where aggregate_identifier = ? and sequence_number = ?
                        """)
                .param(stream)
                .param(sequence)
                .query(String.class)
                .single();
    }
}

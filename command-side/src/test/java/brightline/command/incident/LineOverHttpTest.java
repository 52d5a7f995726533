package brightline.command.incident;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.CommandSideOverHttp;
import brightline.command.CommandSideOverHttp.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What an officer is shown before sending, what is kept of it, and undoing what was sent. */
class LineOverHttpTest {
    private static final String INCIDENTS = "/api/commands/incidents";
    private static final String PHONE = """
            "role": "SUBJECT", "initiator": "STAFF_REQUEST", "requestedBy": "TEACHER", "conduct": ["cps-scc/1-8"],
            "imminentThreat": "NO",""";
    private static final String ALL_THREE =
            "\"actions\": [{\"code\": \"A2_HANDCUFF\"}, {\"code\": \"A2_SEARCH_PERSON\"}, {\"code\": \"A0_REFER_BACK\"}]";
    private static CommandSideOverHttp side;

    @BeforeAll
    static void start() {
        side = new CommandSideOverHttp();
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    private static JsonNode line(String entry) {
        Answer answer = side.postUnder(null, "adeyemi", "/api/commands/advice", "{\"students\": [{" + entry + "}]}");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body().path("interactions").path(0);
    }

    private static String incident(String entry) {
        return "{\"occurredAt\": \"2026-03-02T10:15:00-06:00\", \"school\": \"MAR\", \"students\": [{" + entry + "}]}";
    }

    private static Answer recorded(String entry) {
        Answer answer = side.post("adeyemi", INCIDENTS, incident(entry));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer;
    }

    private static List<String> names(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }

    @Test
    void the_line_needs_role_conduct_danger_initiator_and_action_only() {
        JsonNode line = line(PHONE + ALL_THREE);
        assertThat(line.path("class").stringValue()).isEqualTo("ROUTINE_DISCIPLINE");
        assertThat(line.path("forSchool").booleanValue()).isTrue();
        assertThat(line.path("agreementTitle").stringValue()).isEqualTo("Agreement");
        assertThat(line.path("agreementFrom").stringValue()).isEqualTo("2024-01-01");
        assertThat(line.path("agreementSection").isNull()).isTrue();
        assertThat(names(line.path("handedOverAfter"))).containsExactly("A2_HANDCUFF", "A2_SEARCH_PERSON");
        assertThat(names(line.path("missing"))).isEmpty();
        assertThat(line.path("advice").stringValue())
                .isEqualTo(
                        "Recorded as a school rule, no immediate danger. Agreement assigns this to the school. "
                                + "Handed over after: handcuffs or other restraint, searched person. Agency policy, not legal advice.");
    }

    @Test
    void what_is_incomplete_elsewhere_never_withdraws_the_line() {
        JsonNode arrest = line("""
                "role": "SUBJECT", "initiator": "OFFICER", "conduct": ["nibrs/90C"], "imminentThreat": "NO", "student": {},
                "arrestLawfullyPossible": "YES", "outcome": "ARREST_PETITION", "alternativesConsidered": [{}],
                "questioning": {}, "force": [{}], "imminenceReason": "FIGHT_GOING_ON",
                "actions": [{"code": "A3_ARREST"}, {"code": "A0_REFER_BACK"}, {}]""");
        assertThat(arrest.path("class").stringValue()).isEqualTo("ROUTINE_DISCIPLINE");
        assertThat(names(arrest.path("handedOverAfter"))).containsExactly("A3_ARREST");
        assertThat(line("""
                "role": "SUBJECT", "initiator": "OFFICER", "conduct": ["cps-scc/3-3"], "imminentThreat": "YES",
                "actions": [{"code": "A2_DETAIN"}]""").path("class").stringValue()).isEqualTo("SAFETY_RESPONSE");
    }

    @Test
    void before_anything_is_done_the_line_says_whose_it_is_without_a_class() {
        JsonNode line = line(PHONE + "\"actions\": []");
        assertThat(line.path("class").isNull()).isTrue();
        assertThat(line.path("rule").isNull()).isTrue();
        assertThat(line.path("forSchool").booleanValue()).isTrue();
        assertThat(names(line.path("missing"))).containsExactly("actions");
        assertThat(line.path("advice").stringValue()).contains("Agreement assigns this to the school.");

        JsonNode serious = line("\"role\": \"SUBJECT\", \"conduct\": [\"cps-scc/6-1\"]");
        assertThat(serious.path("class").isNull()).isTrue();
        assertThat(serious.path("forSchool").booleanValue()).isFalse();
        assertThat(names(serious.path("missing"))).containsExactly("initiator", "imminentThreat", "actions");
    }

    @Test
    void what_the_class_lacks_is_named_and_refused_by_nobody() {
        JsonNode line = line("\"role\": \"SUBJECT\", \"actions\": [{\"code\": \"A2_ESCORT\"}]");
        assertThat(line.path("class").stringValue()).isEqualTo("NEEDS_REVIEW");
        assertThat(names(line.path("missing"))).containsExactly("initiator", "conduct", "imminentThreat");
        assertThat(names(line("\"conduct\": [\"cps-scc/1-8\"]").path("missing")))
                .containsExactly("role");
        assertThat(side.postUnder(null, "coordinator", "/api/commands/advice", "{}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_value_that_cannot_be_read_is_still_an_error() {
        Answer answer = side.postUnder(null, "adeyemi", "/api/commands/advice", """
                {"school": "NOPE", "students": [{"role": "SUBJECT", "imminentThreat": "maybe", "conduct": ["cps-scc/99"],
                 "actions": [{"code": "A9"}, {}]}]}""");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").stringValue()))
                .containsExactlyInAnyOrder(
                        "/school", "/students/0/imminentThreat", "/students/0/conduct/0", "/students/0/actions/0/code");
    }

    @Test
    void without_an_agreement_in_force_that_is_said_first() {
        Answer answer = side.postUnder(
                null,
                "adeyemi",
                "/api/commands/advice",
                incident(PHONE + ALL_THREE).replace("2026-03-02", "2023-03-02"));
        JsonNode line = answer.body().path("interactions").path(0);
        assertThat(line.path("advice").stringValue())
                .startsWith("No agreement is in force. By the standard rules (rule set 1) this would be ");
        assertThat(line.path("agreementTitle").isNull()).isTrue();
        assertThat(line.path("agreementFrom").isNull()).isTrue();
    }

    @Test
    void the_line_cites_the_section_of_the_version_in_effect() {
        String agreement = "/api/commands/agreements/" + CommandSideOverHttp.AGREEMENT;
        side.post("coordinator", agreement + "/versions", """
                {"version": 1, "writtenOn": "2024-01-01", "parties": ["Police"], "disciplineSection": "4.2"}""");
        side.post("coordinator", agreement + "/adoptions", """
                {"version": 1, "from": "2025-10-01", "to": "2025-12-31"}""");
        String december = incident(PHONE + ALL_THREE).replace("2026-03-02", "2025-12-02");
        JsonNode line = side.postUnder(null, "adeyemi", "/api/commands/advice", december)
                .body()
                .path("interactions")
                .path(0);
        assertThat(line.path("agreementSection").stringValue()).isEqualTo("4.2");
        assertThat(line.path("advice").stringValue()).contains("Agreement sec. 4.2 assigns this to the school.");
        assertThat(line(PHONE + ALL_THREE).path("agreementSection").isNull()).isTrue();
    }

    @Test
    void handing_back_adds_and_takes_nothing_away() {
        Answer answer = recorded(PHONE + ALL_THREE);
        JsonNode contact = answer.body().path("interactions").path(0);
        assertThat(contact.path("class").stringValue()).isEqualTo("ROUTINE_DISCIPLINE");
        assertThat(contact.path("rule").stringValue()).isEqualTo("R13");
        assertThat(names(contact.path("handedOverAfter"))).containsExactly("A2_HANDCUFF", "A2_SEARCH_PERSON");
        assertThat(types(contact.path("id").stringValue()))
                .filteredOn("interaction.action-taken"::equals)
                .hasSize(3);
    }

    @Test
    void what_was_shown_and_unticked_is_kept_in_its_order() {
        String stream = recorded(PHONE + ALL_THREE + """
                , "unticked": [{"code": "A2_DETAIN", "untickedAt": "2026-03-02T10:21:00-06:00", "reason": "MISTAP"},
                               {"code": "A1_ADVICE", "untickedAt": "2026-03-02T10:20:30-06:00"}],
                "adviceShown": [
                  {"shownAt": "2026-03-02T10:22:00-06:00", "class": "ROUTINE_DISCIPLINE", "rule": "R13", "ruleSet": 1,
                   "actions": ["A2_HANDCUFF"]},
                  {"shownAt": "2026-03-02T10:20:00-06:00", "ruleSet": 1, "actions": []}]""")
                .body()
                .path("interactions")
                .path(0)
                .path("id")
                .stringValue();
        assertThat(types(stream))
                .containsSubsequence(
                        "interaction.advice-shown",
                        "interaction.action-unticked",
                        "interaction.action-unticked",
                        "interaction.advice-shown");
        assertThat(payloads(stream, "interaction.advice-shown").getFirst())
                .contains("\"actions\":[]")
                .doesNotContain("involvementClass");
        assertThat(payloads(stream, "interaction.action-unticked"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("A1_ADVICE").doesNotContain("reason"),
                        second -> assertThat(second).contains("A2_DETAIN", "untick-reason/MISTAP"));
    }

    @Test
    void a_single_piece_of_advice_is_still_taken() {
        String stream = recorded(PHONE + ALL_THREE
                        + ", \"adviceShown\": {\"class\": \"ROUTINE_DISCIPLINE\", \"rule\": \"R13\", \"ruleSet\": 1}")
                .body()
                .path("interactions")
                .path(0)
                .path("id")
                .stringValue();
        assertThat(payloads(stream, "interaction.advice-shown"))
                .singleElement()
                .asString()
                .doesNotContain("shownAt");
    }

    @Test
    void what_is_wrong_with_what_was_shown_is_named() {
        Answer answer = side.post("adeyemi", INCIDENTS, incident(PHONE + ALL_THREE + """
                , "adviceShown": [{"rule": "R13", "ruleSet": 7, "shownAt": "soon", "actions": ["A9"]},
                                  {"class": "ROUTINE_DISCIPLINE", "ruleSet": 1}],
                "unticked": [{"code": "A9", "reason": "BORED"}]"""));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("pointer").stringValue()))
                .containsExactlyInAnyOrder(
                        "/students/0/adviceShown/0/class",
                        "/students/0/adviceShown/0/ruleSet",
                        "/students/0/adviceShown/0/shownAt",
                        "/students/0/adviceShown/0/actions/0",
                        "/students/0/adviceShown/1/rule",
                        "/students/0/unticked/0/code",
                        "/students/0/unticked/0/untickedAt",
                        "/students/0/unticked/0/reason");
    }

    @Test
    void a_walk_the_student_may_decline_is_talk_and_an_escort_is_not() {
        String walk = PHONE + "\"actions\": [{\"code\": \"A1_WALK\"}]";
        assertThat(line(walk).path("class").stringValue()).isEqualTo("ROUTINE_DISCIPLINE_LOW");
        assertThat(line(walk.replace("A1_WALK", "A2_ESCORT")).path("class").stringValue())
                .isEqualTo("ROUTINE_DISCIPLINE");
    }

    private static Answer undo(String key, String who, Answer recorded, String version) {
        return side.postUnder(
                key,
                who,
                INCIDENTS + "/" + recorded.body().path("incident").stringValue() + "/undo",
                "",
                "If-Match",
                version);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static long events() {
        return side.jdbc
                .sql("select count(*) from log.domain_event_entry")
                .query(Long.class)
                .single();
    }

    @Test
    void its_author_undoes_an_incident_and_all_its_contacts_count_nowhere() {
        Answer recorded = recorded(PHONE + ALL_THREE + "}, {\"role\": \"WITNESS\"");
        Instant until = Instant.parse(recorded.body().path("undoUntil").stringValue());
        assertThat(until)
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(9)), Instant.now().plus(Duration.ofMinutes(10)));
        String key = key();
        Answer undone = undo(key, "adeyemi", recorded, "\"0\"");
        assertThat(undone.status()).as(undone.body().toString()).isEqualTo(200);
        assertThat(undone.body()
                        .path("interactions")
                        .valueStream()
                        .map(one -> one.path("class").stringValue()))
                .containsExactly("EXCLUDED", "EXCLUDED");
        assertThat(payloads(
                        recorded.body().path("interactions").path(0).path("id").stringValue(), "interaction.voided"))
                .singleElement()
                .asString()
                .contains("void-reason/UNDONE");

        long events = events();
        assertThat(undo(key, "adeyemi", recorded, "\"0\"").body()).isEqualTo(undone.body());
        Answer again = undo(key(), "adeyemi", recorded, "\"0\"");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body().path("interactions")).isEqualTo(undone.body().path("interactions"));
        assertThat(events()).isEqualTo(events);
    }

    private static void assertRefused(Answer answer, String code) {
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(409);
        assertThat(answer.body().toString()).contains(code);
        assertThat(answer.body().path("action").stringValue()).isNotBlank();
    }

    @Test
    void nobody_else_undoes_it() {
        Answer recorded = recorded(PHONE + ALL_THREE);
        long events = events();
        assertThat(undo(key(), "castellane", recorded, "\"0\"").status()).isEqualTo(404);
        assertRefused(undo(key(), "supervisor", recorded, "\"0\""), "undo-by-its-author-only");
        assertThat(undo(key(), "adeyemi", recorded, "\"4\"").status()).isEqualTo(412);
        assertThat(events()).isEqualTo(events);
    }

    @Test
    void what_was_changed_since_is_corrected_instead() {
        Answer added = recorded(PHONE + ALL_THREE);
        side.post(
                "adeyemi",
                INCIDENTS + "/" + added.body().path("incident").stringValue() + "/students",
                "{\"role\": \"WITNESS\"}",
                "If-Match",
                "\"0\"");
        assertRefused(undo(key(), "adeyemi", added, "\"1\""), "changed-since-recorded");

        Answer corrected = recorded(PHONE + ALL_THREE);
        JsonNode contact = corrected.body().path("interactions").path(0);
        Answer correction = side.post(
                "adeyemi",
                "/api/commands/interactions/" + contact.path("id").stringValue() + "/corrections",
                "{\"conduct\": [\"cps-scc/4-12\"], \"reason\": \"WRONG_CODE\", \"basis\": \"OWN_REVIEW\"}",
                "If-Match",
                "\"" + contact.path("version").longValue() + "\"");
        assertThat(correction.status()).as(correction.body().toString()).isEqualTo(200);
        assertRefused(undo(key(), "adeyemi", corrected, "\"0\""), "changed-since-recorded");

        Answer primary = recorded(PHONE + ALL_THREE);
        Answer doubled = recorded(PHONE + ALL_THREE);
        side.post(
                "supervisor",
                INCIDENTS + "/" + doubled.body().path("incident").stringValue() + "/links",
                "{\"primary\": \"" + primary.body().path("incident").stringValue()
                        + "\", \"reason\": \"DOUBLE_ENTRY\", \"basis\": \"SUPERVISOR_REVIEW\"}",
                "If-Match",
                "\"0\"");
        assertRefused(undo(key(), "adeyemi", primary, "\"0\""), "changed-since-recorded");
    }

    @Test
    void a_plain_void_cannot_say_that_it_was_undone() {
        JsonNode contact =
                recorded(PHONE + ALL_THREE).body().path("interactions").path(0);
        Answer answer = side.post(
                "adeyemi",
                "/api/commands/interactions/" + contact.path("id").stringValue() + "/void",
                "{\"reason\": \"UNDONE\", \"basis\": \"OWN_REVIEW\"}",
                "If-Match",
                "\"" + contact.path("version").longValue() + "\"");
        assertThat(answer.status()).isEqualTo(400);
    }

    private static List<String> types(String stream) {
        return side.jdbc.sql("""
                        select payload_type from log.domain_event_entry where aggregate_identifier = ?
                         order by sequence_number
                        """).param(stream).query(String.class).list();
    }

    private static List<String> payloads(String stream, String type) {
        return side.jdbc.sql("""
                        select convert_from(payload, 'UTF8') from log.domain_event_entry
                         where aggregate_identifier = ? and payload_type = ? order by sequence_number
                        """).param(stream).param(type).query(String.class).list();
    }
}

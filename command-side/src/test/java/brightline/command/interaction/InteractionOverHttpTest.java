package brightline.command.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.CommandSideOverHttp;
import brightline.command.CommandSideOverHttp.Answer;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.edge.keys.PersonalParts;
import brightline.events.SecretId;
import brightline.events.SecretRef;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InteractionOverHttpTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String WHY = "\"reason\":\"NEW_INFORMATION\",\"basis\":\"POLICE_REPORT\"";
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
    void what_was_taken_for_a_gun_is_a_knife_from_the_correction_on() {
        Contact contact = contact("\"conduct\":[\"cps-scc/6-1\"],\"imminentThreat\":\"NO\"");
        assertThat(contact.answer().path("class").stringValue()).isEqualTo("LAW_ENFORCEMENT");

        Answer corrected = edit("adeyemi", contact, "corrections", "{\"conduct\":[\"cps-scc/4-12\"]," + WHY + "}");
        assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);
        assertThat(corrected.body().path("version").longValue()).isEqualTo(contact.version() + 1);
        assertThat(corrected.header("ETag")).isEqualTo("\"" + (contact.version() + 1) + "\"");
        assertThat(corrected.body().path("interaction").path("rule").stringValue())
                .isEqualTo("R11");
        assertThat(corrected.header("Brightline-Index"))
                .isEqualTo(Long.toString(corrected.body().path("index").longValue()));
    }

    @Test
    void every_kind_of_fact_can_be_corrected_and_corrected_again_says_nothing_new() {
        List<String> facts = List.of(
                "\"conduct\":[\"nibrs/90C\"]",
                "\"initiator\":\"DISPATCH\"",
                "\"occurredAt\":\"2026-03-02T09:00:00-06:00\"",
                "\"role\":\"WITNESS\"",
                "\"action\":{\"number\":1,\"code\":\"A3_CITE\",\"imminentThreat\":\"YES\",\"imminenceReason\":\"FIGHT_GOING_ON\"}",
                "\"outcome\":\"RJ_CIRCLE\",\"arrestLawfullyPossible\":\"YES\"",
                "\"deEscalation\":{\"agitated\":\"YES\",\"possible\":\"YES\",\"attempted\":\"YES\"}",
                "\"questioning\":{\"startedAt\":\"2026-03-02T13:05:00-06:00\",\"present\":[\"LAWYER\"]}",
                "\"statistics\":{\"race\":\"WHITE\",\"gradeBand\":\"9-12\"}",
                "\"withdrawAction\":1");
        for (String fact : facts) {
            Contact contact = contact("\"imminentThreat\":\"NO\"", "A1_ADVICE\"},{\"code\":\"A2_SEIZE");
            String body = "{" + fact + "," + WHY + ",\"note\":\"seen on camera\"}";
            Answer first = edit("adeyemi", contact, "corrections", body);
            assertThat(first.status()).as(fact + first.body()).isEqualTo(200);
            assertThat(first.body().path("version").longValue()).as(fact).isEqualTo(contact.version() + 1);
            long secrets = secrets();
            Answer second = side.post(
                    "adeyemi", contact.path("corrections"), body, "If-Match", "\"" + (contact.version() + 1) + "\"");
            assertThat(second.body().path("version").longValue()).as(fact).isEqualTo(contact.version() + 1);
            assertThat(secrets()).as("secrets nobody refers to").isEqualTo(secrets);
        }
    }

    @Test
    void a_correction_holds_one_fact_with_reason_and_basis_and_codes_of_that_day() {
        Contact contact = contact("\"imminentThreat\":\"NO\"");
        assertThat(problems(edit("adeyemi", contact, "corrections", "{}")))
                .containsExactlyInAnyOrder(" one-fact", "/reason missing", "/basis missing");
        assertThat(problems(edit(
                        "adeyemi",
                        contact,
                        "corrections",
                        "{\"role\":\"VICTIM\",\"conduct\":[],\"reason\":\"X\",\"basis\":\"Y\"}")))
                .containsExactlyInAnyOrder(" one-fact", "/reason unknown-code", "/basis unknown-code");
        assertThat(problems(edit(
                        "adeyemi",
                        contact,
                        "corrections",
                        "{\"occurredAt\":\"2018-03-02T10:15:00-06:00\"," + WHY + "}")))
                .containsExactly("/occurredAt code-not-valid-that-day");
    }

    @Test
    void edits_need_the_version_seen() {
        Contact contact = contact("\"imminentThreat\":\"NO\"");
        String body = "{\"role\":\"VICTIM\"," + WHY + "}";
        assertThat(side.post("adeyemi", contact.path("corrections"), body).status())
                .isEqualTo(428);
        assertThat(edit("adeyemi", contact, "corrections", body).status()).isEqualTo(200);
        Answer stale = edit("adeyemi", contact, "corrections", body);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.body().path("type").stringValue()).isEqualTo("urn:brightline:problem:stale-version");
    }

    @Test
    void an_edit_sent_again_under_its_key_is_answered_as_before_though_the_version_has_moved() {
        Contact contact = contact("\"imminentThreat\":\"NO\"");
        String key = UUID.randomUUID().toString();
        String body = "{\"role\":\"VICTIM\"," + WHY + "}";
        String seen = "\"" + contact.version() + "\"";
        Answer first = side.postUnder(key, "adeyemi", contact.path("corrections"), body, "If-Match", seen);
        Answer second = side.postUnder(key, "adeyemi", contact.path("corrections"), body, "If-Match", seen);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(side.postUnder(key, "adeyemi", contact.path("corrections"), body, "If-Match", "\"99\"")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void an_officer_edits_own_contacts_only_and_a_supervisor_any() {
        Contact contact = contact("\"imminentThreat\":\"NO\"");
        String body = "{\"role\":\"VICTIM\"," + WHY + "}";
        assertThat(edit("castellane", contact, "corrections", body).status()).isEqualTo(404);
        assertThat(edit("analyst", contact, "corrections", body).status()).isEqualTo(403);
        assertThat(edit("supervisor", contact, "corrections", body).status()).isEqualTo(200);
        assertThat(side.post(
                                "supervisor",
                                "/api/commands/interactions/" + UUID.randomUUID() + "/corrections",
                                body,
                                "If-Match",
                                "\"0\"")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void the_wrong_student_gives_way_to_the_twin_who_is_not_yet_in_the_incident() {
        Answer recorded = side.post(
                "adeyemi",
                "/api/commands/incidents",
                "{\"occurredAt\":\"2026-03-02T10:15:00-06:00\",\"school\":\"MAR\",\"students\":["
                        + "{\"role\":\"SUBJECT\",\"student\":{\"number\":\"S-120\"},\"actions\":[{\"code\":\"A1_ADVICE\"}]},"
                        + "{\"role\":\"WITNESS\",\"student\":{\"number\":\"S-122\"}}]}");
        Contact contact = Contact.of(recorded);
        Answer inIncident =
                edit("supervisor", contact, "subject-corrections", "{\"student\":{\"number\":\"S-122\"}," + WHY + "}");
        assertThat(inIncident.status()).isEqualTo(409);
        assertThat(inIncident.body().path("type").stringValue())
                .isEqualTo("urn:brightline:problem:student-already-in-incident");

        Answer corrected =
                edit("supervisor", contact, "subject-corrections", "{\"student\":{\"number\":\"S-121\"}," + WHY + "}");
        assertThat(corrected.status()).as(corrected.body().toString()).isEqualTo(200);
        assertThat(corrected.body().path("version").longValue()).isEqualTo(contact.version() + 1);
        Answer again = side.post(
                "supervisor",
                contact.path("subject-corrections"),
                "{\"student\":{\"number\":\"S-121\"}," + WHY + "}",
                "If-Match",
                "\"" + (contact.version() + 1) + "\"");
        assertThat(again.body().path("version").longValue()).isEqualTo(contact.version() + 1);
    }

    @Test
    void a_supplement_adds_an_arrest_and_an_account() {
        Contact contact = contact("\"imminentThreat\":\"NO\",\"conduct\":[\"nibrs/90C\"]");
        Answer supplemented = edit(
                "adeyemi",
                contact,
                "supplements",
                "{\"narrative\":\"After calm returned.\",\"actions\":[{\"code\":\"A3_ARREST\",\"imminentThreat\":\"NO\"}],"
                        + "\"reason\":\"LEFT_OUT\",\"basis\":\"OWN_REVIEW\"}");
        assertThat(supplemented.status()).as(supplemented.body().toString()).isEqualTo(200);
        assertThat(supplemented.body().path("version").longValue()).isEqualTo(contact.version() + 2);
        assertThat(supplemented.body().path("interaction").path("rule").stringValue())
                .isEqualTo("R14");
        assertThat(problems(edit("adeyemi", contact, "supplements", "{\"reason\":\"LEFT_OUT\",\"basis\":\"OTHER\"}")))
                .isEmpty();
        assertThat(problems(side.post(
                        "adeyemi",
                        contact.path("supplements"),
                        "{\"reason\":\"LEFT_OUT\",\"basis\":\"OTHER\"}",
                        "If-Match",
                        "\"" + (contact.version() + 2) + "\"")))
                .containsExactly(" empty");
    }

    @Test
    void an_action_added_to_a_contact_of_one_phase_was_taken_in_it() {
        Contact contact = contact(
                "\"imminentThreat\":\"YES\",\"imminenceReason\":\"FIGHT_GOING_ON\",\"conduct\":[\"nibrs/90C\"]");
        assertThat(contact.answer().path("rule").stringValue()).isEqualTo("R10");
        Answer supplemented = edit("adeyemi", contact, "supplements", added("{\"code\":\"A1_ADVICE\"}"));
        assertThat(supplemented.body().path("interaction").path("rule").stringValue())
                .as(supplemented.body().toString())
                .isEqualTo("R10");
    }

    @Test
    void an_action_added_to_a_contact_of_several_phases_says_its_own_or_nothing_is_known_of_it() {
        Contact contact = contact(
                "\"conduct\":[\"nibrs/90C\"]",
                "A2_SEIZE\",\"imminentThreat\":\"YES\",\"imminenceReason\":\"FIGHT_GOING_ON\"},"
                        + "{\"code\":\"A1_ADVICE\",\"imminentThreat\":\"NO");
        Answer supplemented = edit("adeyemi", contact, "supplements", added("{\"code\":\"A2_ESCORT\"}"));
        assertThat(supplemented.body().path("interaction").path("rule").stringValue())
                .as(supplemented.body().toString())
                .isEqualTo("R09");
    }

    private static String added(String action) {
        return "{\"actions\":[" + action + "],\"reason\":\"LEFT_OUT\",\"basis\":\"OWN_REVIEW\"}";
    }

    private static Contact sent(String document, String student) {
        return Contact.of(side.post(
                "adeyemi",
                "/api/commands/incidents",
                "{\"occurredAt\":\"2026-03-02T10:15:00-06:00\",\"school\":\"MAR\"" + document + ",\"students\":["
                        + student + "]}"));
    }

    @Test
    void a_threat_stated_of_somebody_without_any_action_is_kept() {
        Contact witness = sent(
                "",
                "{\"role\":\"WITNESS\",\"imminentThreat\":\"YES\",\"imminenceReason\":\"FIGHT_GOING_ON\","
                        + "\"deEscalation\":{\"agitated\":\"NO\"}}");
        assertThat(recorded(witness, "{deEscalation,threat}")).isEqualTo("YES");
        assertThat(recorded(witness, "{deEscalation,threatReason}")).contains("FIGHT_GOING_ON");
        assertThat(edit(
                                "adeyemi",
                                witness,
                                "corrections",
                                "{\"deEscalation\":{\"agitated\":\"YES\",\"possible\":\"NO\"}," + WHY + "}")
                        .status())
                .isEqualTo(200);
        assertThat(recorded(witness, "{corrected,deEscalation,threat}"))
                .as("no part of what the correction says")
                .isEqualTo("YES");
    }

    @Test
    void naming_the_reporter_again_keeps_the_capacity_of_the_document() {
        Contact named = sent(
                ",\"officer\":\"1001\",\"capacity\":\"SECURITY\"",
                "{\"role\":\"SUBJECT\",\"officer\":\"1001\",\"actions\":[{\"code\":\"A1_ADVICE\"}]}");
        assertThat(recorded(named, "{reportingCapacity}")).contains("SECURITY");
    }

    /** What stands in a path of the contact's events, the last one that has it. */
    private static String recorded(Contact contact, String path) {
        return side.jdbc
                .sql("""
                        select convert_from(payload, 'UTF8')::jsonb #>> cast(:path as text[]) from log.domain_event_entry
                         where aggregate_identifier = :id and convert_from(payload, 'UTF8')::jsonb #>> cast(:path as text[]) is not null
                         order by sequence_number desc limit 1
                        """)
                .param("path", path)
                .param("id", contact.id())
                .query(String.class)
                .single();
    }

    @Test
    void a_voided_contact_is_excluded_and_takes_no_more_edits() {
        Contact contact = contact("\"imminentThreat\":\"NO\"");
        String voiding = "{\"reason\":\"TEST_ENTRY\",\"basis\":\"OWN_REVIEW\",\"note\":\"my trial\"}";
        Answer voided = edit("adeyemi", contact, "void", voiding);
        assertThat(voided.body().path("interaction").path("class").stringValue())
                .isEqualTo("EXCLUDED");
        String seen = "\"" + (contact.version() + 1) + "\"";
        assertThat(side.post("adeyemi", contact.path("void"), voiding, "If-Match", seen)
                        .status())
                .isEqualTo(200);
        Answer refused = side.post(
                "adeyemi", contact.path("corrections"), "{\"role\":\"VICTIM\"," + WHY + "}", "If-Match", seen);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("type").stringValue()).isEqualTo("urn:brightline:problem:interaction-voided");
        assertThat(refused.body().path("action").stringValue()).isNotBlank();
    }

    @Test
    void a_birth_date_says_the_age_on_the_day_and_a_student_has_one_pseudonym_a_school_year() {
        String entry =
                "\"student\":{\"number\":\"P-1\",\"birthDate\":\"2010-03-03\"},\"statistics\":{\"age\":3,\"race\":\"BLACK\"}";
        Statistics dayBefore = statistics(contact(entry));
        assertThat(dayBefore.age()).isEqualTo(15);
        Statistics sameYear = statistics(contact("\"student\":{\"number\":\" p-1\"}"));
        assertThat(sameYear.pseudonym()).isNotNull().isEqualTo(dayBefore.pseudonym());

        Contact moved = contact(entry);
        edit("adeyemi", moved, "corrections", "{\"occurredAt\":\"2025-06-02T10:15:00-05:00\"," + WHY + "}");
        assertThat(statistics(moved).pseudonym()).isNotNull().isNotEqualTo(dayBefore.pseudonym());
        assertThat(statistics(moved).race()).isEqualTo(dayBefore.race());

        Contact then = Contact.of(side.post(
                "adeyemi",
                "/api/commands/incidents",
                "{\"occurredAt\":\"2025-06-02T10:15:00-05:00\",\"school\":\"MAR\",\"students\":[{\"role\":\"WITNESS\","
                        + entry + "}]}"));
        assertThat(statistics(then).pseudonym()).isEqualTo(statistics(moved).pseudonym());
    }

    @Test
    void a_preview_says_what_each_kind_of_edit_would_do_and_writes_nothing() {
        Contact contact = contact("\"conduct\":[\"cps-scc/1-8\"],\"imminentThreat\":\"NO\"");
        long events = events();
        long secrets = secrets();
        Answer correction = preview(
                "adeyemi",
                contact,
                "{\"correction\":{\"conduct\":[\"cps-scc/4-12\"]," + WHY + ",\"note\":\"on camera\"}}");
        assertThat(read(correction)).containsExactly("ROUTINE_DISCIPLINE R13", "LAW_ENFORCEMENT_DISCRETION R11");
        assertThat(correction.body().at("/after/involvements/0/class").stringValue())
                .isEqualTo("LAW_ENFORCEMENT_DISCRETION");
        assertThat(correction.body().at("/after/involvements/0/reason").stringValue())
                .isEqualTo("OFFENCE_WITH_CHOICE");
        assertThat(correction.body().path("changes").booleanValue()).isTrue();
        assertThat(correction.body().path("version").longValue()).isEqualTo(contact.version());

        assertThat(read(preview("adeyemi", contact, "{\"void\":{\"reason\":\"DUPLICATE\",\"basis\":\"OWN_REVIEW\"}}")))
                .containsExactly("ROUTINE_DISCIPLINE R13", "EXCLUDED R00");
        assertThat(read(preview(
                        "adeyemi",
                        contact,
                        "{\"supplement\":{\"actions\":[{\"code\":\"A3_CITE\",\"imminentThreat\":\"NO\"}]," + WHY
                                + "}}")))
                .containsExactly("ROUTINE_DISCIPLINE R13", "ROUTINE_DISCIPLINE R13");
        assertThat(read(preview(
                        "adeyemi",
                        contact,
                        "{\"subjectCorrection\":{\"student\":{\"number\":\"S-141\"}," + WHY + "}}")))
                .containsExactly("ROUTINE_DISCIPLINE R13", "ROUTINE_DISCIPLINE R13");
        assertThat(preview("adeyemi", contact, "{\"correction\":{\"conduct\":[\"cps-scc/1-8\"]," + WHY + "}}")
                        .body()
                        .path("changes")
                        .booleanValue())
                .as("what stands already would write nothing")
                .isFalse();
        assertThat(events()).isEqualTo(events);
        assertThat(secrets()).isEqualTo(secrets);
        assertThat(edit("adeyemi", contact, "corrections", "{\"conduct\":[\"cps-scc/4-12\"]," + WHY + "}")
                        .body()
                        .at("/interaction/rule")
                        .stringValue())
                .as("the edit itself does what the preview said")
                .isEqualTo("R11");
    }

    @Test
    void a_preview_is_refused_as_the_edit_would_be() {
        Contact contact = contact("\"imminentThreat\":\"NO\"");
        String body = "{\"correction\":{\"role\":\"VICTIM\"," + WHY + "}}";
        assertThat(preview("castellane", contact, body).status()).isEqualTo(404);
        assertThat(preview("analyst", contact, body).status()).isEqualTo(403);
        assertThat(preview("supervisor", contact, body).status()).isEqualTo(200);
        assertThat(side.post("adeyemi", contact.path("preview"), body).status()).isEqualTo(428);
        assertThat(problems(preview("adeyemi", contact, "{\"correction\":{\"conduct\":[\"cps-scc/99-9\"]}}")))
                .containsExactlyInAnyOrder(
                        "/correction/conduct/0 unknown-code",
                        "/correction/reason missing",
                        "/correction/basis missing");
        assertThat(problems(preview("adeyemi", contact, "{}"))).containsExactly(" one-edit");
        assertThat(problems(preview(
                        "adeyemi",
                        contact,
                        "{\"void\":{\"reason\":\"DUPLICATE\",\"basis\":\"OTHER\"},\"correction\":{\"role\":\"VICTIM\","
                                + WHY + "}}")))
                .containsExactly(" one-edit");
        assertThat(preview("adeyemi", contact, "{\"correction\":{\"withdrawAction\":1," + WHY + "}}")
                        .body()
                        .path("type")
                        .stringValue())
                .isEqualTo("urn:brightline:problem:subject-has-an-action");

        assertThat(edit("adeyemi", contact, "corrections", "{\"role\":\"VICTIM\"," + WHY + "}")
                        .status())
                .isEqualTo(200);
        Answer stale = preview("adeyemi", contact, body);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.body().path("type").stringValue()).isEqualTo("urn:brightline:problem:stale-version");
    }

    /** Class and rule before and after. */
    private static List<String> read(Answer preview) {
        assertThat(preview.status()).as(preview.body().toString()).isEqualTo(200);
        List<String> read = new ArrayList<>();
        for (String when : List.of("before", "after")) {
            JsonNode one = preview.body().path(when);
            read.add(one.path("class").stringValue() + " " + one.path("rule").stringValue());
        }
        return read;
    }

    private static Answer preview(String who, Contact contact, String body) {
        return side.postUnder(null, who, contact.path("preview"), body, "If-Match", "\"" + contact.version() + "\"");
    }

    private static long events() {
        return side.jdbc
                .sql("select count(*) from log.domain_event_entry")
                .query(Long.class)
                .single();
    }

    private record Contact(String id, long version, JsonNode answer) {
        static Contact of(Answer recorded) {
            assertThat(recorded.status()).as(recorded.body().toString()).isEqualTo(201);
            JsonNode one = recorded.body().path("interactions").path(0);
            return new Contact(one.path("id").stringValue(), one.path("version").longValue(), one);
        }

        String path(String edit) {
            return "/api/commands/interactions/" + id + "/" + edit;
        }
    }

    private static Contact contact(String fields) {
        return contact(fields, "A2_SEIZE");
    }

    private static Contact contact(String fields, String action) {
        return Contact.of(side.post(
                "adeyemi",
                "/api/commands/incidents",
                "{\"occurredAt\":\"2026-03-02T10:15:00-06:00\",\"school\":\"MAR\",\"students\":[{\"role\":\"SUBJECT\","
                        + "\"actions\":[{\"code\":\"" + action + "\"}]," + fields + "}]}"));
    }

    private static Answer edit(String who, Contact contact, String edit, String body) {
        return side.post(who, contact.path(edit), body, "If-Match", "\"" + contact.version() + "\"");
    }

    private static List<String> problems(Answer answer) {
        List<String> problems = new ArrayList<>();
        for (JsonNode error : answer.body().path("errors")) {
            problems.add(error.path("pointer").stringValue() + " "
                    + error.path("code").stringValue());
        }
        return problems;
    }

    /** The statistics an interaction's events refer to last. */
    private static Statistics statistics(Contact contact) {
        JsonNode ref = JSON.readTree(
                side.jdbc.sql("""
                        select coalesce(p -> 'corrected' -> 'statistics', p -> 'statistics')::text
                          from (select sequence_number, convert_from(payload, 'UTF8')::jsonb p
                                  from log.domain_event_entry where aggregate_identifier = ?) e
                         where p -> 'statistics' is not null or p -> 'corrected' -> 'statistics' is not null
                         order by sequence_number desc limit 1
                        """).param(contact.id()).query(String.class).single());
        var secret = new SecretRef(
                new SecretId(UUID.fromString(ref.path("secretId").stringValue())),
                ref.path("digest").stringValue());
        return side.context
                .getBean(PersonalParts.class)
                .open(secret, Statistics.class)
                .orElseThrow();
    }

    private static long secrets() {
        return side.jdbc
                .sql("select count(*) from log.event_secret")
                .query(Long.class)
                .single();
    }
}

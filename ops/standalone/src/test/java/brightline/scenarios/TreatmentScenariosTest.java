package brightline.scenarios;

import static brightline.scenarios.Story.codes;
import static brightline.scenarios.Story.correction;
import static brightline.scenarios.Story.fields;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.scenarios.Story.Logged;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Stories of how students were treated - calmed, searched, questioned, held - down to the figures they name. */
class TreatmentScenariosTest extends ScenarioBase {
    private JsonNode cases(String school, String filters) {
        return story.figure("cases", school, filters).get("cases");
    }

    @Test
    void s06_an_attempt_that_did_not_keep_a_fight_at_talk_did_not_succeed() {
        story.logs(
                "adeyemi",
                "MAR",
                "2026-03-02T12:06",
                Contact.inAFight(story.student("S-103")),
                Contact.inAFight(story.student("S-104")));
        assertThat(story.measure("deescalation", "M10a", "MAR", "")).isEqualTo("2/2");
        assertThat(story.measure("deescalation", "M10b", "MAR", "")).isEqualTo("0/2");
        assertThat(story.measure("deescalation", "M10c", "MAR", "")).isEqualTo("0/2");
    }

    @Test
    void s12_a_search_under_school_policy_is_counted_and_a_ticket_on_school_property_is_unlawful_for_an_sro() {
        Logged logged = story.logs(
                "adeyemi",
                "MAR",
                "2026-03-04T09:00",
                Contact.of(story.student("S-107"))
                        .askedByStaff()
                        .conduct("cps-scc/2-7")
                        .arrestPossible("NO")
                        .action("A2_SEARCH_PROPERTY", "legalBasis", "SCHOOL_POLICY"));
        assertThat(story.measure("searches", "forSchoolPolicy", "MAR", "")).isEqualTo("1/1");
        assertThat(codes(story.timeline(logged).get("flags"))).containsExactly("SEARCH_FOR_SCHOOL_POLICY");
        story.edits(
                "adeyemi",
                "/api/commands/interactions/" + logged.interaction(0) + "/supplements",
                logged.version(0),
                correction(Map.of("actions", List.of(Map.of("code", "A3_CITE", "imminentThreat", "NO")))));
        JsonNode violations = story.timeline(logged).get("violations");
        assertThat(codes(violations)).containsExactly("TICKET_ON_SCHOOL_PROPERTY");
        assertThat(violations.get(0).get("source").asString()).isEqualTo("105 ILCS 5/10-20.68");
        assertThat(cases("MAR", "flag=TICKET_ON_SCHOOL_PROPERTY")).hasSize(1);
    }

    @Test
    void short_h_a_ticket_off_campus_by_patrol_is_allowed() {
        Map<String, Object> document = story.document(
                "MAR",
                "2026-03-04T09:00",
                Contact.of(story.student("S-117"))
                        .initiator("OFFICER")
                        .conduct("cps-scc/2-7")
                        .arrestPossible("NO")
                        .action("A3_CITE"));
        document.put("place", "OFF_CAMPUS");
        story.at("2026-03-04T09:10");
        Logged logged = story.sends("dupree", document);
        assertThat(story.timeline(logged).get("violations")).isEmpty();
    }

    private Contact questioned(String number, Map<String, Object> questioning) {
        return Contact.of(story.student(number))
                .initiator("OFFICER")
                .conduct("cps-scc/4-7")
                .arrestPossible("YES")
                .set("statistics", Map.of("age", 15))
                .set("questioning", questioning)
                .action("A2_QUESTION")
                .outcome("WARN_WRITTEN");
    }

    private static Map<String, Object> attempt(String at) {
        return fields(
                "startedAt",
                Story.instant("2026-03-05T13:05").toString(),
                "noticeAttempts",
                List.of(Map.of("at", Story.instant(at).toString(), "manner", "PHONE", "result", "REACHED")),
                "present",
                List.of("ADMINISTRATOR"));
    }

    @Test
    void s15_questioning_before_an_attempt_with_no_listed_adult_is_two_violations() {
        story.at("2026-03-05T14:00");
        Logged logged = story.sends(
                "adeyemi", story.document("MAR", "2026-03-05T13:00", questioned("S-110", attempt("2026-03-05T13:40"))));
        assertThat(logged.read(0)).isEqualTo("R11 LAW_ENFORCEMENT_DISCRETION");
        assertThat(codes(story.timeline(logged).get("violations")))
                .containsExactly("NOTICE_AFTER_QUESTIONING", "NO_LISTED_ADULT");
        assertThat(story.measure("questioning", "M13", "MAR", "")).isEqualTo("0/1");

        story.at("2026-03-09T09:00");
        Map<String, Object> earlier =
                fields("questioning", attempt("2026-03-05T13:00"), "reason", "WRONG_TIME", "basis", "COMPLAINT");
        assertThat(brightline
                        .edit(
                                "supervisor",
                                "/api/commands/interactions/" + logged.interaction(0) + "/corrections",
                                logged.version(0),
                                Map.of("questioning", attempt("2026-03-05T13:00")))
                        .status())
                .isEqualTo(400);
        story.edits(
                "supervisor",
                "/api/commands/interactions/" + logged.interaction(0) + "/corrections",
                logged.version(0),
                earlier);
        JsonNode told = story.timeline(logged);
        assertThat(codes(told.get("violations"))).containsExactly("NO_LISTED_ADULT");
        assertThat(told.get("timeline").toString())
                .contains(
                        "Questioning was corrected: from 2026-03-05T19:05:00Z",
                        "Reason: Wrong time; found by: A complaint.");
        assertThat(story.measure("questioning", "M13", "MAR", "asKnownOn=2026-03-06"))
                .isEqualTo("0/1");
    }

    @Test
    void s16_an_urgent_exemption_is_out_of_the_base_and_shown() {
        story.at("2026-03-05T14:00");
        Logged logged = story.sends(
                "adeyemi",
                story.document(
                        "MAR",
                        "2026-03-05T13:00",
                        questioned(
                                "S-111",
                                fields(
                                        "startedAt",
                                        Story.instant("2026-03-05T13:05").toString(),
                                        "exemption",
                                        "FLEEING_OR_ARMED"))));
        assertThat(story.timeline(logged).get("violations")).isEmpty();
        assertThat(story.measure("questioning", "M13", "MAR", "")).isEqualTo("0/0");
        assertThat(story.measure("questioning", "exemption", "MAR", "")).isEqualTo("1/1");
    }

    @Test
    void s30_a_child_of_seven_in_handcuffs_is_an_alert_for_the_coordinator() {
        Logged logged = story.logs(
                "adeyemi",
                "LAK",
                "2026-03-10T10:00",
                Contact.of(story.student("S-160"))
                        .askedByStaff()
                        .conduct("cps-scc/PK2")
                        .arrestPossible("NO")
                        .set("statistics", Map.of("age", 7, "gradeBand", "PK-2"))
                        .imminent("INJURY_ABOUT_TO_HAPPEN")
                        .action("A1_ADVICE")
                        .action("A2_HANDCUFF", "imminentThreat", "NO")
                        .set(
                                "force",
                                List.of(Map.of(
                                        "kind",
                                        "HANDCUFFS",
                                        "action",
                                        2,
                                        "startedAt",
                                        Story.instant("2026-03-10T10:04").toString(),
                                        "endedAt",
                                        Story.instant("2026-03-10T10:09").toString(),
                                        "reason",
                                        "FLIGHT")))
                        .set(
                                "deEscalation",
                                Map.of(
                                        "injury",
                                        "NO",
                                        "phases",
                                        List.of(
                                                Map.of(
                                                        "action",
                                                        1,
                                                        "agitated",
                                                        "YES",
                                                        "possible",
                                                        "YES",
                                                        "attempted",
                                                        "YES",
                                                        "method",
                                                        "COUNSELLOR",
                                                        "worked",
                                                        "YES"),
                                                Map.of(
                                                        "action",
                                                        2,
                                                        "agitated",
                                                        "NO",
                                                        "possible",
                                                        "YES",
                                                        "attempted",
                                                        "NO")))));
        assertThat(logged.read(0)).isEqualTo("R13 ROUTINE_DISCIPLINE");
        assertThat(codes(story.timeline(logged).get("flags"))).containsExactly("AGE_UNDER_10_RESTRAINT");
        JsonNode alerts = brightline
                .get("coordinator", "/api/queries/cases?flag=AGE_UNDER_10_RESTRAINT&school=" + story.school("LAK"))
                .expect(200)
                .json()
                .get("cases");
        assertThat(alerts).hasSize(1);
        assertThat(story.timeline(logged).get("timeline").toString())
                .as("with the star where others bear the name")
                .containsPattern(
                        "Handcuffs – Officer adeyemi( \\([^)]+\\))?, 2026-03-10T15:04:00Z to 2026-03-10T15:09:00Z");
        assertThat(story.measure("deescalation", "M10b", "LAK", "")).isEqualTo("0/1");
    }

    @Test
    void the_notice_given_on_release_is_recorded_when_it_was_said_and_handed_over() {
        Logged logged = story.logs(
                "adeyemi",
                "MAR",
                "2026-03-10T10:00",
                Contact.of(story.student("S-161"))
                        .initiator("OFFICER")
                        .conduct("cps-scc/4-7")
                        .action("A2_DETAIN"));
        story.edits(
                "adeyemi",
                "/api/commands/interactions/" + logged.interaction(0) + "/supplements",
                logged.version(0),
                correction(Map.of(
                        "noticePacket",
                        Map.of(
                                "toldAt",
                                Story.instant("2026-03-10T10:05").toString(),
                                "writtenAt",
                                Story.instant("2026-03-10T10:06").toString(),
                                "to",
                                List.of("STUDENT", "GUARDIAN")))));
        assertThat(story.timeline(logged).get("timeline").toString())
                .contains("in writing: 2026-03-10T15:06:00Z; given to: The student, A parent or guardian.");
    }

    /** A theft on 4 March; the student, born on 6 March 2008, is questioned on another day, in a contact of its own. */
    private Logged questionedOn(String student, String day) {
        Contact contact = Contact.of(story.student(student))
                .initiator("OFFICER")
                .conduct("cps-scc/4-7")
                .arrestPossible("YES")
                .considered()
                .set("student", Map.of("number", story.student(student), "birthDate", "2008-03-06"))
                .set("occurredAt", Story.instant(day + "T09:00").toString())
                .set(
                        "questioning",
                        fields("startedAt", Story.instant(day + "T09:05").toString()))
                .action("A2_QUESTION")
                .action("A3_ARREST")
                .outcome("ARREST_PETITION");
        story.at(day + "T10:00");
        return story.sends("adeyemi", story.document("MAR", "2026-03-04T12:00", contact));
    }

    @Test
    void short_c_the_age_when_the_student_is_questioned_and_arrested_decides_and_not_the_age_at_the_incident() {
        Logged asAnAdult = questionedOn("S-218", "2026-03-06");
        assertThat(story.measure("questioning", "M13", "MAR", "")).isEqualTo("0/0");
        assertThat(story.measure("questioning", "missing", "MAR", ""))
                .as("the age is known: an adult")
                .isEqualTo("0/0");
        assertThat(codes(story.timeline(asAnAdult).get("violations"))).isEmpty();
        assertThat(story.arrests("M1a", "MAR")).as("an arrest at any age").isEqualTo("0/1");

        Logged asAMinor = questionedOn("S-219", "2026-03-05");
        assertThat(story.measure("questioning", "M13", "MAR", "")).isEqualTo("0/1");
        assertThat(codes(story.timeline(asAMinor).get("violations")))
                .containsExactly("NOTICE_NOT_DOCUMENTED", "NO_LISTED_ADULT");
    }

    @Test
    void short_c_a_corrected_day_corrects_the_age() {
        Logged logged = questionedOn("S-220", "2026-03-06");
        story.at("2026-03-09T09:00");
        story.edits(
                "supervisor",
                "/api/commands/interactions/" + logged.interaction(0) + "/corrections",
                logged.version(0),
                fields(
                        "occurredAt",
                        Story.instant("2026-03-05T09:00").toString(),
                        "reason",
                        "WRONG_TIME",
                        "basis",
                        "OWN_REVIEW"));
        assertThat(story.measure("questioning", "M13", "MAR", "")).isEqualTo("0/1");
        assertThat(story.measure("questioning", "M13", "MAR", "asKnownOn=2026-03-06"))
                .isEqualTo("0/0");
    }
}

package brightline.scenarios;

import static brightline.scenarios.Story.correction;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.scenarios.Story.Logged;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Stories with their class under both rule sets and their part in the shares of routine discipline (M2) and of arrest
 * versus alternative (M1). Everything happens over HTTP on the running system.
 */
class ScenariosTest extends ScenarioBase {
    @Test
    void s01_a_phone_taken_in_class_is_routine_discipline() {
        Logged logged = story.logs(
                "adeyemi",
                "MAR",
                "2026-03-02T09:40",
                Contact.of(story.student("S-101"))
                        .askedByStaff()
                        .conduct("cps-scc/1-8")
                        .arrestPossible("NO")
                        .action("A2_ESCORT")
                        .action("A2_SEIZE")
                        .action("D_ENFORCE_RULE")
                        .outcome("NONE"));
        assertThat(logged.read(0)).isEqualTo("R02 ROUTINE_DISCIPLINE");
        underBothRuleSets("MAR", Map.of("ROUTINE_DISCIPLINE", 1));
        assertThat(story.routine("M2a", "MAR")).isEqualTo("1/1");
        assertThat(story.arrests("M1a", "MAR")).isEqualTo("0/0");
    }

    @Test
    void s02_the_same_request_declined_counts_as_declined() {
        Logged logged = story.logs(
                "castellane",
                "MAR",
                "2026-03-02T09:42",
                Contact.of(story.student("S-101"))
                        .askedByStaff()
                        .conduct("cps-scc/1-8")
                        .arrestPossible("NO")
                        .action("A0_REFER_BACK", "referredTo", "DEAN")
                        .outcome("REFER_BACK"));
        assertThat(logged.read(0)).isEqualTo("R08 DECLINED");
        underBothRuleSets("MAR", Map.of("DECLINED", 1));
        assertThat(story.routine("M2c", "MAR")).isEqualTo("1/1");
        assertThat(story.routine("M2a", "MAR")).isEqualTo("0/1");
    }

    @Test
    void s03_a_hall_pass_sweep_is_one_incident_with_fourteen_students() {
        Contact[] stopped = IntStream.rangeClosed(1, 14)
                .mapToObj(i -> Contact.of(story.student("S-3" + i))
                        .initiator("OFFICER")
                        .conduct(i <= 3 ? "cps-scc/1-4" : "cps-scc/NO_CONDUCT")
                        .arrestPossible("NO")
                        .action("D_ENFORCE_RULE"))
                .toArray(Contact[]::new);
        Logged logged = story.logs("bartosz", "QUI", "2026-03-02T10:05", stopped);
        assertThat(logged.readAll()).isEqualTo(Collections.nCopies(14, "R02 ROUTINE_DISCIPLINE"));
        underBothRuleSets("QUI", Map.of("ROUTINE_DISCIPLINE", 14));
        assertThat(story.routine("M2a", "QUI")).isEqualTo("14/14");
        JsonNode row = story.figure("involvements", "QUI", "").get("rows").get(0);
        assertThat(row.get("incidents").asInt()).isEqualTo(1);
        assertThat(row.get("students").asInt()).isEqualTo(14);
    }

    @Test
    void s04_a_talk_asked_for_by_staff_is_low_routine_discipline() {
        Logged logged = story.logs(
                "adeyemi",
                "MAR",
                "2026-03-02T11:00",
                Contact.of(story.student("S-102"))
                        .askedByStaff()
                        .conduct("cps-scc/2-6")
                        .arrestPossible("NO")
                        .action("A1_ADVICE"));
        assertThat(logged.read(0)).isEqualTo("R15 ROUTINE_DISCIPLINE_LOW");
        underBothRuleSets("MAR", Map.of("ROUTINE_DISCIPLINE_LOW", 1));
        assertThat(story.routine("M2a", "MAR")).isEqualTo("0/1");
        assertThat(story.routine("M2b", "MAR")).isEqualTo("1/1");
    }

    @Test
    void s05_friendly_advice_is_not_routine() {
        Logged logged = story.logs(
                "castellane",
                "MAR",
                "2026-03-02T11:10",
                Contact.of(story.student("S-501"))
                        .initiator("OFFICER")
                        .conduct("cps-scc/1-1")
                        .arrestPossible("NO")
                        .action("A1_ADVICE"),
                Contact.of(story.student("S-502"))
                        .initiator("OFFICER")
                        .conduct("cps-scc/1-1")
                        .arrestPossible("NO")
                        .action("A1_ADVICE"));
        assertThat(logged.readAll()).containsOnly("R17 NOT_ROUTINE");
        underBothRuleSets("MAR", Map.of("NOT_ROUTINE", 2));
    }

    private Contact inTheFight(String number) {
        return Contact.of(story.student(number))
                .initiator("DISPATCH")
                .conduct("cps-scc/3-3")
                .arrestPossible("YES")
                .set("deEscalation", Map.of("agitated", "YES", "possible", "YES", "attempted", "YES"))
                .imminent("FIGHT_GOING_ON")
                .action(
                        "A2_DETAIN",
                        "startedAt",
                        Story.instant("2026-03-02T12:06:10").toString(),
                        "endedAt",
                        Story.instant("2026-03-02T12:06:50").toString());
    }

    @Test
    void s06_separating_a_fight_in_progress_is_a_safety_response() {
        Logged logged = story.logs("adeyemi", "MAR", "2026-03-02T12:06", inTheFight("S-103"), inTheFight("S-104"));
        assertThat(logged.readAll()).containsExactly("R10 SAFETY_RESPONSE", "R10 SAFETY_RESPONSE");
        underBothRuleSets("MAR", Map.of("SAFETY_RESPONSE", 2));
        assertThat(story.routine("M2a", "MAR")).isEqualTo("0/2");
    }

    @Test
    void s07_an_arrest_for_disorderly_conduct_after_calm_returned_is_routine_discipline() {
        Logged logged = story.logs(
                "adeyemi",
                "MAR",
                "2026-03-02T12:06",
                inTheFight("S-104")
                        .conduct("cps-scc/3-3", "nibrs/90C")
                        .considered()
                        .action("A3_ARREST", "imminentThreat", "NO")
                        .outcome("ARREST_PETITION"));
        assertThat(logged.read(0)).isEqualTo("R14 ROUTINE_DISCIPLINE");
        underBothRuleSets("MAR", Map.of("ROUTINE_DISCIPLINE", 1));
        assertThat(story.routine("M2a", "MAR")).isEqualTo("1/1");
        assertThat(story.arrests("M1a", "MAR")).isEqualTo("0/1");
    }

    @Test
    void s07b_an_arrest_while_blows_are_struck_is_enforcement_although_safety_was_the_task() {
        Logged logged = story.logs(
                "adeyemi",
                "MAR",
                "2026-03-02T12:06",
                inTheFight("S-105")
                        .conduct("cps-scc/3-3", "nibrs/90C")
                        .considered()
                        .action("A3_ARREST")
                        .outcome("ARREST_PETITION"));
        assertThat(logged.read(0)).isEqualTo("R12 ROUTINE_DISCIPLINE");
        underBothRuleSets("MAR", Map.of("ROUTINE_DISCIPLINE", 1));
    }

    @Test
    void s08_a_station_adjustment_is_an_arrest_settled_and_does_not_undo_routine_discipline() {
        Logged logged = story.logs(
                "adeyemi",
                "MAR",
                "2026-03-02T12:06",
                inTheFight("S-104")
                        .conduct("cps-scc/3-3", "nibrs/90C")
                        .action("A3_STATION_ADJ", "imminentThreat", "NO")
                        .outcome("STATION_INFORMAL"));
        assertThat(logged.read(0)).isEqualTo("R14 ROUTINE_DISCIPLINE");
        assertThat(story.arrests("M1a", "MAR")).isEqualTo("0/1");
        assertThat(story.arrests("M1b", "MAR")).isEqualTo("1/1");
        assertThat(story.arrests("M1c", "MAR")).isEqualTo("1/1");
        assertThat(story.routine("M2a", "MAR")).isEqualTo("1/1");
    }

    @Test
    void s09_a_conference_instead_of_arrest_is_an_alternative() {
        Logged logged = story.logs(
                "adeyemi",
                "MAR",
                "2026-03-03T12:30",
                Contact.of(story.student("S-106"))
                        .initiator("DISPATCH")
                        .conduct("cps-scc/4-6", "nibrs/13B")
                        .arrestPossible("YES")
                        .action("A1_ADVICE")
                        .outcome("RJ_CIRCLE"));
        assertThat(logged.read(0)).isEqualTo("R11 LAW_ENFORCEMENT_DISCRETION");
        underBothRuleSets("MAR", Map.of("LAW_ENFORCEMENT_DISCRETION", 1));
        assertThat(story.arrests("M1a", "MAR")).isEqualTo("1/1");
    }

    private Contact armed(String number) {
        return Contact.of(story.student(number))
                .askedByStaff()
                .conduct("cps-scc/6-1", "nibrs/520")
                .arrestPossible("YES")
                .action("A2_SEIZE")
                .considered()
                .action("A3_ARREST")
                .outcome("ARREST_PETITION");
    }

    @Test
    void s10_a_handgun_is_for_the_police() {
        Logged logged = story.logs("adeyemi", "MAR", "2026-03-03T10:02", armed("S-107"));
        assertThat(logged.read(0)).isEqualTo("R07 LAW_ENFORCEMENT");
        underBothRuleSets("MAR", Map.of("LAW_ENFORCEMENT", 1));
        assertThat(story.arrests("M1a", "MAR")).isEqualTo("0/1");
        assertThat(story.routine("M2a", "MAR")).isEqualTo("0/1");
    }

    @Test
    void s11_what_was_taken_for_a_gun_stays_so_in_what_was_known_then() {
        Logged logged = story.logs(
                "adeyemi",
                "MAR",
                "2026-03-03T10:30",
                Contact.of(story.student("S-108"))
                        .askedByStaff()
                        .conduct("cps-scc/6-1")
                        .arrestPossible("YES")
                        .action("A2_SEIZE"));
        assertThat(logged.read(0)).isEqualTo("R07 LAW_ENFORCEMENT");

        story.at("2026-03-03T12:40");
        JsonNode corrected = story.edits(
                "adeyemi",
                "/api/commands/interactions/" + logged.interaction(0) + "/corrections",
                logged.version(0),
                correction(Map.of("conduct", List.of("cps-scc/4-12"))));
        assertThat(Story.reading(corrected)).isEqualTo("R11 LAW_ENFORCEMENT_DISCRETION");

        underBothRuleSets("MAR", Map.of("LAW_ENFORCEMENT_DISCRETION", 1));
        String atEleven = "asKnownOn=" + Story.instant("2026-03-03T11:00");
        assertThat(story.classes("MAR", atEleven)).isEqualTo(Map.of("LAW_ENFORCEMENT", 1));
        assertThat(story.classes("MAR", "asKnownOn=2026-03-02")).isEmpty();
        assertThat(story.classes("MAR", "asKnownOn=2026-03-03")).isEqualTo(Map.of("LAW_ENFORCEMENT_DISCRETION", 1));
    }

    @Test
    void s12_a_search_for_the_schools_policy_is_routine_discipline_and_a_ticket_stays_so() {
        Contact search = Contact.of(story.student("S-109"))
                .askedByStaff()
                .conduct("cps-scc/2-7")
                .arrestPossible("NO")
                .action("A2_SEARCH_PROPERTY", "legalBasis", "SCHOOL_POLICY");
        Logged logged = story.logs("adeyemi", "MAR", "2026-03-04T09:00", search);
        assertThat(logged.read(0)).isEqualTo("R13 ROUTINE_DISCIPLINE");
        underBothRuleSets("MAR", Map.of("ROUTINE_DISCIPLINE", 1));

        JsonNode supplemented = story.edits(
                "adeyemi",
                "/api/commands/interactions/" + logged.interaction(0) + "/supplements",
                logged.version(0),
                correction(Map.of("actions", List.of(Map.of("code", "A3_CITE", "imminentThreat", "NO")))));
        assertThat(Story.reading(supplemented)).isEqualTo("R13 ROUTINE_DISCIPLINE");
    }

    @Test
    void s13_a_warning_for_a_small_amount_of_cannabis_is_an_alternative() {
        Logged logged = story.logs(
                "adeyemi",
                "MAR",
                "2026-03-04T10:00",
                Contact.of(story.student("S-110"))
                        .askedByStaff()
                        .conduct("cps-scc/5-17")
                        .arrestPossible("YES")
                        .action("A1_ADVICE")
                        .outcome("WARN_WRITTEN"));
        assertThat(logged.read(0)).isEqualTo("R11 LAW_ENFORCEMENT_DISCRETION");
        assertThat(story.arrests("M1a", "MAR")).isEqualTo("1/1");
    }

    @Test
    void s14_recommending_a_suspension_is_discipline_whatever_the_conduct() {
        Logged logged = story.logs(
                "adeyemi",
                "MAR",
                "2026-03-04T13:00",
                Contact.of(story.student("S-111"))
                        .askedByStaff()
                        .conduct("cps-scc/5-17")
                        .arrestPossible("YES")
                        .action("D_RECOMMEND"));
        assertThat(logged.read(0)).isEqualTo("R02 ROUTINE_DISCIPLINE");
        underBothRuleSets("MAR", Map.of("ROUTINE_DISCIPLINE", 1));
    }

    @Test
    void s15_questioning_before_notice_is_recorded_as_it_was() {
        Logged logged = story.logs(
                "adeyemi",
                "MAR",
                "2026-03-05T13:05",
                Contact.of(story.student("S-110"))
                        .askedByStaff()
                        .conduct("cps-scc/4-7")
                        .arrestPossible("YES")
                        .action("A2_QUESTION")
                        .set(
                                "questioning",
                                Map.of(
                                        "startedAt",
                                        Story.instant("2026-03-05T13:05").toString(),
                                        "noticeAttempts",
                                        List.of(Map.of(
                                                "at",
                                                Story.instant("2026-03-05T13:10")
                                                        .toString(),
                                                "manner",
                                                "PHONE",
                                                "result",
                                                "REACHED")),
                                        "present",
                                        List.of())));
        assertThat(logged.read(0)).isEqualTo("R11 LAW_ENFORCEMENT_DISCRETION");
        assertThat(story.timeline(logged).toString()).contains("uestion");
    }

    @Test
    void s18_a_wrong_student_loses_the_record_and_the_right_one_gains_it() {
        story.logs("adeyemi", "MAR", "2026-03-06T09:00", talk("S-120"));
        Logged wrong = story.logs("adeyemi", "MAR", "2026-03-06T10:00", talk("S-120"));
        assertThat(students("")).isEqualTo(1);

        story.at("2026-03-09T09:00");
        story.edits(
                "supervisor",
                "/api/commands/interactions/" + wrong.interaction(0) + "/subject-corrections",
                wrong.version(0),
                Map.of(
                        "student",
                        Map.of("number", story.student("S-121"), "firstName", "Other", "lastName", "Twin"),
                        "reason",
                        "WRONG_STUDENT",
                        "basis",
                        "OWN_REVIEW"));
        assertThat(students("")).isEqualTo(2);
        assertThat(students("asKnownOn=2026-03-06")).isEqualTo(1);
        assertThat(story.classes("MAR", "from=2026-03-06&to=2026-03-06")).isEqualTo(Map.of("NOT_ROUTINE", 2));
    }

    private Contact talk(String number) {
        return Contact.of(story.student(number))
                .initiator("OFFICER")
                .conduct("cps-scc/1-1")
                .arrestPossible("NO")
                .action("A1_ADVICE");
    }

    private int students(String filters) {
        return story.figure("involvements", "MAR", filters)
                .get("rows")
                .get(0)
                .get("students")
                .asInt();
    }

    @Test
    void s19_a_wrong_school_moves_both_schools_figures_from_the_correction_on() {
        Logged logged = story.logs("adeyemi", "MAR", "2026-03-06T19:30", talk("S-119"));
        story.at("2026-03-10T09:00");
        story.edits(
                "supervisor",
                "/api/commands/incidents/" + logged.incident() + "/school-corrections",
                logged.incidentVersion(),
                Map.of("school", story.school("QUI"), "reason", "WRONG_SCHOOL", "basis", "OWN_REVIEW"));
        assertThat(story.classes("MAR", "")).isEmpty();
        assertThat(story.classes("QUI", "")).isEqualTo(Map.of("NOT_ROUTINE", 1));
        assertThat(story.classes("MAR", "asKnownOn=2026-03-09")).isEqualTo(Map.of("NOT_ROUTINE", 1));
        assertThat(story.classes("QUI", "asKnownOn=2026-03-09")).isEmpty();
    }

    @Test
    void s17_two_officers_records_of_one_fight_are_one_incident_with_two_students() {
        Contact[] first = {
            inTheFight("S-171").considered().action("A3_ARREST", "imminentThreat", "NO"), inTheFight("S-172")
        };
        Contact[] second = {
            inTheFight("S-171").considered().action("A3_ARREST", "imminentThreat", "NO"), inTheFight("S-172")
        };
        Logged one = story.logs("adeyemi", "MAR", "2026-03-02T12:06", first);
        Logged two = story.logs("castellane", "MAR", "2026-03-02T12:06", second);
        story.edits(
                "supervisor",
                "/api/commands/incidents/" + two.incident() + "/links",
                two.incidentVersion(),
                Map.of("primary", one.incident(), "reason", "DOUBLE_ENTRY", "basis", "SUPERVISOR_REVIEW"));
        JsonNode row = story.figure("involvements", "MAR", "").get("rows").get(0);
        assertThat(row.get("count").asInt()).isEqualTo(4);
        assertThat(row.get("incidents").asInt()).isEqualTo(1);
        assertThat(row.get("students").asInt()).isEqualTo(2);
        assertThat(story.arrests("M1a", "MAR")).isEqualTo("0/1");
        assertThat(story.figure("arrests", "MAR", "groupBy=officer").get("rows"))
                .hasSize(2);
    }

    @Test
    void s20_a_student_of_another_school_counts_where_it_happened() {
        Logged logged = story.logs(
                "adeyemi",
                "MAR",
                "2026-03-11T15:00",
                Contact.of(story.student("S-130"))
                        .set("student", Map.of("number", story.student("S-130"), "homeSchool", story.school("ORC")))
                        .initiator("OFFICER")
                        .conduct("cps-scc/4-9")
                        .arrestPossible("YES")
                        .action("A2_ESCORT"));
        assertThat(logged.read(0)).isEqualTo("R14 ROUTINE_DISCIPLINE");
        assertThat(story.routine("M2a", "MAR")).isEqualTo("1/1");
        assertThat(story.classes("ORC", "")).isEmpty();
    }

    @Test
    void s21_an_assignment_recorded_later_changes_no_class_and_no_figure_as_known_then() {
        story.logs("bartosz", "MAR", "2026-03-12T08:30", talk("S-140"));
        Map<String, Integer> then = story.classes("MAR", "asKnownOn=2026-03-12");
        story.at("2026-04-02T09:00");
        story.post(
                        "coordinator",
                        "/api/commands/officers/" + story.officer("bartosz") + "/assignments",
                        Map.of("school", story.school("MAR"), "from", "2026-03-12"))
                .expect(200);
        assertThat(story.classes("MAR", "asKnownOn=2026-03-12")).isEqualTo(then);
        assertThat(story.classes("MAR", "")).isEqualTo(then);
    }

    @Test
    void s22_a_patrol_officers_arrest_counts_but_not_as_an_sros() {
        Logged logged = story.logs(
                "dupree",
                "MAR",
                "2026-03-12T11:00",
                Contact.of(story.student("S-141"))
                        .initiator("DISPATCH")
                        .conduct("nibrs/90C")
                        .arrestPossible("YES")
                        .considered()
                        .action("A3_ARREST")
                        .outcome("ARREST_PETITION"));
        assertThat(logged.read(0)).isEqualTo("R14 ROUTINE_DISCIPLINE");
        assertThat(story.classes("MAR", "officerCapacity=PATROL")).isEqualTo(Map.of("ROUTINE_DISCIPLINE", 1));
        assertThat(story.classes("MAR", "officerCapacity=SRO")).isEmpty();
    }

    @Test
    void s24_a_late_entry_counts_on_the_day_it_happened() {
        story.at("2026-03-16T08:30");
        story.sends(
                "adeyemi",
                story.document(
                        "MAR",
                        "2026-03-13T17:10",
                        Contact.of(story.student("S-142"))
                                .initiator("OFFICER")
                                .conduct("cps-scc/4-7")
                                .arrestPossible("YES")
                                .considered()
                                .action("A3_ARREST")
                                .outcome("ARREST_PETITION")));
        assertThat(story.classes("MAR", "from=2026-03-13&to=2026-03-13"))
                .isEqualTo(Map.of("LAW_ENFORCEMENT_DISCRETION", 1));
        assertThat(story.classes("MAR", "asKnownOn=2026-03-15")).isEmpty();
        assertThat(story.arrests("M1a", "MAR")).isEqualTo("0/1");
    }

    @Test
    void s25_a_burglary_out_of_hours_is_an_offence_with_a_choice() {
        Map<String, Object> document = story.document(
                "LAK",
                "2026-03-15T02:10",
                Contact.of(story.student("S-140"))
                        .initiator("DISPATCH")
                        .conduct("nibrs/220")
                        .arrestPossible("YES")
                        .considered()
                        .action("A3_ARREST")
                        .outcome("ARREST_PETITION"));
        document.put("inSession", "NO");
        story.at("2026-03-15T04:00");
        Logged logged = story.sends("dupree", document);
        assertThat(logged.read(0)).isEqualTo("R11 LAW_ENFORCEMENT_DISCRETION");
        assertThat(story.arrests("M1a", "LAK")).isEqualTo("0/1");
    }

    @Test
    void s26_a_warrant_for_something_outside_is_taken_out_by_rule_set_two() {
        Logged logged = story.logs(
                "dupree",
                "MAR",
                "2026-03-17T10:00",
                Contact.of(story.student("S-143"))
                        .initiator("WARRANT")
                        .conduct("cps-scc/NO_CONDUCT")
                        .arrestPossible("NO")
                        .considered()
                        .action("A3_ARREST")
                        .outcome("ARREST_PETITION"));
        assertThat(logged.read(0)).isEqualTo("R05 NEEDS_REVIEW");
        assertThat(story.classes("MAR", "ruleSet=1")).isEqualTo(Map.of("NEEDS_REVIEW", 1));
        assertThat(story.classes("MAR", "ruleSet=2")).isEqualTo(Map.of("NOT_APPLICABLE", 1));
        assertThat(story.arrests("M1a", "MAR")).isEqualTo("0/0");
        JsonNode counted = story.figure("involvements", "MAR", "").at("/rows/0");
        assertThat(counted.get("policeActivityAtSchool").asInt()).isEqualTo(1);
        assertThat(counted.get("policeActivityPlaceMissing").asInt()).isZero();
    }

    @Test
    void s27_a_metal_detector_line_records_the_one_student_with_a_knife() {
        Logged knife = story.logs(
                "adeyemi",
                "MAR",
                "2026-03-18T08:00",
                Contact.of(story.student("S-144"))
                        .initiator("SCREENING")
                        .conduct("cps-scc/4-12")
                        .arrestPossible("YES")
                        .action("A2_SEIZE"));
        assertThat(knife.read(0)).isEqualTo("R11 LAW_ENFORCEMENT_DISCRETION");
        Logged wanded = story.logs(
                "adeyemi",
                "MAR",
                "2026-03-18T08:05",
                Contact.of(story.student("S-145"))
                        .initiator("SCREENING")
                        .conduct("cps-scc/NO_CONDUCT")
                        .arrestPossible("NO")
                        .action("A2_SEARCH_PERSON"));
        assertThat(wanded.read(0)).isEqualTo("R04 NOT_APPLICABLE");
        underBothRuleSets("MAR", Map.of("LAW_ENFORCEMENT_DISCRETION", 1, "NOT_APPLICABLE", 1));
    }

    @Test
    void s30_a_child_of_seven_calmed_then_handcuffed_is_routine_discipline() {
        Contact calmed = Contact.of(story.student("S-146"))
                .set("statistics", Map.of("age", 7, "gradeBand", "PK-2"))
                .askedByStaff()
                .conduct("cps-scc/PK2")
                .arrestPossible("NO")
                .imminent("INJURY_ABOUT_TO_HAPPEN")
                .action("A1_ADVICE");
        assertThat(story.logs("adeyemi", "LAK", "2026-03-19T10:00", calmed).read(0))
                .isEqualTo("R10 SAFETY_RESPONSE");

        Contact handcuffed = Contact.of(story.student("S-147"))
                .set("statistics", Map.of("age", 7, "gradeBand", "PK-2"))
                .askedByStaff()
                .conduct("cps-scc/PK2")
                .arrestPossible("NO")
                .imminent("INJURY_ABOUT_TO_HAPPEN")
                .action("A1_ADVICE")
                .action("A2_HANDCUFF", "imminentThreat", "NO");
        assertThat(story.logs("adeyemi", "LAK", "2026-03-19T11:00", handcuffed).read(0))
                .isEqualTo("R13 ROUTINE_DISCIPLINE");
        underBothRuleSets("LAK", Map.of("SAFETY_RESPONSE", 1, "ROUTINE_DISCIPLINE", 1));
    }

    private void underBothRuleSets(String school, Map<String, Integer> classes) {
        List<Map<String, Integer>> read = new ArrayList<>();
        read.add(story.classes(school, "ruleSet=1"));
        read.add(story.classes(school, "ruleSet=2"));
        assertThat(read).isEqualTo(List.of(classes, classes));
    }
}

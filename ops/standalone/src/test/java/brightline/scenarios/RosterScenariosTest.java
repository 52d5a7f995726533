package brightline.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.scenarios.Story.Logged;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Stories about who serves where, how current the roster is and who was trained: scenarios 20 to 23 and the Inspector General's. */
class RosterScenariosTest extends ScenarioBase {
    private static final List<String> TOPICS = List.of(
            "LEGAL",
            "CULTURE",
            "PROBLEM_SOLVING",
            "DE_ESCALATION",
            "YOUTH_DEVELOPMENT",
            "CRISIS",
            "DISABILITY",
            "STUDENT_GROUPS");

    private void says(String path, Map<String, Object> body) {
        int status = story.post("coordinator", "/api/commands/" + path, body)
                .response()
                .statusCode();
        assertThat(status).as(path).isIn(200, 201);
    }

    private void assigned(String officer, String school, String from) {
        says(
                "officers/" + story.officer(officer) + "/assignments",
                Map.of("school", story.school(school), "from", from, "post", "PRIMARY"));
    }

    private String m8(String measure, String school, String filters) {
        return story.measure("roster", measure, school, filters);
    }

    private List<String> onRoster(String school, String filters) {
        return StreamSupport.stream(
                        story.figure("roster", school, filters).get("items").spliterator(), false)
                .map(item -> item.get("officerName").asString())
                .toList();
    }

    private static Contact talk(String number) {
        return Contact.of(number)
                .askedByStaff()
                .conduct("cps-scc/2-6")
                .arrestPossible("NO")
                .action("A1_ADVICE");
    }

    @Test
    void s20_a_student_of_another_school_leaves_the_base_of_the_place_as_it_was() {
        says("schools/" + story.school("MAR") + "/enrolments", Map.of("day", "2025-10-01", "total", 2200));
        says("schools/" + story.school("ORC") + "/enrolments", Map.of("day", "2025-10-01", "total", 900));
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
        JsonNode there = story.figure("involvements", "MAR", "").at("/rows/0");
        assertThat(there.get("instances").asInt()).isEqualTo(1);
        assertThat(there.get("students").asInt()).isEqualTo(1);
        assertThat(story.classes("ORC", "")).isEmpty();
        JsonNode byHome =
                story.figure("involvements", "MAR", "groupBy=homeSchool").get("rows");
        assertThat(byHome).hasSize(1);
        assertThat(byHome.at("/0/group/homeSchool").asString()).isEqualTo(story.school("ORC"));
        assertThat(byHome.at("/0/students").asInt()).isEqualTo(1);
        JsonNode district = district("homeSchool=" + story.school("ORC"));
        assertThat(district).as("once in the district").hasSize(1);
        assertThat(district.at("/0/group/school").asString()).isEqualTo(story.school("MAR"));
        assertThat(district.at("/0/instances").asInt()).isEqualTo(1);
        assertThat(story.measure("routine-discipline", "M2a", "MAR", "homeSchool=" + story.school("ORC")))
                .isEqualTo("1/1");
        assertThat(enrolled("MAR")).isEqualTo(2200);
        assertThat(enrolled("ORC")).isEqualTo(900);
    }

    /** Counts by the school where it happened, of the whole district. */
    private JsonNode district(String filters) {
        return brightline
                .get(
                        "auditor",
                        "/api/queries/involvements?groupBy=school&" + filters + "&atLeastIndex=" + story.lastIndex())
                .expect(200)
                .json()
                .get("rows");
    }

    @Test
    void s20_somebody_in_no_school_of_the_district_is_an_incident_and_no_student() {
        Logged logged = story.logs(
                "adeyemi",
                "MAR",
                "2026-03-11T15:00",
                talk(story.student("S-131"))
                        .set("student", Map.of("number", story.student("S-131"), "homeSchool", "OUT-OF-DISTRICT")));
        JsonNode there = story.figure("involvements", "MAR", "").at("/rows/0");
        assertThat(there.get("incidents").asInt()).isEqualTo(1);
        assertThat(there.get("nonStudents").asInt()).isEqualTo(1);
        for (String ofStudents : List.of("count", "students", "instances")) {
            assertThat(there.get(ofStudents).asInt()).as(ofStudents).isZero();
        }
        assertThat(story.routine("M2b", "MAR")).isEqualTo("0/0");
        assertThat(story.arrests("M1a", "MAR")).isEqualTo("0/0");
        assertThat(story.timeline(logged).get("involvements")).hasSize(1);
        assertThat(story.figure("cases", "MAR", "").get("cases")).hasSize(1);
    }

    private JsonNode programme(String day) {
        return brightline
                .get("auditor", "/api/queries/programme?asOf=" + day + "&atLeastIndex=" + story.lastIndex())
                .expect(200)
                .json();
    }

    private int enrolled(String school) {
        for (JsonNode one : programme("2026-03-11").get("items")) {
            if (one.get("school").asString().equals(story.school(school))) {
                return one.at("/enrolment/total").asInt();
            }
        }
        throw new AssertionError("No such school");
    }

    @Test
    void s21_off_roster_then_stays_so_in_what_was_known_and_not_once_it_is_back_dated() {
        assigned("bartosz", "QUI", "2025-08-18");
        Logged logged = story.logs("bartosz", "MAR", "2026-03-12T08:30", talk(story.student("S-140")));
        assertThat(logged.read(0)).isEqualTo("R15 ROUTINE_DISCIPLINE_LOW");
        assertThat(m8("offRoster", "MAR", "asOf=2026-03-12")).isEqualTo("1/1");
        assertThat(story.timeline(logged).get("notes").toString()).contains("was not assigned to this school");
        assertThat(onRoster("MAR", "asOf=2026-03-12")).isEmpty();

        story.at("2026-04-02T09:00");
        says(
                "officers/" + story.officer("bartosz") + "/assignments",
                Map.of("school", story.school("MAR"), "from", "2026-03-12", "lastDay", "2026-03-12", "post", "RELIEF"));
        assertThat(m8("offRoster", "MAR", "asOf=2026-03-12")).isEqualTo("0/1");
        assertThat(m8("offRoster", "MAR", "asOf=2026-03-12&asKnownOn=2026-03-12"))
                .isEqualTo("1/1");
        JsonNode entry = story.figure("roster", "MAR", "asOf=2026-03-12").at("/items/0");
        assertThat(entry.get("backDated").asBoolean()).isTrue();
        assertThat(entry.get("post").asString()).isEqualTo("RELIEF");
        assertThat(story.figure("roster", "QUI", "asOf=2026-03-12")
                        .at("/items/0/backDated")
                        .asBoolean())
                .as("entered in March of August, too")
                .isTrue();
        assertThat(story.timeline(logged).get("notes").toString()).doesNotContain("was not assigned");
    }

    @Test
    void s22_a_patrol_officer_without_the_course_is_an_untrained_involvement_and_no_sros() {
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
        assigned("adeyemi", "MAR", "2025-08-18");
        for (String topic : TOPICS) {
            says(
                    "officers/" + story.officer("adeyemi") + "/trainings",
                    Map.of("topic", topic, "completedOn", "2025-07-21", "expiresOn", "2027-07-21"));
        }
        story.logs("adeyemi", "MAR", "2026-03-12T12:00", talk(story.student("S-142")));
        assertThat(story.measure("training", "untrained", "MAR", "asOf=2026-03-12"))
                .isEqualTo("1/2");
        assertThat(story.measure("training", "untrained", "MAR", "asOf=2026-03-12&officerCapacity=SRO"))
                .isEqualTo("0/1");
        assertThat(story.measure("training", "current", "MAR", "asOf=2026-03-12"))
                .isEqualTo("1/1");
        assertThat(story.measure("training", "current", "MAR", "asOf=2027-07-21"))
                .as("expired")
                .isEqualTo("0/1");
        assertThat(story.classes("MAR", "officerCapacity=PATROL")).isEqualTo(Map.of("ROUTINE_DISCIPLINE", 1));
        assertThat(story.timeline(logged).get("notes").toString()).contains("was not current in 8 topics");
    }

    @Test
    void s23_a_transferred_officers_earlier_contact_stays_with_the_earlier_school() {
        assigned("castellane", "MAR", "2025-08-18");
        says(
                "officers/" + story.officer("castellane") + "/assignments/end",
                Map.of("school", story.school("MAR"), "lastDay", "2026-02-28"));
        assigned("castellane", "ORC", "2026-03-01");
        assertThat(onRoster("MAR", "asOf=2026-02-27")).containsExactly("castellane");
        assertThat(onRoster("ORC", "asOf=2026-02-27")).isEmpty();
        assertThat(onRoster("MAR", "asOf=2026-03-01")).isEmpty();
        assertThat(onRoster("ORC", "asOf=2026-03-01")).containsExactly("castellane");

        story.at("2026-03-04T10:00");
        Logged late =
                story.sends("castellane", story.document("MAR", "2026-02-27T10:00", talk(story.student("S-143"))));
        assertThat(story.classes("MAR", "")).isEqualTo(Map.of("ROUTINE_DISCIPLINE_LOW", 1));
        assertThat(story.classes("ORC", "")).isEmpty();
        assertThat(m8("offRoster", "MAR", "")).as("on the roster that day").isEqualTo("0/1");
        assertThat(story.timeline(late).at("/involvements/0/lagHours").asInt()).isEqualTo(120);
    }

    private Contact[] six(String first, String action) {
        Contact[] contacts = new Contact[6];
        for (int i = 0; i < contacts.length; i++) {
            contacts[i] = Contact.of(story.student(first + i))
                    .askedByStaff()
                    .conduct("cps-scc/1-8")
                    .arrestPossible("NO")
                    .action(action);
        }
        return contacts;
    }

    private JsonNode funnel(String as, String unit) {
        return brightline
                .get(
                        as,
                        "/api/queries/funnels?measure=routine-discipline&unit=" + unit + "&school="
                                + story.school("MAR") + "," + story.school("ORC") + "&atLeastIndex="
                                + story.lastIndex())
                .expect(200)
                .json();
    }

    private static JsonNode rowOf(JsonNode funnel, String unit, String value) {
        return StreamSupport.stream(funnel.get("rows").spliterator(), false)
                .filter(row -> row.get("group").get(unit).asString().equals(value))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void s23_the_funnel_follows_the_officer_across_schools_adjusted_for_where_and_with_what_the_contacts_were() {
        story.logs("castellane", "MAR", "2026-02-20T10:00", six("S-150-", "D_ENFORCE_RULE"));
        story.logs("adeyemi", "MAR", "2026-02-20T11:00", six("S-151-", "A1_ADVICE"));
        story.logs("castellane", "ORC", "2026-03-03T10:00", six("S-152-", "A1_ADVICE"));
        JsonNode funnel = funnel("auditor", "officer");
        assertThat(funnel.at("/definition/id").asString()).isEqualTo("M7");
        assertThat(funnel.at("/pooled/numerator").asInt()).isEqualTo(6);
        assertThat(funnel.at("/pooled/denominator").asInt()).isEqualTo(18);
        JsonNode row = rowOf(funnel, "officer", story.officer("castellane"));
        assertThat(row.get("count").asInt()).as("of both schools").isEqualTo(12);
        assertThat(row.get("numerator").asInt()).isEqualTo(6);
        assertThat(row.get("expected").asDouble())
                .as("6 at the pooled 6 of 12 of MAR, 6 at the 0 of 6 of ORC")
                .isEqualTo(3);
        assertThat(row.at("/limits/method").asString()).isEqualTo("EXACT_BINOMIAL");
        assertThat(row.at("/limits/95/lowCount").asInt()).isEqualTo(0);
        assertThat(row.at("/limits/95/highCount").asInt()).isEqualTo(6);
        assertThat(row.get("flag").isNull()).isTrue();
        JsonNode few = rowOf(funnel, "officer", story.officer("adeyemi"));
        assertThat(few.get("text").asString()).isEqualTo("too few");
        assertThat(few.has("value")).isFalse();
        assertThat(funnel.get("notes").toString()).contains("6 of 18 contacts lie in a school and tier");

        JsonNode own = funnel(story.student("castellane"), "officer");
        assertThat(own.get("rows"))
                .as("an officer is shown the own record only")
                .hasSize(1);
        assertThat(own.at("/pooled/denominator").asInt()).isEqualTo(12);
        assertThat(rowOf(funnel("auditor", "school"), "school", story.school("MAR"))
                        .get("count")
                        .asInt())
                .isEqualTo(12);
        for (String wrong : List.of("", "?measure=arrests&unit=school", "?measure=routine-discipline&unit=student")) {
            assertThat(brightline.get("auditor", "/api/queries/funnels" + wrong).status())
                    .as(wrong)
                    .isEqualTo(400);
        }
        assertThat(brightline
                        .get("auditor", "/api/queries/funnels?measure=routine-discipline&unit=school&groupBy=month")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void the_list_of_march_2017_looked_at_on_13_september_2018_is_531_days_old() {
        assigned("adeyemi", "MAR", "2014-08-25");
        says(
                "roster-lists",
                Map.of(
                        "side",
                        "POLICE",
                        "day",
                        "2017-03-31",
                        "lines",
                        List.of(Map.of("starNumber", story.student("adeyemi"), "school", story.school("MAR")))));
        JsonNode answer = story.figure("roster", "MAR", "asOf=2018-09-13");
        JsonNode entry = answer.at("/items/0");
        assertThat(entry.get("lastConfirmed").asString()).isEqualTo("2017-03-31");
        assertThat(entry.get("ageDays").asInt()).isEqualTo(531);
        assertThat(entry.get("onSchoolList").isNull())
                .as("the schools' list went to 2014")
                .isTrue();
        assertThat(m8("staleness", "MAR", "asOf=2018-09-13")).isEqualTo("1/1");
        assertThat(answer.get("notes").toString()).contains("No agreement is in force");
        JsonNode programme = programme("2018-09-13");
        assertThat(programme.get("coordinator").isNull()).isTrue();
        assertThat(programme.get("notes").toString()).contains("NONE: nobody is designated", "NONE IN FORCE");
    }

    @Test
    void the_course_of_an_assigned_officer_meets_its_deadline_and_a_withdrawn_assignment_has_none() {
        var desk = new Desk(brightline);
        String deadlines = "deadlines?rule=IL-SRO-TRAINING&officer=" + story.officer("adeyemi");
        assigned("adeyemi", "MAR", "2025-08-18");
        assigned("adeyemi", "QUI", "2025-09-01");
        assertThat(desk.values("auditor", deadlines, "state")).containsExactly("WAITING", "WAITING");
        assertThat(desk.values("auditor", deadlines, "dueAt"))
                .containsExactly(
                        Story.instant("2026-08-18T23:59:59").toString(),
                        Story.instant("2026-09-01T23:59:59").toString());

        String first =
                desk.items("auditor", deadlines).getFirst().get("deadlineId").asString();
        says(
                "deadlines/" + first + "/met",
                Map.of("metAt", Story.instant("2026-02-01T09:00").toString()));
        says(
                "officers/" + story.officer("adeyemi") + "/trainings",
                Map.of("topic", "SRO_COURSE", "completedOn", "2026-01-15", "certificate", "C-7"));
        says(
                "officers/" + story.officer("adeyemi") + "/assignments/withdrawals",
                Map.of(
                        "school",
                        story.school("QUI"),
                        "from",
                        "2025-09-01",
                        "reason",
                        "WRONG_OFFICER",
                        "basis",
                        "AUDIT"));
        assertThat(desk.values("auditor", deadlines, "state"))
                .as("refused for the first, which was met otherwise, and done for the second")
                .containsExactly("CANCELLED", "MET");
        assigned("adeyemi", "ORC", "2025-10-01");
        assertThat(desk.values("auditor", deadlines, "state")).containsExactly("CANCELLED", "MET", "MET");
    }
}

package brightline.scenarios;

import static brightline.scenarios.Story.correction;
import static brightline.scenarios.Story.fields;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.access.AccountRole;
import brightline.scenarios.RunningBrightline.Answer;
import brightline.scenarios.Story.Logged;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Stories of what follows of contacts - alternatives to arrest, the school's own part - down to the figures they name. */
class CaseScenariosTest extends ScenarioBase {
    private static final String DIVERSIONS = "/api/commands/diversions";

    @BeforeAll
    static void start() {
        brightline.account("analyst", AccountRole.ANALYST, null);
        brightline.account("new-start", AccountRole.PROVIDER, null);
        brightline.account("second-chance", AccountRole.PROVIDER, null);
    }

    private Answer diversion(String as, String path, Object... fields) {
        return story.post(as, DIVERSIONS + path, fields(fields));
    }

    private String offered(Logged logged, String kind, String at, Object... more) {
        Map<String, Object> body = fields(more);
        body.put("interaction", logged.interaction(0));
        body.put("kind", kind);
        body.put("offeredAt", Story.instant(at).toString());
        return story.post("adeyemi", DIVERSIONS, body)
                .expect(201)
                .json()
                .get("diversion")
                .asString();
    }

    @Test
    void s08_a_station_adjustment_is_an_arrest_that_is_diverted() {
        Logged logged = story.logs(
                "adeyemi",
                "MAR",
                "2026-03-02T12:06",
                Contact.inAFight(story.student("S-108"))
                        .conduct("cps-scc/3-3", "nibrs/90C")
                        .action("A3_STATION_ADJ", "imminentThreat", "NO")
                        .outcome("STATION_INFORMAL"));
        assertThat(logged.read(0)).isEqualTo("R14 ROUTINE_DISCIPLINE");
        story.at("2026-03-02T13:00");
        Answer refused = diversion(
                "adeyemi",
                "",
                "interaction",
                logged.interaction(0),
                "kind",
                "WARN_WRITTEN",
                "offeredAt",
                Story.instant("2026-03-02T12:40").toString());
        assertThat(refused.expect(409).json().get("type").asString()).endsWith("pre-arrest-alternative-before-custody");

        String id = offered(logged, "STATION_INFORMAL", "2026-03-02T12:40", "offence", "MISDEMEANOUR");
        diversion(
                        "adeyemi",
                        "/" + id + "/state-query",
                        "askedAt",
                        Story.instant("2026-03-02T12:45").toString(),
                        "answer",
                        "WITHIN_LIMITS",
                        "all",
                        0)
                .expect(200);
        assertThat(diversion(
                                "adeyemi",
                                "/" + id + "/station-adjustment",
                                "on",
                                "2026-03-02",
                                "offence",
                                "MISDEMEANOUR",
                                "due",
                                "2026-05-01",
                                "serviceHours",
                                26)
                        .expect(409)
                        .json()
                        .get("type")
                        .asString())
                .endsWith("service-hours-limit");
        JsonNode issued = diversion(
                        "adeyemi",
                        "/" + id + "/station-adjustment",
                        "on",
                        "2026-03-02",
                        "offence",
                        "MISDEMEANOUR",
                        "due",
                        "2026-05-01",
                        "serviceHours",
                        20,
                        "conditions",
                        List.of("TEEN_COURT"))
                .expect(200)
                .json();
        assertThat(issued.at("/caps/answer").asString()).isEqualTo("WITHIN_BY_OUR_RECORDS");
        assertThat(issued.at("/caps/counts/0/earlier").asInt()).isZero();
        assertThat(story.arrests("M1b", "MAR")).isEqualTo("1/1");
        JsonNode item = story.figure("diversions", "MAR", "").get("items").get(0);
        assertThat(item.get("stage").asString()).isEqualTo("STARTED");
        assertThat(item.get("dueOn").asString()).isEqualTo("2026-05-01");
        assertThat(item.get("flags")).isEmpty();
        assertThat(story.timeline(logged).get("timeline").toString())
                .contains("A station adjustment was issued on 2026-03-02", "Teen or peer court", "within the limits");
    }

    @Test
    void s08_the_limits_count_what_our_records_hold_of_the_student_and_follow_a_correction_to_the_twin() {
        List<Logged> adjusted = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Logged logged = story.logs(
                    "adeyemi",
                    "MAR",
                    "2026-03-0" + (i + 2) + "T10:00",
                    Contact.of(story.student("S-120"))
                            .initiator("OFFICER")
                            .conduct("nibrs/90C")
                            .arrestPossible("YES")
                            .action("A3_STATION_ADJ")
                            .outcome("STATION_INFORMAL"));
            adjusted.add(logged);
            String day = "2026-03-0" + (i + 2);
            String id = offered(logged, "STATION_INFORMAL", day + "T10:05");
            JsonNode issued = diversion(
                            "adeyemi", "/" + id + "/station-adjustment", "on", day, "offence", "MISDEMEANOUR")
                    .expect(200)
                    .json();
            assertThat(issued.at("/caps/counts/0/earlier").asInt()).isEqualTo(i);
            assertThat(issued.at("/caps/answer").asString())
                    .isEqualTo(i < 3 ? "WITHIN_BY_OUR_RECORDS" : "BEYOND_BY_OUR_RECORDS");
        }
        List<String> flags = new ArrayList<>();
        story.figure("diversions", "MAR", "")
                .get("items")
                .forEach(item -> flags.add(item.get("flags").toString()));
        assertThat(flags).hasSize(4).anyMatch(one -> one.contains("CAPS_WITHOUT_APPROVAL"));

        Map<String, Object> twin = correction(Map.of(
                "student", Map.of("number", story.student("S-121"), "firstName", "Invented", "lastName", "Twin")));
        story.edits(
                "supervisor",
                "/api/commands/interactions/" + adjusted.getFirst().interaction(0) + "/subject-corrections",
                adjusted.getFirst().version(0),
                twin);
        Logged next = story.logs(
                "adeyemi",
                "MAR",
                "2026-03-07T10:00",
                Contact.of(story.student("S-120"))
                        .initiator("OFFICER")
                        .conduct("nibrs/90C")
                        .action("A3_STATION_ADJ"));
        JsonNode answer = story.post(
                        "adeyemi",
                        DIVERSIONS,
                        fields(
                                "interaction",
                                next.interaction(0),
                                "kind",
                                "STATION_INFORMAL",
                                "offeredAt",
                                Story.instant("2026-03-07T10:02").toString(),
                                "offence",
                                "MISDEMEANOUR"))
                .expect(201)
                .json();
        assertThat(answer.at("/caps/counts/0/earlier").asInt()).isEqualTo(3);
    }

    @Test
    void s09_a_broken_agreement_leaves_the_decision_and_counts_as_failed() {
        Logged logged = story.logs(
                "adeyemi",
                "MAR",
                "2026-03-02T13:00",
                Contact.of(story.student("S-106"))
                        .initiator("DISPATCH")
                        .conduct("cps-scc/4-6", "nibrs/13B")
                        .arrestPossible("YES")
                        .action("A1_ADVICE")
                        .outcome("RJ_CIRCLE"));
        String id = offered(logged, "RJ_CIRCLE", "2026-03-02T13:05", "provider", "new-start");
        diversion("adeyemi", "/" + id + "/acceptance", "on", "2026-03-02").expect(200);
        assertThat(story.measure("diversions", "M1d", "MAR", "")).isEqualTo("0/0");
        story.at("2026-03-21T09:00");
        assertThat(brightline
                        .post("second-chance", DIVERSIONS + "/" + id + "/failure", fields("on", "2026-03-20"))
                        .status())
                .isEqualTo(404);
        diversion("new-start", "/" + id + "/provider-reports", "on", "2026-03-20", "status", "NOT_COMPLETED")
                .expect(200);
        diversion("new-start", "/" + id + "/failure", "on", "2026-03-20", "reason", "AGREEMENT_BROKEN")
                .expect(200);
        assertThat(story.arrests("M1a", "MAR")).isEqualTo("1/1");
        assertThat(story.measure("diversions", "M1d", "MAR", "")).isEqualTo("0/1");
        assertThat(story.measure("diversions", "M14", "MAR", "")).isEqualTo("0/1");
        assertThat(brightline
                        .get("new-start", "/api/queries/diversions")
                        .expect(200)
                        .json()
                        .get("items"))
                .anyMatch(item -> item.get("diversion").asString().equals(id));
        assertThat(brightline
                        .get("second-chance", "/api/queries/diversions")
                        .expect(200)
                        .json()
                        .get("items"))
                .isEmpty();
        assertThat(brightline
                        .get("analyst", "/api/queries/diversions")
                        .expect(200)
                        .json()
                        .has("items"))
                .isFalse();
    }

    @Test
    void an_arrest_for_which_an_alternative_was_open_says_why_none_was_used() {
        Map<String, Object> document = story.document(
                "MAR",
                "2026-03-02T12:06",
                Contact.of(story.student("S-109"))
                        .initiator("OFFICER")
                        .conduct("cps-scc/4-7")
                        .arrestPossible("YES")
                        .action("A3_ARREST"));
        story.at("2026-03-02T12:30");
        Answer refused =
                story.post("adeyemi", "/api/commands/incidents", document).expect(400);
        assertThat(refused.body()).contains("/students/0/alternativesConsidered", "reason-missing");
    }

    private String school() {
        String account = "dean" + story.school("MAR");
        brightline.account(account, AccountRole.SCHOOL_ADMIN, null, story.school("MAR"));
        return account;
    }

    private Map<String, Object> policeCall(String at) {
        return fields(
                "kind",
                "POLICE_CALL",
                "school",
                story.school("MAR"),
                "madeAt",
                Story.instant(at).toString(),
                "madeBy",
                "DEAN",
                "to",
                "SRO",
                "conduct",
                List.of("5-17"));
    }

    private JsonNode counterparts(String as, String more) {
        return brightline
                .get(
                        as,
                        "/api/queries/counterparts?school=" + story.school("MAR") + "&atLeastIndex=" + story.lastIndex()
                                + more)
                .expect(200)
                .json()
                .get("items");
    }

    @Test
    void s13_the_school_alone_links_its_discipline_and_the_decision_stays_an_alternative() {
        Logged logged = story.logs(
                "adeyemi",
                "MAR",
                "2026-03-04T09:40",
                Contact.of(story.student("S-113"))
                        .askedByStaff()
                        .conduct("cps-scc/5-17")
                        .arrestPossible("YES")
                        .action("A1_ADVICE")
                        .outcome("SUBSTANCE_ED"));
        assertThat(logged.read(0)).isEqualTo("R11 LAW_ENFORCEMENT_DISCRETION");
        String dean = school();
        assertThat(story.post("adeyemi", "/api/commands/referrals", policeCall("2026-03-04T09:35"))
                        .status())
                .isEqualTo(403);
        String referral = story.post(dean, "/api/commands/referrals", policeCall("2026-03-04T09:35"))
                .expect(201)
                .json()
                .get("referral")
                .asString();
        String path = "/api/commands/referrals/" + referral;
        story.post(
                        "adeyemi",
                        path + "/acceptance",
                        fields("at", Story.instant("2026-03-04T09:38").toString()))
                .expect(200);
        story.post("coordinator", path + "/link", fields("incident", logged.incident()))
                .expect(200);
        Map<String, Object> suspension =
                fields("disposition", "OUT_OF_SCHOOL_SUSPENSION", "on", "2026-03-04", "daysOut", 2);
        for (String police : List.of("adeyemi", "supervisor", "coordinator")) {
            assertThat(story.post(police, path + "/discipline", suspension).status())
                    .isEqualTo(403);
        }
        story.post(dean, path + "/discipline", suspension).expect(200);
        assertThat(story.timeline(logged).get("timeline").toString())
                .contains("The school recorded its own decision of 2026-03-04: Out-of-school suspension");
        assertThat(story.arrests("M1a", "MAR")).isEqualTo("1/1");
        JsonNode mine = brightline
                .get(dean, "/api/queries/referrals")
                .expect(200)
                .json()
                .get("items");
        assertThat(mine).hasSize(1);
        assertThat(mine.get(0).get("disposition").asString()).isEqualTo("OUT_OF_SCHOOL_SUSPENSION");
        assertThat(counterparts("coordinator", "")).isEmpty();
    }

    @Test
    void what_one_side_recorded_and_the_other_did_not_is_listed_aged_owned_and_resolved_by_linking() {
        Logged logged = story.logs(
                "adeyemi",
                "MAR",
                "2026-03-04T09:40",
                Contact.of(story.student("S-114"))
                        .askedByStaff()
                        .conduct("cps-scc/1-8")
                        .arrestPossible("NO")
                        .action("A0_REFER_BACK"),
                Contact.of(story.student("S-115")).initiator("OFFICER").action("A1_ADVICE"));
        story.logs(
                "adeyemi",
                "MAR",
                "2026-03-04T11:00",
                Contact.of(story.student("S-116")).initiator("OFFICER").action("A1_ADVICE"));
        String dean = school();
        String referral = story.post(dean, "/api/commands/referrals", policeCall("2026-03-04T10:30"))
                .expect(201)
                .json()
                .get("referral")
                .asString();
        story.at("2026-03-14T09:00");
        List<String> told = new ArrayList<>();
        counterparts(dean, "")
                .forEach(item -> told.add(
                        item.get("side").asString() + " " + item.get("kind").asString() + " "
                                + item.get("ageDays").asInt()));
        assertThat(told).containsExactly("POLICE STAFF_REQUEST 10", "SCHOOL POLICE_CALL 10");

        story.post(
                        "coordinator",
                        "/api/commands/counterparts/" + logged.incident() + "/owner",
                        fields("owner", "coordinator"))
                .expect(200);
        story.post("coordinator", "/api/commands/referrals/" + referral + "/owner", fields("owner", "supervisor"))
                .expect(200);
        assertThat(counterparts("coordinator", "&side=POLICE")
                        .get(0)
                        .get("owner")
                        .asString())
                .isEqualTo("coordinator");
        assertThat(counterparts("coordinator", "&side=SCHOOL")
                        .get(0)
                        .get("owner")
                        .asString())
                .isEqualTo("supervisor");

        story.post(
                        "coordinator",
                        "/api/commands/referrals/" + referral + "/link",
                        fields("incident", logged.incident()))
                .expect(200);
        assertThat(counterparts("coordinator", "")).isEmpty();
        assertThat(counterparts("coordinator", "&asKnownOn=2026-03-05")).hasSize(2);
        story.post(
                        "coordinator",
                        "/api/commands/referrals/" + referral + "/unlink",
                        fields("reason", "OTHER", "basis", "SCHOOL_REPORT"))
                .expect(200);
        assertThat(counterparts("coordinator", "")).hasSize(2);
    }
}

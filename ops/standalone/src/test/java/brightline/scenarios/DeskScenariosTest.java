package brightline.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.TestDatabase;
import brightline.edge.access.AccountRole;
import brightline.scenarios.Story.Logged;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What follows from a record without anybody asking: reviews, deadlines, notices; and what people do about it. */
class DeskScenariosTest extends ScenarioBase {
    static Desk desk;

    @BeforeAll
    static void start() {
        desk = new Desk(brightline);
    }

    private Contact phone(String number) {
        return Contact.of(story.student(number))
                .askedByStaff()
                .conduct("cps-scc/1-8")
                .arrestPossible("NO")
                .action("D_ENFORCE_RULE");
    }

    private Contact arrest(String number) {
        return Contact.of(story.student(number))
                .initiator("OFFICER")
                .conduct("cps-scc/4-7")
                .arrestPossible("YES")
                .considered()
                .action("A3_ARREST")
                .outcome("ARREST_PETITION");
    }

    private Contact armed(String number) {
        return Contact.of(story.student(number))
                .askedByStaff()
                .conduct("cps-scc/6-1", "nibrs/520")
                .arrestPossible("YES")
                .considered()
                .action("A3_ARREST")
                .outcome("ARREST_PETITION");
    }

    private List<String> grounds(Logged logged, int student) {
        return desk.values("supervisor", "reviews?interaction=" + logged.interaction(student), "ground");
    }

    @Test
    void every_arrest_missing_fact_and_flagged_class_opens_one_review_and_nothing_else_does() {
        Logged logged = story.logs(
                "adeyemi",
                "MAR",
                "2026-03-02T09:40",
                arrest("S-1"),
                phone("S-2"),
                phone("S-3").without("imminentThreat").without("conduct"),
                Contact.of(story.student("S-4"))
                        .initiator("OFFICER")
                        .conduct("cps-scc/1-1")
                        .arrestPossible("NO")
                        .action("A1_ADVICE"));
        assertThat(grounds(logged, 0)).containsExactly("ARREST");
        assertThat(grounds(logged, 1)).containsExactly("FLAGGED_CLASS");
        assertThat(grounds(logged, 2))
                .contains(logged.read(2).contains("NEEDS_REVIEW") ? "NEEDS_REVIEW" : "FLAGGED_CLASS");
        assertThat(grounds(logged, 3)).isEmpty();

        story.edits(
                "adeyemi",
                "/api/commands/interactions/" + logged.interaction(1) + "/corrections",
                logged.version(1),
                Story.correction(Map.of("requestedBy", "DEAN", "initiator", "STAFF_REQUEST")));
        assertThat(grounds(logged, 1)).containsExactly("FLAGGED_CLASS");
        assertThat(desk.count(
                        "review.opened",
                        desk.items("supervisor", "reviews?interaction=" + logged.interaction(1))
                                .getFirst()
                                .get("reviewId")
                                .asString()))
                .isEqualTo(1);
        assertThat(story.timeline(logged).get("timeline").toString())
                .contains("A review was opened: a student was arrested or cited.");
    }

    @Test
    void a_complaint_opens_a_review_that_somebody_takes_overrides_and_closes() {
        Logged logged = story.logs("adeyemi", "MAR", "2026-03-02T10:00", phone("S-5"));
        String received = Story.instant("2026-03-02T10:05").toString();
        desk.post(
                        "supervisor",
                        "complaints",
                        Map.of("incident", logged.incident(), "kind", "PARENT_COMPLAINT", "receivedAt", received))
                .expect(201);
        desk.post(
                        "supervisor",
                        "complaints",
                        Map.of(
                                "interaction",
                                logged.interaction(0),
                                "kind",
                                "PARENT_COMPLAINT",
                                "receivedAt",
                                received))
                .expect(201);
        assertThat(grounds(logged, 0)).containsExactly("COMPLAINT", "FLAGGED_CLASS");
        JsonNode review = desk.items("supervisor", "reviews?ground=FLAGGED_CLASS&interaction=" + logged.interaction(0))
                .getFirst();
        assertThat(review.get("classes").get(0).asString()).isEqualTo("ROUTINE_DISCIPLINE");
        assertThat(review.get("incidentNumber").asString()).startsWith("BL-");
        String id = review.get("reviewId").asString();
        assertThat(desk.inbox("supervisor")).contains("review/" + id);
        assertThat(desk.inbox("coordinator")).contains("review/" + id);

        desk.post("coordinator", "reviews/" + id + "/assignment", Map.of("owner", "supervisor"))
                .expect(200);
        assertThat(desk.inbox("coordinator")).doesNotContain("review/" + id);
        desk.post("supervisor", "inbox/done", Map.of("item", "review/" + id)).expect(200);
        assertThat(desk.inbox("supervisor")).doesNotContain("review/" + id);

        Map<String, Object> override =
                Map.of("officer", story.officer("adeyemi"), "class", "SAFETY_RESPONSE", "reason", "FACTS_NOT_RECORDED");
        desk.post("supervisor", "reviews/" + id + "/overrides", override).expect(200);
        assertThat(desk.inbox("supervisor")).contains("review/" + id);
        JsonNode beside = desk.items("supervisor", "reviews?owner=supervisor&interaction=" + logged.interaction(0))
                .getFirst()
                .get("overrides")
                .get(0);
        assertThat(beside.get("derivedClass").asString()).isEqualTo("ROUTINE_DISCIPLINE");
        assertThat(beside.get("overriddenTo").asString()).isEqualTo("SAFETY_RESPONSE");
        assertThat(story.classes("MAR", "")).isEqualTo(Map.of("ROUTINE_DISCIPLINE", 1));

        long open = desk.get("supervisor", "reviews").get("backlog").get("open").asLong();
        desk.post("supervisor", "reviews/" + id + "/close", Map.of("conclusion", "CLASS_OVERRIDDEN"))
                .expect(200);
        assertThat(desk.items("supervisor", "reviews?state=closed&interaction=" + logged.interaction(0)))
                .hasSize(1);
        assertThat(desk.get("supervisor", "reviews").get("backlog").get("open").asLong())
                .isEqualTo(open - 1);
        assertThat(desk.post("supervisor", "reviews/" + id + "/close", Map.of("conclusion", "UNFOUNDED"))
                        .expect(409)
                        .json()
                        .get("type")
                        .asString())
                .endsWith("review-closed");
        assertThat(desk.get("supervisor", "reviews?asKnownOn=2026-03-01&interaction=" + logged.interaction(0))
                        .get("items"))
                .isEmpty();
    }

    @Test
    void s10_the_timers_of_a_handgun_are_met_at_once_and_after_eight_minutes() {
        Logged logged = story.logs("adeyemi", "MAR", "2026-03-03T10:02", armed("S-107"));
        String contact = logged.interaction(0);
        story.at("2026-03-03T10:30");
        desk.met(contact, "IL-FIREARM-POLICE", "2026-03-03T10:02");
        desk.met(contact, "IL-FIREARM-PARENT", "2026-03-03T10:10");
        assertThat(Desk.minutes(desk.deadline(contact, "IL-FIREARM-POLICE"))).isZero();
        assertThat(Desk.minutes(desk.deadline(contact, "IL-FIREARM-PARENT"))).isEqualTo(8);
        assertThat(desk.values("supervisor", "deadlines?interaction=" + contact, "state"))
                .containsExactly("MET", "MET");
        assertThat(grounds(logged, 0)).containsExactly("ARREST");
    }

    @Test
    void a_deadline_ends_with_what_set_it() {
        Logged logged = story.logs("adeyemi", "MAR", "2026-03-03T11:00", armed("S-108"));
        String contact = logged.interaction(0);
        assertThat(desk.values("supervisor", "deadlines?interaction=" + contact, "state"))
                .containsExactly("WAITING", "WAITING");
        story.edits(
                "adeyemi",
                "/api/commands/interactions/" + contact + "/corrections",
                logged.version(0),
                Story.correction(Map.of("conduct", List.of("cps-scc/4-12"))));
        assertThat(desk.values("supervisor", "deadlines?interaction=" + contact, "cancelledBecause"))
                .containsExactly("TRIGGER_CORRECTED", "TRIGGER_CORRECTED");
    }

    @Test
    void s18_who_was_given_a_record_of_the_wrong_student_has_to_be_told() {
        Logged wrong = story.logs("adeyemi", "MAR", "2026-03-06T10:00", phone("S-120"));
        story.at("2026-03-06T12:00");
        desk.disclosed(wrong.interaction(0), "SCHOOL", "2026-03-06T11:00");
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
        story.at("2026-03-09T10:00");
        desk.disclosed(wrong.interaction(0), "COURT", "2026-03-06T15:00");
        desk.disclosed(wrong.interaction(0), "PARENT", "2026-03-09T09:30");

        String list = "disclosures?interaction=" + wrong.interaction(0);
        assertThat(desk.values("clerk", list + "&notice=DUE", "recipient")).containsExactly("COURT", "SCHOOL");
        assertThat(desk.values("clerk", list + "&notice=NONE", "recipient")).containsExactly("PARENT");
        JsonNode due = desk.items("clerk", list + "&recipient=SCHOOL").getFirst();
        assertThat(due.get("noticeCause").asString()).isEqualTo("SUBJECT_CORRECTED");
        String id = due.get("disclosureId").asString();
        assertThat(desk.inbox("clerk")).contains("notice/" + id);
        assertThat(desk.inbox("supervisor")).doesNotContain("notice/" + id);
        desk.post(
                        "clerk",
                        "disclosures/" + id + "/notices",
                        Map.of("sentAt", Story.instant("2026-03-09T09:45").toString(), "manner", "LETTER"))
                .expect(200);
        assertThat(desk.inbox("clerk")).doesNotContain("notice/" + id);
        assertThat(desk.values("clerk", list + "&notice=SENT", "recipient")).containsExactly("SCHOOL");
        assertThat(desk.get("clerk", list + "&asKnownOn=2026-03-08").get("items"))
                .hasSize(1);
    }

    @Test
    void s24_a_late_entry_is_late_comes_after_a_complaint_and_breaches_the_colorado_notice() {
        desk.jurisdiction("colorado");
        try {
            story.at("2026-03-16T08:30");
            Logged late = story.sends("adeyemi", story.document("MAR", "2026-03-13T17:10", arrest("S-142")));
            desk.post(
                            "supervisor",
                            "complaints",
                            Map.of(
                                    "interaction",
                                    late.interaction(0),
                                    "kind",
                                    "PARENT_COMPLAINT",
                                    "receivedAt",
                                    Story.instant("2026-03-15T08:30").toString()))
                    .expect(201);
            desk.settle();
            JsonNode row = story.figure("lateness", "MAR", "").get("rows").get(0);
            assertThat(row.get("medianHours").decimalValue()).isEqualByComparingTo("63.33");
            assertThat(row.get("p90Hours").decimalValue()).isEqualByComparingTo("63.33");
            assertThat(story.measure("lateness", "late", "MAR", "")).isEqualTo("1/1");
            assertThat(story.measure("lateness", "afterComplaint", "MAR", "")).isEqualTo("1/1");

            String contact = late.interaction(0);
            JsonNode missed = desk.awaitState(contact, "CO-ARREST-PRINCIPAL", "MISSED");
            assertThat(missed.get("dueAt").asString())
                    .isEqualTo(Story.instant("2026-03-14T17:10").toString());
            assertThat(missed.get("source").asString()).isEqualTo("C.R.S. 22-32-146");
            story.at("2026-03-16T09:30");
            desk.met(contact, "CO-ARREST-PRINCIPAL", "2026-03-16T09:00");
            assertThat(desk.deadline(contact, "CO-ARREST-PRINCIPAL")
                            .get("state")
                            .asString())
                    .isEqualTo("MET_LATE");
            assertThat(desk.count("deadline.missed", missed.get("deadlineId").asString()))
                    .isEqualTo(1);
        } finally {
            desk.jurisdiction("illinois");
        }
    }

    @Test
    void a_rule_switched_off_sets_no_deadline() {
        story.at("2026-03-03T12:00");
        desk.post("coordinator", "deadline-rules/IL-FIREARM-PARENT/switch", Map.of("on", false))
                .expect(200);
        try {
            Logged logged = story.logs("adeyemi", "MAR", "2026-03-03T12:02", armed("S-109"));
            assertThat(desk.values("supervisor", "deadlines?interaction=" + logged.interaction(0), "rule"))
                    .containsExactly("IL-FIREARM-POLICE");
            assertThat(desk.items("supervisor", "deadline-rules").stream()
                            .filter(row -> row.get("rule").asString().equals("IL-FIREARM-PARENT"))
                            .findFirst()
                            .orElseThrow()
                            .get("on")
                            .asBoolean())
                    .isFalse();
        } finally {
            desk.post("coordinator", "deadline-rules/IL-FIREARM-PARENT/switch", Map.of("on", true))
                    .expect(200);
        }
        assertThat(desk.post("coordinator", "deadline-rules/NONE/switch", Map.of("on", true))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_parent_asks_is_refused_and_states_otherwise_in_secret() {
        Logged logged = story.logs("adeyemi", "MAR", "2026-03-04T10:00", phone("S-130"));
        story.at("2026-03-09T09:00");
        desk.post(
                        "clerk",
                        "requests",
                        Map.of(
                                "interaction",
                                logged.interaction(0),
                                "kind",
                                "AMEND",
                                "from",
                                "PARENT",
                                "receivedAt",
                                Story.instant("2026-03-08T09:00").toString()))
                .expect(201);
        String list = "requests?interaction=" + logged.interaction(0);
        String id = desk.items("clerk", list + "&state=open")
                .getFirst()
                .get("requestId")
                .asString();
        assertThat(desk.inbox("clerk")).contains("request/" + id);
        Map<String, Object> statement = Map.of("statement", "Heliotrope telephones ring otherwise");
        assertThat(desk.post("clerk", "requests/" + id + "/statement", statement)
                        .status())
                .isEqualTo(409);
        desk.post("clerk", "requests/" + id + "/decision", Map.of("decision", "REFUSED", "decidedOn", "2026-03-09"))
                .expect(200);
        desk.post("clerk", "requests/" + id + "/statement", statement).expect(200);
        JsonNode decided = desk.items("clerk", list + "&state=decided").getFirst();
        assertThat(decided.get("withStatement").asBoolean()).isTrue();
        assertThat(desk.inbox("clerk")).doesNotContain("request/" + id);
        assertThat(desk.isInTheLog("Heliotrope")).isFalse();
    }

    @Test
    void an_evaluation_keeps_its_figures_and_the_officer_replies() {
        story.at("2026-03-04T09:00");
        Map<String, Object> calming = Map.of("measure", "M10a", "numerator", 9, "denominator", 12, "index", 17);
        Map<String, Object> body = Map.of(
                "officer", story.officer("adeyemi"),
                "from", "2025-08-18",
                "to", "2026-01-30",
                "criteria", "2025-1",
                "figures", List.of(calming, Map.of("measure", "M1a", "numerator", 0, "denominator", 0)));
        desk.post("supervisor", "evaluations", body).expect(201);
        String list = "evaluations?officer=" + story.officer("adeyemi");
        JsonNode made = desk.items("supervisor", list).getFirst();
        assertThat(made.get("evaluator").asString()).isEqualTo("supervisor");
        assertThat(made.get("figures").get(0).get("value").decimalValue()).isEqualByComparingTo("0.75");
        assertThat(made.get("figures").get(1).get("value").isNull()).isTrue();
        String id = made.get("evaluationId").asString();
        Map<String, Object> reply = Map.of("reply", "Heliotrope radios failed");
        assertThat(story.post("bartosz", "/api/commands/evaluations/" + id + "/reply", reply)
                        .status())
                .isEqualTo(404);
        story.post("adeyemi", "/api/commands/evaluations/" + id + "/reply", reply)
                .expect(200);
        desk.post("supervisor", "evaluations/" + id + "/next-steps", Map.of("steps", List.of("TRAINING")))
                .expect(200);
        JsonNode after = desk.items("supervisor", list).getFirst();
        assertThat(after.get("replied").asBoolean()).isTrue();
        assertThat(after.get("steps").get(0).asString()).isEqualTo("TRAINING");
        assertThat(desk.isInTheLog("Heliotrope")).isFalse();
    }

    @Test
    void activities_are_counted_apart_from_contacts() {
        story.at("2026-03-04T09:00");
        Map<String, Object> teaching =
                Map.of("school", story.school("MAR"), "kind", "TEACHING", "minutes", 45, "students", 28);
        story.post("adeyemi", "/api/commands/activities", teaching).expect(201);
        story.post("adeyemi", "/api/commands/activities", teaching).expect(201);
        String mistaken = story.post(
                        "adeyemi",
                        "/api/commands/activities",
                        Map.of("school", story.school("MAR"), "kind", "MENTORING"))
                .expect(201)
                .json()
                .get("id")
                .asString();
        story.post("adeyemi", "/api/commands/activities/" + mistaken + "/withdraw", Map.of("reason", "DOUBLE_ENTRY"))
                .expect(200);
        desk.settle();
        JsonNode row = story.figure("activities", "MAR", "groupBy=month,schoolYear")
                .get("rows")
                .get(0);
        assertThat(row.get("count").asInt()).isEqualTo(2);
        assertThat(row.get("TEACHING").asInt()).isEqualTo(2);
        assertThat(row.get("MENTORING").asInt()).isZero();
        assertThat(row.get("minutes").asInt()).isEqualTo(90);
        assertThat(row.get("group").get("month").asString()).isEqualTo("2026-03");
        assertThat(row.get("group").get("schoolYear").asString()).isEqualTo("2025-26");
        assertThat(story.classes("MAR", "")).isEmpty();
        assertThat(brightline
                        .get("auditor", "/api/queries/activities?race=BLACK")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void a_deadline_survives_a_restart_and_is_missed_once(@TempDir Path kept) {
        TestDatabase database = TestDatabase.fresh();
        String contact;
        String deadline;
        try (RunningBrightline first =
                new RunningBrightline(kept, database.url(), database.username(), database.password())) {
            Desk.accounts(first);
            Desk before = new Desk(first);
            Story here = new Story(first);
            Logged logged = here.logs(
                    "adeyemi",
                    "MAR",
                    "2026-03-03T10:02",
                    Contact.of(here.student("S-107"))
                            .askedByStaff()
                            .conduct("cps-scc/6-1")
                            .arrestPossible("YES")
                            .considered()
                            .action("A3_ARREST"));
            contact = logged.interaction(0);
            JsonNode waiting = before.deadline(contact, "IL-FIREARM-POLICE");
            assertThat(waiting.get("state").asString()).isEqualTo("WAITING");
            deadline = waiting.get("deadlineId").asString();
            assertThat(before.values("supervisor", "reviews?interaction=" + contact, "ground"))
                    .containsExactly("ARREST");
        }
        try (RunningBrightline second =
                new RunningBrightline(kept, database.url(), database.username(), database.password())) {
            second.now(Story.instant("2026-03-04T10:01"));
            second.account("another", AccountRole.SUPERVISOR, null);
            Desk after = new Desk(second);
            second.now(Story.instant("2026-03-04T10:03"));
            org.awaitility.Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> after.count("deadline.missed", deadline) == 1);
            after.settle();
            assertThat(after.values("another", "deadlines?state=MISSED&interaction=" + contact, "rule"))
                    .contains("IL-FIREARM-POLICE");
            assertThat(after.count("deadline.missed", deadline)).isEqualTo(1);
            assertThat(after.values("another", "reviews?interaction=" + contact, "ground"))
                    .containsExactly("ARREST");
        }
    }
}

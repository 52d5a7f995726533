package brightline.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.access.AccountRole;
import brightline.scenarios.RunningBrightline.Answer;
import brightline.scenarios.Story.Logged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What is shown before sending, handing back after police powers, and taking back what was sent by mistake. */
class LineScenariosTest extends ScenarioBase {
    private static final String SHOWN = "2026-03-02T15:42:00Z";
    static Desk desk;

    @BeforeAll
    static void start() {
        desk = new Desk(brightline);
        brightline.account("line-analyst", AccountRole.ANALYST, null);
    }

    private Contact phone(String number) {
        return Contact.of(story.student(number))
                .askedByStaff()
                .conduct("cps-scc/1-8")
                .arrestPossible("NO");
    }

    private Contact handcuffedAndHandedBack(String number) {
        return phone(number)
                .action("A2_HANDCUFF")
                .action("A2_SEARCH_PERSON", "legalBasis", "SCHOOL_POLICY")
                .action("A0_REFER_BACK", "referredTo", "DEAN");
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asString()));
        return texts;
    }

    @Test
    void handing_back_after_handcuffs_and_a_search_keeps_both_and_counts_as_routine_discipline() {
        Logged logged = story.logs("adeyemi", "MAR", "2026-03-02T09:40", handcuffedAndHandedBack("S-1"));
        JsonNode contact = logged.answer().get("interactions").get(0);
        assertThat(contact.get("class").asString()).isEqualTo("ROUTINE_DISCIPLINE");
        assertThat(texts(contact.get("handedOverAfter"))).containsExactly("A2_HANDCUFF", "A2_SEARCH_PERSON");
        assertThat(contact.get("advice").asString()).contains("Handed over after:");
        assertThat(story.timeline(logged).get("timeline").toString())
                .contains("Handcuffs or other restraint", "Searched person", "Declined and referred back to school");
        assertThat(story.routine("M2a", "MAR")).isEqualTo("1/1");
        assertThat(story.routine("M2c", "MAR")).isEqualTo("0/1");
        assertThat(desk.values("supervisor", "reviews?interaction=" + logged.interaction(0), "ground"))
                .containsExactly("FLAGGED_CLASS");
    }

    @Test
    void what_was_shown_and_unticked_is_told_in_the_case_and_counted_for_supervisor_and_auditor_only() {
        Contact slipped = handcuffedAndHandedBack("S-1")
                .set(
                        "adviceShown",
                        List.of(
                                Map.of("shownAt", SHOWN, "ruleSet", 1, "actions", List.of()),
                                Map.of(
                                        "shownAt",
                                        "2026-03-02T15:43:00Z",
                                        "class",
                                        "ROUTINE_DISCIPLINE",
                                        "rule",
                                        "R13",
                                        "ruleSet",
                                        1,
                                        "actions",
                                        List.of("A2_HANDCUFF", "A2_FORCE"))))
                .set(
                        "unticked",
                        List.of(Map.of("code", "A2_FORCE", "untickedAt", "2026-03-02T15:44:00Z", "reason", "MISTAP")));
        Logged logged = story.logs(
                "adeyemi",
                "MAR",
                "2026-03-02T09:40",
                slipped,
                handcuffedAndHandedBack("S-2")
                        .set("adviceShown", Map.of("class", "ROUTINE_DISCIPLINE", "rule", "R13", "ruleSet", 1)));
        assertThat(story.timeline(logged).get("timeline").toString())
                .contains("ticked then: Handcuffs or other restraint, Physical force")
                .contains("Unticked after the line was shown: Physical force")
                .contains("why: Ticked by mistake");
        assertThat(story.measure("line-changes", "unticked", "MAR", "")).isEqualTo("1/2");
        JsonNode row = story.figure("line-changes", "MAR", "groupBy=officer")
                .get("rows")
                .get(0);
        assertThat(row.get("coerciveMistap").asInt()).isEqualTo(1);
        assertThat(row.get("group").get("officer").asString()).isEqualTo(story.officer("adeyemi"));

        String question = "/api/queries/line-changes?school=" + story.school("MAR");
        assertThat(brightline.get("supervisor", question).status()).isEqualTo(200);
        assertThat(brightline.get("coordinator", question).status()).isEqualTo(403);
        assertThat(brightline.get("line-analyst", question).status()).isEqualTo(403);

        String share =
                "/api/queries/routine-discipline?school=" + story.school("MAR") + "&atLeastIndex=" + story.lastIndex();
        String note = "In 1 of 2 contacts an action was unticked after the line had been shown";
        assertThat(brightline.get("supervisor", share).body()).contains(note);
        assertThat(brightline.get("auditor", share).body()).contains(note);
        assertThat(brightline.get("line-analyst", share).body()).doesNotContain("unticked");
        assertThat(brightline.get("coordinator", share).body()).doesNotContain("unticked");
    }

    @Test
    void its_author_undoes_an_entry_within_ten_minutes_by_the_records_own_time_and_not_later() {
        Logged logged =
                story.logs("adeyemi", "MAR", "2026-03-02T09:40", phone("S-1").action("A1_ADVICE"));
        assertThat(Instant.parse(logged.answer().get("undoUntil").asString()))
                .isEqualTo(Story.instant("2026-03-02T10:00"));
        Logged later = story.sends(
                "adeyemi",
                story.document("MAR", "2026-03-02T09:45", phone("S-2").action("A1_ADVICE")));
        story.at("2026-03-02T09:59");
        story.undoes("adeyemi", logged).expect(200);
        story.at("2026-03-02T10:01");
        Answer refused = story.undoes("adeyemi", later).expect(409);
        assertThat(refused.body()).contains("undo-time-over").contains("void the contacts");
        // What was undone stays so, and asking again says nothing new.
        story.undoes("adeyemi", logged).expect(200);
        assertThat(desk.count("interaction.voided", logged.interaction(0))).isEqualTo(1);
        assertThat(story.classes("MAR", "")).isEqualTo(Map.of("ROUTINE_DISCIPLINE_LOW", 1));
        assertThat(story.classes("MAR", "class=EXCLUDED")).isEqualTo(Map.of("EXCLUDED", 1));
        assertThat(story.timeline(logged).get("timeline").toString())
                .contains("Undone by its author within ten minutes");
    }

    @Test
    void voiding_an_arrest_force_or_a_flagged_class_is_looked_at_and_voiding_a_talk_is_not() {
        Logged logged = story.logs(
                "adeyemi",
                "MAR",
                "2026-03-02T09:40",
                Contact.of(story.student("S-1"))
                        .initiator("OFFICER")
                        .conduct("cps-scc/4-7")
                        .arrestPossible("YES")
                        .considered()
                        .action("A2_HANDCUFF")
                        .action("A3_ARREST")
                        .outcome("ARREST_PETITION"),
                handcuffedAndHandedBack("S-2"),
                phone("S-3").action("D_ENFORCE_RULE"),
                phone("S-4").action("A1_ADVICE"));
        story.undoes("adeyemi", logged).expect(200);
        assertThat(grounds(logged, 0)).containsExactly("ARREST", "VOIDED_ARREST");
        assertThat(grounds(logged, 1)).containsExactly("FLAGGED_CLASS", "VOIDED_FORCE");
        assertThat(grounds(logged, 2)).containsExactly("FLAGGED_CLASS", "VOIDED_FLAGGED_CLASS");
        assertThat(grounds(logged, 3)).isEmpty();
        assertThat(desk.values(
                        "supervisor", "reviews?ground=VOIDED_FORCE&interaction=" + logged.interaction(1), "ground"))
                .hasSize(1);
        assertThat(story.timeline(logged).get("timeline").toString())
                .contains("A review was opened: a contact was voided in which a student was arrested or cited.");

        Logged other = story.logs("adeyemi", "MAR", "2026-03-02T11:40", handcuffedAndHandedBack("S-5"));
        story.edits(
                "supervisor",
                "/api/commands/interactions/" + other.interaction(0) + "/void",
                other.version(0),
                Map.of("reason", "NEVER_HAPPENED", "basis", "SUPERVISOR_REVIEW"));
        assertThat(grounds(other, 0)).containsExactly("FLAGGED_CLASS", "VOIDED_FORCE");
    }

    private static List<String> grounds(Logged logged, int student) {
        return desk.values("supervisor", "reviews?interaction=" + logged.interaction(student), "ground");
    }
}

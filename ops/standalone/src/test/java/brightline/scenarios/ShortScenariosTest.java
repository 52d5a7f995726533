package brightline.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.scenarios.RunningBrightline.Answer;
import brightline.scenarios.Story.Logged;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The short stories, (a) to (h); (g) needs a start of its own and stands in {@code CodeListEditionTest}. */
class ShortScenariosTest extends ScenarioBase {
    @Test
    void a_victim_only_is_no_subject_of_any_measure() {
        Logged logged = story.logs(
                "adeyemi",
                "MAR",
                "2026-03-02T10:00",
                Contact.of(story.student("S-201")).set("role", "VICTIM").initiator("DISPATCH"));
        assertThat(logged.read(0)).isEqualTo("R01 NOT_APPLICABLE");
        assertThat(story.routine("M2a", "MAR")).isEqualTo("0/0");
        assertThat(story.arrests("M1a", "MAR")).isEqualTo("0/0");
    }

    @Test
    void b_an_imminence_left_blank_is_review_work_and_not_a_no() {
        Logged logged = story.logs(
                "adeyemi",
                "MAR",
                "2026-03-02T10:00",
                Contact.of(story.student("S-202"))
                        .askedByStaff()
                        .conduct("cps-scc/1-8")
                        .arrestPossible("NO")
                        .without("imminentThreat")
                        .action("A2_ESCORT"));
        assertThat(logged.read(0)).isEqualTo("R09 NEEDS_REVIEW");
        assertThat(story.routine("M2a", "MAR")).isEqualTo("0/0");
        assertThat(story.routine("M2d", "MAR")).as("backlog").isEqualTo("1/1");
    }

    @Test
    void d_the_school_year_turns_at_midnight_of_the_first_of_august_at_the_school() {
        story.at("2026-08-01T00:30");
        for (String moment : new String[] {"2026-07-31T23:59", "2026-08-01T00:00"}) {
            story.sends(
                    "adeyemi",
                    story.document(
                            "MAR",
                            moment,
                            Contact.of(story.student("S-" + moment))
                                    .askedByStaff()
                                    .conduct("cps-scc/1-8")
                                    .arrestPossible("NO")
                                    .action("D_ENFORCE_RULE")));
        }
        var rows = story.figure("involvements", "MAR", "groupBy=schoolYear").get("rows");
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).get("group").get("schoolYear").asString()).isEqualTo("2025-26");
        assertThat(rows.get(0).get("count").asInt()).isEqualTo(1);
        assertThat(rows.get(1).get("group").get("schoolYear").asString()).isEqualTo("2026-27");
        assertThat(rows.get(1).get("count").asInt()).isEqualTo(1);
    }

    @Test
    void e_sent_twice_under_one_key_it_is_recorded_once() {
        Map<String, Object> document = story.document(
                "MAR",
                "2026-03-02T07:40",
                Contact.of(story.student("S-205"))
                        .askedByStaff()
                        .conduct("cps-scc/1-8")
                        .arrestPossible("NO")
                        .action("D_ENFORCE_RULE"));
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = story.send("adeyemi", document, key).expect(201);
        Answer again = story.send("adeyemi", document, key).expect(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(story.classes("MAR", "")).isEqualTo(Map.of("ROUTINE_DISCIPLINE", 1));
    }

    @Test
    void f_what_happened_after_it_was_recorded_is_refused_beyond_five_minutes() {
        story.at("2026-03-02T09:00");
        Contact contact = Contact.of(story.student("S-206"))
                .askedByStaff()
                .conduct("cps-scc/1-8")
                .arrestPossible("NO")
                .action("D_ENFORCE_RULE");
        Answer ahead = story.send("adeyemi", story.document("MAR", "2026-03-02T09:06", contact), Map.of())
                .expect(400);
        assertThat(ahead.json().get("errors").get(0).get("pointer").asString()).isEqualTo("/occurredAt");
        story.send("adeyemi", story.document("MAR", "2026-03-02T09:04", contact), Map.of())
                .expect(201);
    }

    @Test
    void h_a_municipal_ticket_off_campus_by_patrol_is_allowed_and_counts_as_an_arrest() {
        story.at("2026-03-02T18:00");
        Map<String, Object> document = story.document(
                "MAR",
                "2026-03-02T16:30",
                Contact.of(story.student("S-208"))
                        .initiator("OFFICER")
                        .conduct("cps-scc/4-9")
                        .arrestPossible("YES")
                        .considered()
                        .action("A3_CITE")
                        .outcome("MUNI_TICKET"));
        document.put("place", "OFF_CAMPUS");
        document.put("inSession", "NO");
        story.send("dupree", document, Map.of()).expect(201);
        assertThat(story.arrests("M1a", "MAR")).isEqualTo("0/1");
        assertThat(story.arrests("M1b", "MAR")).isEqualTo("0/1");
    }
}

package brightline.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import brightline.scenarios.RunningBrightline.Answer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A number is no person: one child under several, and a star that several wear one after the other. */
class OnePersonScenariosTest extends ScenarioBase {
    private static final Map<String, Object> TWICE = Map.of("reason", "DOUBLE_ENTRY", "basis", "SCHOOL_REPORT");
    private static final Map<String, Object> CHANGED = Map.of("reason", "CHANGED", "basis", "SCHOOL_REPORT");

    private Contact contact(String number) {
        return Contact.of(story.student(number))
                .askedByStaff()
                .conduct("cps-scc/1-8")
                .arrestPossible("NO")
                .action("D_ENFORCE_RULE");
    }

    private String entered(String number) {
        return story.post(
                        "coordinator",
                        "/api/commands/students",
                        Map.of(
                                "number",
                                story.student(number),
                                "firstName",
                                "Invented",
                                "lastName",
                                "Person",
                                "homeSchool",
                                story.school("MAR"),
                                "enrolledFrom",
                                "2025-08-18"))
                .expect(201)
                .json()
                .get("student")
                .asString();
    }

    private JsonNode found(String number) {
        String path = "/api/queries/students/search?atLeastIndex=" + story.lastIndex();
        Map<String, Object> question = Map.of("number", story.student(number));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> brightline
                                .send("coordinator", "POST", path, question, Map.of())
                                .status()
                        == 200);
        return brightline
                .send("coordinator", "POST", path, question, Map.of())
                .expect(200)
                .json()
                .get("students");
    }

    private Answer edited(String student, String what, String number, Map<String, Object> why) {
        Map<String, Object> body = new LinkedHashMap<>(why);
        body.put("number", story.student(number));
        if (what.equals("numbers")) {
            body.put("from", "2026-03-09");
        }
        long version = found("S-301").get(0).get("version").asLong();
        return story.edit("coordinator", "/api/commands/students/" + student + "/" + what, version, body);
    }

    private int students(String filters) {
        return story.figure("involvements", "MAR", filters)
                .get("rows")
                .get(0)
                .get("students")
                .asInt();
    }

    @Test
    void a_child_under_two_numbers_is_one_from_the_joining_on_and_two_again_once_parted() {
        String kept = entered("S-301");
        story.logs("adeyemi", "MAR", "2026-03-02T10:00", contact("S-301"));
        story.logs("adeyemi", "MAR", "2026-03-03T10:00", contact("S-302"));
        assertThat(students("")).isEqualTo(2);

        story.at("2026-03-10T09:00");
        assertThat(edited(kept, "numbers", "S-302", CHANGED).expect(409).body()).contains("student-number-taken");
        edited(kept, "joins", "S-302", TWICE).expect(200);
        edited(kept, "joins", "S-302", TWICE).expect(200);
        assertThat(students("")).isEqualTo(1);
        assertThat(students("asKnownOn=2026-03-06"))
                .as("what was known then does not move")
                .isEqualTo(2);
        story.logs("adeyemi", "MAR", "2026-03-10T08:00", contact("S-302"));
        assertThat(students("")).isEqualTo(1);
        assertThat(found("S-302").get(0).get("student").asString()).isEqualTo(kept);

        story.at("2026-03-12T09:00");
        assertThat(edited(kept, "partings", "S-303", TWICE).expect(409).body()).contains("student-not-joined");
        edited(kept, "partings", "S-302", TWICE).expect(200);
        assertThat(students("")).isEqualTo(2);
        assertThat(students("asKnownOn=2026-03-11")).isEqualTo(1);
        assertThat(students("asKnownOn=2026-03-06")).isEqualTo(2);
        assertThat(found("S-302")).as("known from contacts alone, as before").isEmpty();
    }

    @Test
    void two_who_were_part_of_one_incident_are_not_joined() {
        String kept = entered("S-301");
        story.logs("adeyemi", "MAR", "2026-03-02T10:00", contact("S-301"), contact("S-302"));
        assertThat(edited(kept, "joins", "S-302", TWICE).expect(409).body()).contains("students-met-in-one-incident");
    }

    @Test
    void a_child_keeps_one_entry_over_a_change_of_number() {
        String kept = entered("S-301");
        story.logs("adeyemi", "MAR", "2026-03-02T10:00", contact("S-301"));
        story.at("2026-03-10T09:00");
        edited(kept, "numbers", "S-310", CHANGED).expect(200);
        for (String number : new String[] {"S-301", "S-310"}) {
            assertThat(found(number).get(0).get("student").asString()).isEqualTo(kept);
        }
        story.logs("adeyemi", "MAR", "2026-03-10T08:00", contact("S-310"));
        story.logs("adeyemi", "MAR", "2026-03-10T08:30", contact("S-301"));
        assertThat(students("")).isEqualTo(1);
        assertThat(entered("S-310")).as("entered again under the new number").isEqualTo(kept);
    }

    @Test
    void a_number_given_again_is_another_childs_and_the_first_keeps_what_was_recorded() {
        String first = entered("S-301");
        story.logs("adeyemi", "MAR", "2026-03-02T10:00", contact("S-301"));
        story.at("2026-03-10T09:00");
        long version = found("S-301").get(0).get("version").asLong();
        Map<String, Object> end = new LinkedHashMap<>(CHANGED);
        end.put("number", story.student("S-301"));
        end.put("lastDay", "2026-03-09");
        story.edit("coordinator", "/api/commands/students/" + first + "/numbers/end", version, end)
                .expect(200);
        assertThat(found("S-301")).isEmpty();
        assertThat(entered("S-301")).isNotEqualTo(first);
        story.logs("adeyemi", "MAR", "2026-03-10T08:00", contact("S-301"));
        assertThat(students("")).isEqualTo(2);
    }

    @Test
    void a_star_in_a_document_means_whoever_wore_it_on_the_day() {
        String star = story.student("star-");
        String first = registered(star, "Okonkwo");
        change(first, "stars", Map.of("starNumber", story.student("new-"), "from", "2026-03-05"));
        String second = registered(star, "Oldacre");
        story.at("2026-03-10T09:00");
        assertThat(reporting(star, "2026-03-04T10:00")).isEqualTo(first);
        assertThat(reporting(star, "2026-03-05T10:00")).isEqualTo(second);
        change(second, "stars/end", Map.of("lastDay", "2026-03-06"));
        Map<String, Object> document = story.document("MAR", "2026-03-07T10:00", contact("S-320"));
        document.put("officer", star);
        assertThat(story.post("coordinator", "/api/commands/incidents", document)
                        .expect(400)
                        .body())
                .contains("unknown-officer");
    }

    private String registered(String star, String name) {
        return story.post(
                        "coordinator",
                        "/api/commands/officers",
                        Map.of("starNumber", star, "name", name, "capacity", "SRO"))
                .expect(201)
                .json()
                .get("officer")
                .asString();
    }

    private void change(String officer, String what, Map<String, Object> body) {
        Map<String, Object> changed = new LinkedHashMap<>(CHANGED);
        changed.putAll(body);
        story.post("coordinator", "/api/commands/officers/" + officer + "/" + what, changed)
                .expect(200);
    }

    private String reporting(String star, String occurredAt) {
        Map<String, Object> document = story.document("MAR", occurredAt, contact("S-" + occurredAt));
        document.put("officer", star);
        return story.post("coordinator", "/api/commands/incidents", document)
                .expect(201)
                .json()
                .at("/interactions/0/involvements/0/officer")
                .asString();
    }
}

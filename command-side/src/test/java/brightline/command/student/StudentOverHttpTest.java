package brightline.command.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import brightline.command.CommandSideOverHttp;
import brightline.command.CommandSideOverHttp.Answer;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.edge.keys.PersonalParts;
import brightline.events.Code;
import brightline.events.SchoolCode;
import brightline.events.student.StudentEvent;
import brightline.events.student.StudentEvent.EnrolmentEnded;
import brightline.events.student.StudentEvent.IdentityChanged;
import brightline.events.student.StudentEvent.IdentityPart;
import brightline.events.student.StudentEvent.StatisticsPart;
import brightline.events.student.StudentEvent.StatisticsRecorded;
import brightline.events.student.StudentEvent.StudentEnrolled;
import brightline.events.student.StudentEvent.StudentRegistered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Students entered and changed by hand, and taken in as a file. */
class StudentOverHttpTest {
    private static final String STUDENTS = "/api/commands/students";

    private static CommandSideOverHttp side;

    @BeforeAll
    static void start() {
        side = new CommandSideOverHttp();
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    private static Answer enter(String number) {
        Answer answer = side.post("coordinator", STUDENTS, """
                {"number":"%s","firstName":"Ada","lastName":"Quill","birthDate":"2010-05-01","homeSchool":"MAR",
                 "enrolledFrom":"2025-08-18","statistics":{"gradeBand":"6-8","race":"BLACK","englishLearner":"NO"}}
                """.formatted(number));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return answer;
    }

    private static Answer correct(Answer student, long version, String body) {
        return side.post("coordinator", corrections(student), body, "If-Match", "\"" + version + "\"");
    }

    private static String corrections(Answer student) {
        return STUDENTS + "/" + student.body().get("student").asString() + "/corrections";
    }

    private static List<StudentEvent> events(Answer student) {
        List<StudentEvent> events = new ArrayList<>();
        side.context
                .getBean(EventStore.class)
                .readEvents(student.body().get("student").asString())
                .forEachRemaining(message -> events.add((StudentEvent) message.getPayload()));
        return events;
    }

    @Test
    void a_student_is_entered_with_grade_group_and_school() {
        Answer entered = enter("H-1");
        assertThat(entered.header("ETag")).isEqualTo("\"2\"");
        assertThat(events(entered))
                .hasExactlyElementsOfTypes(StudentRegistered.class, StatisticsRecorded.class, StudentEnrolled.class);
        Answer again = enter("H-1");
        assertThat(again.body()).isEqualTo(entered.body());
        assertThat(events(entered)).hasSize(3);
    }

    @Test
    void a_student_of_one_name_is_entered_and_one_of_none_is_not() {
        Answer entered = side.post("coordinator", STUDENTS, """
                {"number":"H-MONO","lastName":"Suharto"}""");
        assertThat(entered.status()).as(entered.body().toString()).isEqualTo(201);
        Answer refused = side.post("coordinator", STUDENTS, """
                {"number":"H-NONE"}""");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("/lastName");
        assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo("missing");
    }

    @Test
    void a_contact_under_the_number_of_another_child_is_refused_at_the_number() {
        enter("H-77");
        String contact = """
                {"occurredAt": "2026-03-02T10:15:00-06:00", "school": "MAR", "students": [
                  {"role": "WITNESS", "student": {"number": "H-78", "lastName": "Wren", "birthDate": "2011-01-01"}},
                  {"role": "WITNESS", "student": {"number": "h-77", %s}}]}""";
        Answer other = side.post(
                "adeyemi",
                "/api/commands/incidents",
                contact.formatted("\"firstName\": \"Otis\", \"lastName\": \"Vale\", \"birthDate\": \"2012-02-29\""));
        assertThat(other.status()).as(other.body().toString()).isEqualTo(400);
        assertThat(other.body().get("errors")).singleElement().satisfies(error -> {
            assertThat(error.get("pointer").stringValue()).isEqualTo("/students/1/student/number");
            assertThat(error.get("code").stringValue()).isEqualTo("another-student");
        });
        assertThat(other.body().toString()).doesNotContain("Quill", "2010");
        for (String person : List.of(
                "\"lastName\": \"Vale\"",
                "\"firstName\": \"Otis\", \"lastName\": \"Vale\", \"birthDate\": \"2010-05-01\"",
                "\"firstName\": \"Ada\", \"lastName\": \"Quill\", \"birthDate\": \"2010-01-05\"")) {
            assertThat(side.post("adeyemi", "/api/commands/incidents", contact.formatted(person))
                            .status())
                    .as(person)
                    .isEqualTo(201);
        }
    }

    @Test
    void a_change_is_one_event_that_says_what_changed_and_keeps_the_rest() {
        Answer student = enter("H-2");
        Answer changed = correct(student, 2, """
                {"lastName":"Quill-Marsh","homeSchool":"QUI","enrolledFrom":"2026-01-12","statistics":{"gradeBand":"9-12"}}""");
        assertThat(changed.status()).as(changed.body().toString()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"5\"");
        List<StudentEvent> said = events(student).subList(3, 6);
        PersonalParts parts = side.context.getBean(PersonalParts.class);
        assertThat(said.getFirst()).isInstanceOfSatisfying(IdentityChanged.class, renamed -> {
            assertThat(renamed.changed()).containsExactly(IdentityPart.NAME);
            assertThat(parts.open(renamed.identity(), Identity.class))
                    .contains(new Identity("H-2", "Ada", "Quill-Marsh", LocalDate.parse("2010-05-01")));
        });
        assertThat(said.get(1)).isInstanceOfSatisfying(StatisticsRecorded.class, promoted -> {
            assertThat(promoted.changed()).containsExactly(StatisticsPart.GRADE_BAND);
            assertThat(parts.open(promoted.statistics(), Statistics.class)).hasValueSatisfying(now -> {
                assertThat(now.race()).isEqualTo(new Code("race", "BLACK"));
                assertThat(now.age()).as("follows from the birth date").isNull();
            });
        });
        assertThat(said.getLast())
                .isInstanceOfSatisfying(
                        StudentEnrolled.class,
                        moved -> assertThat(moved.school()).isEqualTo(new SchoolCode("QUI")));
        Answer same = correct(student, 5, "{\"lastName\":\"Quill-Marsh\"}");
        assertThat(same.header("ETag")).isEqualTo("\"5\"");
        assertThat(events(student)).hasSize(6);
    }

    @Test
    void a_student_leaves_on_a_day_that_is_not_before_the_first() {
        Answer student = enter("H-3");
        assertThat(correct(student, 2, "{\"enrolledUntil\":\"2025-08-17\"}").status())
                .isEqualTo(409);
        assertThat(correct(student, 2, "{\"enrolledUntil\":\"2026-01-30\"}").status())
                .isEqualTo(200);
        assertThat(events(student).getLast()).isInstanceOf(EnrolmentEnded.class);
        assertThat(correct(student, 3, "{\"enrolledUntil\":\"2026-01-30\",\"homeSchool\":\"QUI\"}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void an_edit_names_the_version_it_was_made_for() {
        Answer student = enter("H-4");
        assertThat(side.post("coordinator", corrections(student), "{\"lastName\":\"Vale\"}")
                        .status())
                .isEqualTo(428);
        assertThat(correct(student, 1, "{\"lastName\":\"Vale\"}").status()).isEqualTo(412);
        assertThat(side.post(
                                "coordinator",
                                STUDENTS + "/" + UUID.randomUUID() + "/corrections",
                                "{\"lastName\":\"Vale\"}",
                                "If-Match",
                                "\"0\"")
                        .status())
                .isEqualTo(404);
        Answer unknown = correct(student, 2, "{\"homeSchool\":\"NONE\"}");
        assertThat(unknown.status()).isEqualTo(409);
        assertThat(unknown.body().get("type").asString()).endsWith("school-unknown");
        Answer wrong = correct(student, 2, """
                {"birthDate":"2050-01-01","statistics":{"race":"PURPLE"},"enrolledFrom":"1900-01-01"}""");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()
                        .get("errors")
                        .valueStream()
                        .map(e -> e.get("pointer").asString()))
                .containsExactlyInAnyOrder("/birthDate", "/statistics/race", "/enrolledFrom");
        assertThat(wrong.body().toString()).doesNotContain("PURPLE", "2050");
    }

    @Test
    void only_who_keeps_the_list_changes_it() {
        for (String who : List.of("adeyemi", "supervisor", "analyst")) {
            assertThat(side.post(who, STUDENTS, "{}").status()).isEqualTo(403);
            assertThat(side.post(who, STUDENTS + "/" + UUID.randomUUID() + "/corrections", "{}", "If-Match", "\"0\"")
                            .status())
                    .isEqualTo(403);
        }
    }

    @Test
    void a_roster_is_taken_in_over_http_and_says_what_became_of_its_lines() throws IOException {
        byte[] zip = Files.readAllBytes(Path.of("..", "ops", "samples", "oneroster-sample.zip"));
        Answer refused = side.upload(
                "coordinator", "/api/commands/imports", zip, "format", "oneroster-1.2", "assumeImminent", "no");
        assertThat(refused.status()).isEqualTo(400);
        Answer accepted = side.upload("coordinator", "/api/commands/imports", zip, "format", "oneroster-1.2");
        assertThat(accepted.status()).as(accepted.body().toString()).isEqualTo(202);
        String place = String.valueOf(accepted.header("Location"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> !side.get("coordinator", place)
                        .body()
                        .get("state")
                        .asString()
                        .equals("RUNNING"));
        Answer done = side.get("coordinator", place);
        assertThat(done.body().get("state").asString()).isEqualTo("DONE");
        assertThat(done.body().get("lines").asInt()).isEqualTo(131);
        assertThat(done.body().get("accepted").asInt()).isEqualTo(123);
        assertThat(done.body().get("outOfScope").asInt()).isEqualTo(8);
        assertThat(done.body().get("errors")).isEmpty();
        Answer again = side.upload("coordinator", "/api/commands/imports", zip, "format", "oneroster-1.2");
        assertThat(again.header("Location"))
                .as("a roster says who is there today: it is read again")
                .isNotEqualTo(place);
        assertThat(side.upload("adeyemi", "/api/commands/imports", zip, "format", "oneroster-1.2")
                        .status())
                .isEqualTo(403);
    }
}

package brightline.command.clash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import brightline.command.CommandSideOverHttp;
import brightline.command.CommandSideOverHttp.Answer;
import brightline.command.submission.Commands;
import brightline.command.submission.Request;
import brightline.edge.keys.StudentIndex;
import brightline.events.ClashId;
import brightline.events.StudentId;
import brightline.events.clash.ClashCause;
import brightline.events.clash.ClashEvent;
import brightline.events.clash.ClashEvent.ClashFound;
import brightline.events.clash.ClashEvent.ClashReopened;
import brightline.events.student.StudentEvent.StudentJoined;
import brightline.events.student.StudentEvent.StudentParted;
import brightline.events.student.StudentEvent.StudentRegistered;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two children under one number, as people and files state them: kept apart, told apart, and decided about. */
class ClashOverHttpTest {
    private static final String STUDENTS = "/api/commands/students";
    private static final String INCIDENTS = "/api/commands/incidents";
    private static final String OTIS = "\"firstName\": \"Otis\", \"lastName\": \"Vale\", \"birthDate\": \"2012-02-29\"";
    private static final String ADA = "\"firstName\": \"Ada\", \"lastName\": \"Quill\", \"birthDate\": \"2010-05-01\"";
    private static final String THIRD =
            "\"firstName\": \"Bram\", \"lastName\": \"Stell\", \"birthDate\": \"2013-07-07\"";
    private static final String WHY = "\"reason\": \"NEW_INFORMATION\", \"basis\": \"SCHOOL_REPORT\"";

    private static CommandSideOverHttp side;
    private static StudentIndex index;

    @BeforeAll
    static void start() {
        side = new CommandSideOverHttp();
        index = side.context.getBean(StudentIndex.class);
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    private static Answer enter(String number, String person) {
        return side.post("coordinator", STUDENTS, "{\"number\": \"%s\", %s}".formatted(number, person));
    }

    private static Answer contact(String number, String person) {
        return side.post("adeyemi", INCIDENTS, """
                {"occurredAt": "2026-03-02T10:15:00-06:00", "school": "MAR", "students": [
                  {"role": "WITNESS", "student": {"number": "%s"%s}}]}""".formatted(number, person.isEmpty() ? "" : ", " + person));
    }

    private static StudentId studentOf(Answer answer) {
        return new StudentId(UUID.fromString(answer.body().get("student").asString()));
    }

    /** Ada has the number, and Otis was kept apart from her. */
    private static StudentId keptApart(String number) {
        enter(number, ADA);
        Answer kept = enter(number, OTIS + ", \"anotherPerson\": true");
        assertThat(kept.status()).as(kept.body().toString()).isEqualTo(201);
        return studentOf(kept);
    }

    private static ClashId clashOf(String number) {
        List<StudentId> both = index.holders(number);
        return ClashId.of(both.getLast(), both.getFirst());
    }

    private static List<?> eventsOf(Object stream) {
        return side.context
                .getBean(EventStore.class)
                .readEvents(stream.toString())
                .asStream()
                .map(message -> message.getPayload())
                .toList();
    }

    private static Answer decide(ClashId clash, long version, String finding) {
        return side.post(
                "coordinator",
                "/api/commands/clashes/" + clash + "/decision",
                "{\"finding\": \"%s\", %s}".formatted(finding, WHY),
                "If-Match",
                "\"" + version + "\"");
    }

    @Test
    void another_child_under_a_known_number_is_entered_only_when_said_so_and_stands_apart() {
        StudentId ada = studentOf(enter("C-1", ADA));
        Answer refused = enter("C-1", OTIS);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("type").asString())
                .isEqualTo("urn:brightline:problem:student-registered-differently");
        Answer kept = enter("C-1", OTIS + ", \"anotherPerson\": true");
        assertThat(kept.status()).as(kept.body().toString()).isEqualTo(201);
        assertThat(index.find("c-1")).containsExactly(ada, studentOf(kept));
        assertThat(eventsOf(ClashId.of(studentOf(kept), ada)))
                .singleElement()
                .isInstanceOfSatisfying(ClashFound.class, found -> {
                    assertThat(found.from()).isEqualTo(ada);
                    assertThat(found.importId()).isNull();
                });
        assertThat(studentOf(enter("C-1", OTIS + ", \"anotherPerson\": true")))
                .as("said again")
                .isEqualTo(studentOf(kept));
        assertThat(studentOf(enter("C-1", OTIS))).isEqualTo(studentOf(kept));
        assertThat(studentOf(enter("C-1", ADA))).isEqualTo(ada);
    }

    @Test
    void a_number_of_two_is_no_answer_to_who_it_was() {
        StudentId otis = keptApart("C-2");
        Answer asked = contact("C-2", "");
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(409);
        assertThat(asked.body().get("type").asString()).isEqualTo("urn:brightline:problem:number-of-several-students");
        assertThat(asked.body().at("/errors/0/pointer").asString()).isEqualTo("/students/0/student/number");
        assertThat(asked.body().at("/errors/0/code").asString()).isEqualTo("several-students");
        assertThat(asked.body().get("action").asString()).contains("name and birth date");
        assertThat(asked.body().toString()).doesNotContain("C-2", "Otis", "Ada");

        assertThat(contact("C-2", OTIS).status()).as("told apart").isEqualTo(201);
        assertThat(contact("C-2", ADA).status()).isEqualTo(201);
        assertThat(contact("C-2", "\"entry\": \"" + otis + "\"").status())
                .as("chosen")
                .isEqualTo(201);
        assertThat(index.casesOf(otis)).hasSize(2);
        Answer wrong = contact("C-2", "\"entry\": \"" + UUID.randomUUID() + "\"");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body().at("/errors/0/pointer").asString()).isEqualTo("/students/0/student/entry");
    }

    @Test
    void an_officer_says_that_it_is_another_person_under_a_known_number() {
        StudentId ada = studentOf(enter("C-3", ADA));
        assertThat(contact("C-3", OTIS).status()).as("asked first").isEqualTo(400);
        assertThat(index.find("C-3")).containsExactly(ada);
        Answer missing = contact("C-3", "\"lastName\": \"Vale\", \"anotherPerson\": true");
        assertThat(missing.body().at("/errors/0/pointer").asString()).isEqualTo("/students/0/student/birthDate");
        Answer recorded = contact("C-3", OTIS + ", \"anotherPerson\": true");
        assertThat(recorded.status()).as(recorded.body().toString()).isEqualTo(201);
        StudentId otis = index.find("C-3").getLast();
        assertThat(otis).isNotEqualTo(ada);
        assertThat(index.casesOf(otis)).hasSize(1);
        assertThat(index.casesOf(ada)).isEmpty();
        assertThat(eventsOf(clashOf("C-3"))).hasOnlyElementsOfType(ClashFound.class);
        assertThat(contact("C-3", OTIS + ", \"anotherPerson\": true").status()).isEqualTo(201);
        assertThat(index.find("C-3")).as("known by now").containsExactly(ada, otis);
    }

    @Test
    void two_found_to_be_one_child_are_joined_and_parted_when_that_is_taken_back() {
        StudentId otis = keptApart("C-4");
        contact("C-4", OTIS);
        ClashId clash = clashOf("C-4");
        StudentId ada = index.find("C-4").getFirst();
        Answer same = decide(clash, 0, "SAME");
        assertThat(same.status()).as(same.body().toString()).isEqualTo(200);
        assertThat(same.header("ETag")).isEqualTo("\"1\"");
        assertThat(index.find("C-4")).containsExactly(ada);
        assertThat(index.casesOf(ada)).hasSize(1);
        assertThat(eventsOf(otis)).last().isInstanceOf(StudentJoined.class);
        assertThat(contact("C-4", "").status()).as("one child again").isEqualTo(201);
        assertThat(contact("C-4", OTIS).status())
                .as("under the other name, too")
                .isEqualTo(201);
        assertThat(decide(clash, 0, "DIFFERENT").status()).as("seen too early").isEqualTo(412);
        assertThat(decide(clash, 1, "DIFFERENT").body().get("type").asString())
                .isEqualTo("urn:brightline:problem:clash-decided");
        assertThat(decide(clash, 1, "SAME").header("ETag")).as("said again").isEqualTo("\"1\"");

        Answer reopened = side.post(
                "coordinator", "/api/commands/clashes/" + clash + "/reopening", "{" + WHY + "}", "If-Match", "\"1\"");
        assertThat(reopened.status()).as(reopened.body().toString()).isEqualTo(200);
        assertThat(index.find("C-4")).containsExactly(ada, otis);
        assertThat(eventsOf(otis)).last().isInstanceOf(StudentParted.class);
        assertThat(contact("C-4", "").status()).isEqualTo(409);
        assertThat(decide(clash, 2, "DIFFERENT").status()).isEqualTo(200);
        assertThat(index.find("C-4")).as("both have it").containsExactly(ada, otis);
    }

    @Test
    void what_the_key_store_took_from_an_attempt_that_failed_is_still_said_by_the_next() {
        StudentId otis = keptApart("C-8");
        StudentId ada = index.holders("C-8").getFirst();
        contact("C-8", OTIS);
        ClashId clash = clashOf("C-8");
        index.join(otis, ada);
        assertThat(decide(clash, 0, "SAME").status()).isEqualTo(200);
        assertThat(eventsOf(otis)).last().isInstanceOf(StudentJoined.class);
        assertThat(statisticsCorrected()).as("counts under the one pseudonym").isOne();
        index.part(otis);
        assertThat(reopen(clash, 1).status()).isEqualTo(200);
        assertThat(eventsOf(otis)).last().isInstanceOf(StudentParted.class);
        assertThat(statisticsCorrected()).isEqualTo(2);

        StudentId other = studentOf(enter("C-8-B", OTIS));
        index.join(other, ada);
        String joins = STUDENTS + "/" + ada + "/joins";
        String said = "{\"number\": \"C-8-B\", %s}".formatted(WHY);
        assertThat(side.post("coordinator", joins, said, "If-Match", "\"0\"").status())
                .isEqualTo(200);
        assertThat(eventsOf(other)).last().isInstanceOf(StudentJoined.class);
        assertThat(side.post("coordinator", joins, said, "If-Match", "\"0\"").status())
                .as("said again")
                .isEqualTo(200);
        index.part(other);
        assertThat(side.post("coordinator", STUDENTS + "/" + ada + "/partings", said, "If-Match", "\"0\"")
                        .status())
                .isEqualTo(200);
        assertThat(eventsOf(other)).last().isInstanceOf(StudentParted.class);
    }

    private static long statisticsCorrected() {
        return side.jdbc
                .sql("select count(*) from log.domain_event_entry where payload_type like 'interaction.%corrected'"
                        + " and convert_from(payload, 'UTF8') like '%statistics%'")
                .query(Long.class)
                .single();
    }

    private static Answer reopen(ClashId clash, long version) {
        return side.post(
                "coordinator",
                "/api/commands/clashes/" + clash + "/reopening",
                "{" + WHY + "}",
                "If-Match",
                "\"" + version + "\"");
    }

    @Test
    void another_person_under_a_number_nobody_has_is_the_only_one_with_it() {
        StudentId otis = studentOf(enter("C-9", OTIS + ", \"anotherPerson\": true"));
        assertThat(index.holders("C-9")).containsExactly(otis);
        assertThat(contact("C-9-B", OTIS + ", \"anotherPerson\": true").status())
                .isEqualTo(201);
        assertThat(index.holders("C-9-B")).hasSize(1);
        assertThat(contact("C-9-B", "").status()).as("nobody else has it").isEqualTo(201);
        assertThat(index.casesOf(index.holders("C-9-B").getFirst())).hasSize(2);
    }

    @Test
    void who_was_known_from_contacts_alone_is_entered_when_another_is_kept_apart() {
        contact("C-10", ADA);
        StudentId ada = index.holders("C-10").getFirst();
        assertThat(contact("C-10", OTIS + ", \"anotherPerson\": true").status()).isEqualTo(201);
        assertThat(index.holders("C-10")).hasSize(2).startsWith(ada);
        assertThat(eventsOf(ada)).singleElement().isInstanceOf(StudentRegistered.class);
        assertThat(decide(clashOf("C-10"), 0, "SAME").status()).isEqualTo(200);
        assertThat(index.find("C-10")).containsExactly(ada);
    }

    @Test
    void nobody_is_joined_with_who_does_not_stand_in_the_list() {
        StudentId otis = studentOf(enter("C-11", OTIS));
        StudentId nobody = index.register();
        ClashId clash = ClashId.of(otis, nobody);
        side.context
                .getBean(EventStore.class)
                .publish(new GenericDomainEventMessage<>(
                        "Clash",
                        clash.toString(),
                        0,
                        new ClashFound(clash, otis, nobody, ClashCause.COMPARISON_FORM, null)));
        Answer refused = decide(clash, 0, "SAME");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().get("type").asString()).isEqualTo("urn:brightline:problem:student-without-entry");
        assertThat(index.find("C-11")).containsExactly(otis);
    }

    @Test
    void who_turned_out_to_be_another_already_is_not_joined_before_that_is_taken_back() {
        StudentId otis = keptApart("C-12");
        StudentId third = studentOf(enter("C-12", THIRD + ", \"anotherPerson\": true"));
        StudentId ada = index.holders("C-12").getFirst();
        assertThat(decide(ClashId.of(third, otis), 0, "SAME").status()).isEqualTo(200);
        Answer refused = decide(ClashId.of(third, ada), 0, "SAME");
        assertThat(refused.body().get("type").asString()).isEqualTo("urn:brightline:problem:student-joined-otherwise");
        assertThat(refused.body().get("action").asString()).contains("take back");
        assertThat(decide(ClashId.of(otis, ada), 0, "SAME").body().get("type").asString())
                .as("others count as the one who would rest")
                .isEqualTo("urn:brightline:problem:student-joined-otherwise");
        assertThat(reopen(ClashId.of(third, otis), 1).status()).isEqualTo(200);
        assertThat(decide(ClashId.of(third, ada), 0, "SAME").status()).isEqualTo(200);
    }

    @Test
    void two_who_were_joined_by_hand_stay_so_whatever_is_answered_and_taken_back() {
        StudentId otis = keptApart("C-13");
        StudentId ada = index.holders("C-13").getFirst();
        String said = "{\"number\": \"C-13\", %s}".formatted(WHY);
        assertThat(side.post("coordinator", STUDENTS + "/" + ada + "/joins", said, "If-Match", "\"0\"")
                        .status())
                .isEqualTo(200);
        ClashId clash = ClashId.of(otis, ada);
        Answer refused = decide(clash, 0, "DIFFERENT");
        assertThat(refused.body().get("type").asString()).isEqualTo("urn:brightline:problem:clash-joined");
        assertThat(refused.body().get("action").asString()).contains("Part them first");
        assertThat(decide(clash, 0, "SAME").status()).isEqualTo(200);
        assertThat(reopen(clash, 1).status()).isEqualTo(200);
        assertThat(index.find("C-13")).as("joined as before").containsExactly(ada);
        assertThat(side.post("coordinator", STUDENTS + "/" + ada + "/partings", said, "If-Match", "\"0\"")
                        .status())
                .isEqualTo(200);
        assertThat(decide(clash, 2, "DIFFERENT").status()).isEqualTo(200);
    }

    @Test
    void parting_by_hand_whom_an_answer_joined_opens_the_question_again() {
        StudentId otis = keptApart("C-14");
        StudentId ada = index.holders("C-14").getFirst();
        ClashId clash = ClashId.of(otis, ada);
        assertThat(decide(clash, 0, "SAME").status()).isEqualTo(200);
        assertThat(part(ada, "C-14").status()).isEqualTo(200);
        assertThat(index.find("C-14")).containsExactly(ada, otis);
        assertThat(eventsOf(clash)).last().isInstanceOf(ClashReopened.class);
        assertThat(decide(clash, 2, "DIFFERENT").status()).as("it waits again").isEqualTo(200);
    }

    @Test
    void parting_opens_every_question_that_was_answered_with_one_child_and_no_other() {
        StudentId otis = keptApart("C-15");
        StudentId third = studentOf(enter("C-15", THIRD + ", \"anotherPerson\": true"));
        StudentId ada = index.holders("C-15").getFirst();
        assertThat(decide(ClashId.of(otis, ada), 0, "SAME").status()).isEqualTo(200);
        assertThat(decide(ClashId.of(third, ada), 0, "SAME").status()).isEqualTo(200);
        assertThat(decide(ClashId.of(third, otis), 0, "SAME").status())
                .as("both turned out to be Ada")
                .isEqualTo(200);
        assertThat(side.post(
                                "coordinator",
                                STUDENTS,
                                "{\"number\": \"C-15-T\", %s, \"anotherPerson\": true}".formatted(THIRD))
                        .status())
                .isEqualTo(201);
        Answer several = part(ada, "C-15");
        assertThat(several.body().get("type").asString())
                .isEqualTo("urn:brightline:problem:number-of-several-students");
        assertThat(reopen(ClashId.of(third, ada), 1).status()).isEqualTo(200);
        assertThat(part(ada, "C-15").status()).isEqualTo(200);
        assertThat(eventsOf(ClashId.of(otis, ada))).last().isInstanceOf(ClashReopened.class);
        assertThat(index.find("C-15")).containsExactlyInAnyOrder(ada, otis, third);
    }

    @Test
    void what_was_decided_is_not_asked_again_the_other_way_round() {
        StudentId otis = keptApart("C-16");
        StudentId ada = index.holders("C-16").getFirst();
        assertThat(decide(ClashId.of(otis, ada), 0, "DIFFERENT").status()).isEqualTo(200);
        side.context
                .getBean(Commands.class)
                .send(new FindSpelledAlike(ada, "C-16"), FindSpelledAlike.Asked.class, Request.inside("test"));
        assertThat(eventsOf(ClashId.of(ada, otis))).isEmpty();
        assertThat(eventsOf(ClashId.of(otis, ada))).hasSize(2);
    }

    private static Answer part(StudentId from, String number) {
        return side.post(
                "coordinator",
                STUDENTS + "/" + from + "/partings",
                "{\"number\": \"%s\", %s}".formatted(number, WHY),
                "If-Match",
                "\"0\"");
    }

    @Test
    void a_decision_sent_twice_is_made_once() {
        keptApart("C-5");
        ClashId clash = clashOf("C-5");
        String key = UUID.randomUUID().toString();
        for (int sent = 0; sent < 2; sent++) {
            assertThat(side.postUnder(
                                    key,
                                    "coordinator",
                                    "/api/commands/clashes/" + clash + "/decision",
                                    "{\"finding\": \"DIFFERENT\", %s}".formatted(WHY),
                                    "If-Match",
                                    "\"0\"")
                            .status())
                    .isEqualTo(200);
        }
        assertThat(eventsOf(clash)).hasSize(2);
        assertThat(decide(new ClashId(UUID.randomUUID()), 0, "SAME").status()).isEqualTo(404);
        assertThat(side.post("adeyemi", "/api/commands/clashes/" + clash + "/decision", "{}", "If-Match", "\"0\"")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_file_keeps_another_child_apart_from_the_known_one_and_asks_where_a_number_alone_stands() {
        StudentId ada = studentOf(enter("C-6", ADA));
        String head = "source,record_id,person_number,role,occurred_at,school,school_name,student_number,"
                + "first_name,last_name,birth_date\n";
        String line = "RMS,%s,1,WITNESS,2026-03-16T10:15:00-05:00,MAR,Marsh High,C-6,%s\n";
        String place = upload(head + line.formatted("F1", "Otis,Vale,2012-02-29"));
        assertThat(index.find("C-6")).hasSize(2).startsWith(ada);
        StudentId otis = index.find("C-6").getLast();
        assertThat(index.casesOf(otis)).hasSize(1);
        assertThat(eventsOf(clashOf("C-6")))
                .singleElement()
                .isInstanceOfSatisfying(
                        ClashFound.class, found -> assertThat(found.importId()).isNotNull());
        assertThat(side.get("coordinator", place).body().toString()).contains("were kept apart");

        String next = upload(head
                + line.formatted("F2", "Ada,Quill,2010-05-01")
                + line.formatted("F3", ",,")
                + line.formatted("F4", "Otis,Vale,2012-02-29"));
        assertThat(index.find("C-6")).hasSize(2);
        assertThat(index.casesOf(otis)).hasSize(2);
        assertThat(index.casesOf(ada)).hasSize(1);
        assertThat(side.get("coordinator", next).body().get("rejected").asLong())
                .isOne();
        assertThat(side.get("coordinator", next).body().toString())
                .contains("student_number", "is the number of several students")
                .doesNotContain("C-6", "Otis");
    }

    @Test
    void nothing_of_a_clash_names_anybody() {
        keptApart("C-7777");
        decide(clashOf("C-7777"), 0, "DIFFERENT");
        assertThat(eventsOf(clashOf("C-7777"))).hasOnlyElementsOfType(ClashEvent.class);
        assertThat(side.jdbc
                        .sql("select convert_from(payload, 'UTF8') from log.domain_event_entry where type = 'Clash'")
                        .query(String.class)
                        .list()
                        .toString())
                .doesNotContain("C-7777", "Otis", "Vale", "2012-02-29", "Quill");
    }

    private static String upload(String file) {
        Answer accepted = side.upload(
                "coordinator",
                "/api/commands/imports",
                file.getBytes(StandardCharsets.UTF_8),
                "format",
                "brightline-csv");
        assertThat(accepted.status()).as(accepted.body().toString()).isEqualTo(202);
        String place = String.valueOf(accepted.header("Location"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> side.get("coordinator", place)
                        .body()
                        .get("state")
                        .asString()
                        .matches("DONE|FAILED"));
        return place;
    }
}

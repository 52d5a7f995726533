package brightline.query.students;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.edge.access.AccessConfiguration;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.AccountsWithoutLog;
import brightline.edge.access.NewAccount;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.StudentIndex;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.StudentId;
import brightline.events.officer.OfficerEvent.AssignmentEnded;
import brightline.events.officer.OfficerEvent.AssignmentStarted;
import brightline.events.student.StudentEvent.EnrolmentEnded;
import brightline.events.student.StudentEvent.IdentityChanged;
import brightline.events.student.StudentEvent.IdentityPart;
import brightline.events.student.StudentEvent.StudentAlsoEnrolled;
import brightline.events.student.StudentEvent.StudentEnrolled;
import brightline.query.QueryProgram;
import brightline.query.Story;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who finds whom in the district's list of students. Everybody is invented. */
@ExtendWith(OutputCaptureExtension.class)
class StudentSearchTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final LocalDate AUGUST = LocalDate.parse("2025-08-18");

    static QueryProgram program;
    static Story story;
    static StudentId eda;
    static final Map<AccountRole, String> SIGN_IN = new EnumMap<>(AccountRole.class);

    @BeforeAll
    static void start() {
        program = QueryProgram.start(
                WebApplicationType.SERVLET,
                List.of("server.port=0", "brightline.demo=true"),
                AccessConfiguration.class,
                AccountsWithoutLog.class);
        story = program.story().recordedAt("2026-03-02T17:00:00Z");
        story.school("MAR", "Marlow HS").school("QUI", "Quince MS").school("BIG", "Bigelow HS");
        eda = story.student("S-1", "Édá", "Ødegaard-Łuczak", LocalDate.parse("2010-03-02"), "9-12", "MAR", AUGUST);
        story.student("S-2", "Edmund", "O'Hare", LocalDate.parse("2010-03-03"), null, "MAR", AUGUST);
        story.student("S-3", "Edgar", "Ashgrove", null, "6-8", "QUI", AUGUST);
        StudentId gone =
                story.student("S-4", "Edwin", "Netherby", LocalDate.parse("2009-01-01"), "9-12", "MAR", AUGUST);
        story.student("N-0", "Kaʻula", "Mahoe", null, null, "MAR", AUGUST);
        story.student("N-1", "Shay", "O’Dwyer", null, null, "MAR", AUGUST);
        story.student("N-2", "Juan María", "de la Rosa", null, null, "MAR", AUGUST);
        story.student("N-3", "張", "偉", null, null, "MAR", AUGUST);
        story.student("N-4", "D’Angelo", "Fairweather", null, null, "MAR", AUGUST);
        story.submit(new EnrolmentEnded(gone, new SchoolCode("MAR"), LocalDate.parse("2026-01-30")));
        program.settle();
        for (AccountRole role : AccountRole.values()) {
            NewAccount made = program.bean(Accounts.class).create(role.text(), role, null, Set.of("MAR", "BIG"));
            SIGN_IN.put(
                    role,
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString((role.text() + ":" + made.firstPassword())
                                            .getBytes(StandardCharsets.UTF_8)));
        }
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static List<String> numbersOf(String signIn, String number) {
        HttpResponse<String> response = send(signIn, "relief", "{\"number\":\"" + number + "\"}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body())
                .get("students")
                .valueStream()
                .map(student -> student.get("number").asString())
                .toList();
    }

    private static HttpResponse<String> send(AccountRole role, String question) {
        return send(SIGN_IN.getOrDefault(role, ""), role.text(), question);
    }

    private static HttpResponse<String> send(String signIn, String of, String question) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + program.property("local.server.port")
                                    + "/api/queries/students/search"))
                            .header("Content-Type", "application/json")
                            .header("Accept", "application/json, application/problem+json")
                            .header("X-Request-Id", "search-of-" + of)
                            .header("Authorization", signIn)
                            .POST(HttpRequest.BodyPublishers.ofString(question))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode found(AccountRole role, String question) {
        HttpResponse<String> response = send(role, question);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
        return JSON.readTree(response.body());
    }

    private static List<String> numbers(AccountRole role, String question) {
        return found(role, question)
                .get("students")
                .valueStream()
                .map(student -> student.get("number").asString())
                .toList();
    }

    @Test
    void an_officer_finds_a_student_of_the_own_schools_by_number() {
        JsonNode student = found(AccountRole.SRO, """
                {"number": " s-1 "}""").at("/students/0");
        assertThat(student.get("student").asString()).isEqualTo(eda.toString());
        assertThat(student.get("version").asLong()).isEqualTo(2);
        assertThat(student.get("lastName").asString()).isEqualTo("Ødegaard-Łuczak");
        assertThat(student.get("birthDate").asString()).isEqualTo("2010-03-02");
        assertThat(student.get("homeSchool").asString()).isEqualTo("MAR");
        assertThat(student.get("homeSchoolName").asString()).isEqualTo("Marlow HS");
        assertThat(student.get("gradeBand").asString()).isEqualTo("9-12");
        assertThat(student.get("age").asInt()).as("sixteen today").isEqualTo(16);
        assertThat(numbers(AccountRole.SRO, "{\"number\":\"S-3\"}"))
                .as("another school's")
                .isEmpty();
        assertThat(numbers(AccountRole.SRO, "{\"number\":\"S-99\"}")).isEmpty();
        assertThat(found(AccountRole.SRO, "{\"number\":\"S-4\"}")
                        .at("/students/0/enrolled")
                        .asBoolean())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed", "EDA", "éDá", "odegaard", "Øde", "luczak", "łuc ed", "Eda Odegaard-Luczak"})
    void a_name_is_found_by_its_beginnings_whatever_case_accents_and_order(String typed) {
        assertThat(numbers(AccountRole.SRO, JSON.writeValueAsString(Map.of("name", typed))))
                .contains("S-1")
                .doesNotContain("S-3", "S-4");
    }

    @Test
    void a_name_is_not_found_by_its_middle_and_apostrophes_do_not_part_it() {
        assertThat(numbers(AccountRole.SRO, "{\"name\":\"gaard\"}")).isEmpty();
        assertThat(numbers(AccountRole.SRO, "{\"name\":\"ohare\"}")).containsExactly("S-2");
        assertThat(numbers(AccountRole.SRO, "{\"name\":\"O'Ha\"}")).containsExactly("S-2");
        assertThat(numbers(AccountRole.SRO, "{\"name\":\"edmund quill\"}")).isEmpty();
        assertThat(found(AccountRole.SRO, "{\"name\":\"edmund\"}")
                        .at("/students/0/age")
                        .asInt())
                .as("sixteen tomorrow")
                .isEqualTo(15);
    }

    @ParameterizedTest
    @CsvSource({
        "Kaula,N-0",
        "Ka'ula,N-0",
        "KAʻULA mahoe,N-0",
        "O'Dwyer,N-1",
        "ODwyer,N-1",
        "O Dwyer,N-1",
        "o dw shay,N-1",
        "juan delarosa,N-2",
        "de la ro,N-2",
        "maria rosa,N-2",
        "張,N-3",
        "dangelo,N-4",
        "d`angelo,N-4"
    })
    void a_name_is_found_as_people_type_it(String typed, String number) {
        assertThat(numbers(AccountRole.SRO, JSON.writeValueAsString(Map.of("name", typed))))
                .containsExactly(number);
    }

    @Test
    void one_letter_finds_whole_names_only() {
        assertThat(numbers(AccountRole.SRO, "{\"name\":\"x\"}")).isEmpty();
        assertThat(numbers(AccountRole.SRO, "{\"name\":\"e\"}")).isEmpty();
    }

    @Test
    void an_officer_finds_the_students_of_todays_assignments() {
        OfficerId officer = story.officer("Relief Officer");
        NewAccount made =
                program.bean(Accounts.class).create("relief", AccountRole.SRO, officer.value(), Set.of("MAR"));
        String relief = "Basic "
                + Base64.getEncoder()
                        .encodeToString(("relief:" + made.firstPassword()).getBytes(StandardCharsets.UTF_8));
        assertThat(numbersOf(relief, "S-3")).as("assigned nowhere yet").isEmpty();
        assertThat(numbersOf(relief, "S-1")).as("set at the account").isEmpty();
        story.submit(new AssignmentStarted(officer, new SchoolCode("QUI"), LocalDate.parse("2026-02-01")));
        program.settle();
        assertThat(numbersOf(relief, "S-3")).containsExactly("S-3");
        assertThat(numbersOf(relief, "S-1")).isEmpty();
        story.submit(new AssignmentEnded(officer, new SchoolCode("QUI"), LocalDate.parse("2026-03-01")));
        program.settle();
        assertThat(numbersOf(relief, "S-3")).as("the day after the last").isEmpty();
    }

    @Test
    void each_role_finds_and_sees_what_it_may_and_no_more() {
        assertThat(numbers(AccountRole.SCHOOL_ADMIN, "{\"name\":\"ed\",\"school\":\"QUI\"}"))
                .as("not this account's school")
                .isEmpty();
        assertThat(found(AccountRole.SCHOOL_ADMIN, "{\"number\":\"S-1\"}")
                        .at("/students/0/birthDate")
                        .isNull())
                .isTrue();
        assertThat(numbers(AccountRole.CLERK, "{\"name\":\"ed\",\"school\":\"QUI\"}"))
                .containsExactly("S-3");
        assertThat(send(AccountRole.CLERK, "{\"name\":\"ed\"}").body()).contains("/school");
        assertThat(numbers(AccountRole.CLERK, "{\"number\":\"S-3\"}")).containsExactly("S-3");

        JsonNode entry = found(AccountRole.COORDINATOR, "{\"number\":\"S-3\"}").at("/students/0");
        assertThat(entry.get("homeSchool").asString()).isEqualTo("QUI");
        for (String field : List.of("number", "firstName", "lastName", "birthDate")) {
            assertThat(entry.get(field).isNull()).as(field).isTrue();
        }
        assertThat(send(AccountRole.COORDINATOR, "{\"name\":\"ed\"}").statusCode())
                .isEqualTo(400);
        Stream.of(
                        AccountRole.ANALYST,
                        AccountRole.AUDITOR,
                        AccountRole.SUPERVISOR,
                        AccountRole.PROVIDER,
                        AccountRole.SYSADMIN)
                .forEach(role -> assertThat(send(role, "{\"number\":\"S-1\"}").statusCode())
                        .as(role.text())
                        .isEqualTo(403));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\" - \"}",
                "{\"name\":\"ed\",\"number\":\"S-1\"}",
                "{\"number\":\"S\\u0000\"}",
                "[]"
            })
    void a_question_that_is_none_is_refused(String question) {
        assertThat(send(AccountRole.SRO, question).statusCode()).isEqualTo(400);
    }

    @Test
    void every_search_is_kept_without_what_was_searched_or_found(CapturedOutput output) {
        long before = audited();
        numbers(AccountRole.SRO, "{\"name\":\"Odegaard\"}");
        numbers(AccountRole.CLERK, "{\"number\":\"S-1\"}");
        assertThat(audited()).isEqualTo(before + 2);
        assertThat(program.jdbc().sql("""
                                select role || ' ' || action || ' ' || coalesce(array_to_string(schools, ','), 'all') || ' '
                                       || found || ' ' || request_id
                                  from access.read_audit order by entry_id desc limit 2
                                """).query(String.class).list())
                .satisfiesExactly(
                        clerk -> assertThat(clerk).isEqualTo("clerk student-search.number all 1 search-of-clerk"),
                        officer -> assertThat(officer)
                                .matches("sro student-search\\.name (MAR,BIG|BIG,MAR) 1 search-of-sro"));
        assertThat(output.getAll())
                .contains("student-search.name", "student-search.number")
                .doesNotContain("Odegaard", "Ødegaard", "S-1");
        assertThat(program.jdbc()
                        .sql("select string_agg(r::text, '') from access.read_audit r")
                        .query(String.class)
                        .single())
                .doesNotContain("egaard", "S-1", eda.toString());
    }

    @Test
    void what_was_shown_to_whom_is_neither_changed_nor_removed() {
        numbers(AccountRole.CLERK, "{\"number\":\"S-1\"}");
        long before = audited();
        for (String change : List.of(
                "update access.read_audit set found = 0",
                "delete from access.read_audit",
                "truncate access.read_audit")) {
            assertThatThrownBy(() -> program.jdbc().sql(change).update())
                    .as(change)
                    .hasMessageContaining("only added to");
        }
        assertThat(audited()).isEqualTo(before);
    }

    private static long audited() {
        return program.jdbc()
                .sql("select count(*) from access.read_audit")
                .query(Long.class)
                .single();
    }

    @Test
    void a_student_of_two_schools_is_found_at_both_and_leaves_each_by_itself() {
        StudentId both = story.student("S-6", "Yarrow", "Ashdown", null, null, "QUI", AUGUST);
        story.submit(new StudentAlsoEnrolled(both, new SchoolCode("MAR"), AUGUST));
        program.settle();
        JsonNode student = found(AccountRole.SRO, "{\"name\":\"yarrow\",\"school\":\"MAR\"}")
                .at("/students/0");
        assertThat(student.get("homeSchool").asString()).isEqualTo("QUI");
        assertThat(student.get("otherSchools").valueStream().map(JsonNode::asString))
                .containsExactly("Marlow HS");
        assertThat(numbers(AccountRole.SRO, "{\"number\":\"S-6\"}")).containsExactly("S-6");
        assertThat(numbers(AccountRole.CLERK, "{\"name\":\"yarrow\",\"school\":\"QUI\"}"))
                .containsExactly("S-6");

        story.submit(new EnrolmentEnded(both, new SchoolCode("MAR"), LocalDate.parse("2026-01-30")));
        program.settle();
        assertThat(numbers(AccountRole.SRO, "{\"number\":\"S-6\"}")).isEmpty();
        assertThat(numbers(AccountRole.CLERK, "{\"name\":\"yarrow\",\"school\":\"QUI\"}"))
                .containsExactly("S-6");
        assertThat(found(AccountRole.CLERK, "{\"number\":\"S-4\"}")
                        .at("/students/0/lastDay")
                        .asString())
                .isEqualTo("2026-01-30");
    }

    @Test
    void an_entry_stands_where_its_last_event_says() {
        StudentId mover = story.student("S-5", "Juniper", "Vale", null, null, "QUI", AUGUST);
        story.submit(new IdentityChanged(
                mover,
                List.of(IdentityPart.NAME),
                story.sealIdentity(new Identity("S-5", "Juniper", "Valemont", null))));
        long moved = story.submit(new StudentEnrolled(mover, new SchoolCode("MAR"), LocalDate.parse("2026-02-02")));
        program.settle();
        assertThat(moved).isPositive();
        assertThat(numbers(AccountRole.SRO, "{\"name\":\"valem\"}")).containsExactly("S-5");
        assertThat(program.jdbc()
                        .sql(
                                "select school || ' ' || enrolled_from || ' ' || version from rm.student_entry where student_id = ?")
                        .param(mover.value())
                        .query(String.class)
                        .single())
                .isEqualTo("MAR 2026-02-02 3");
    }

    @Test
    void a_search_among_two_thousand_students_answers_soon() {
        List<Object> events = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            events.addAll(story.studentEvents(
                    "B-" + i, "Given" + (i % 50), "Family" + i, LocalDate.parse("2010-01-01"), "9-12", "BIG", AUGUST));
        }
        story.submit(events.toArray());
        program.settle();
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            long began = System.nanoTime();
            JsonNode answer = found(AccountRole.SRO, "{\"name\":\"family199 given\",\"school\":\"BIG\"}");
            millis.add((System.nanoTime() - began) / 1_000_000);
            assertThat(answer.get("students")).hasSize(11);
            assertThat(answer.get("more").asBoolean()).isFalse();
        }
        JsonNode many = found(AccountRole.SRO, "{\"name\":\"family\",\"school\":\"BIG\"}");
        assertThat(many.get("students")).hasSize(50);
        assertThat(many.get("more").asBoolean()).isTrue();
        assertThat(program.bean(StudentIndex.class).find("B-1999")).isNotEmpty();
        millis.sort(null);
        org.slf4j.LoggerFactory.getLogger(StudentSearchTest.class)
                .info("A search by name among 2,000 students takes {} ms (median)", millis.get(millis.size() / 2));
        assertThat(millis.get(millis.size() / 2)).isLessThan(1_500);
    }

    @Test
    void a_number_of_two_shows_both() {
        StudentId other = story.student("S-3B", "Edwina", "Marsh", LocalDate.parse("2012-02-29"), "6-8", "MAR", AUGUST);
        program.bean(StudentIndex.class).share("S-1", other);
        program.settle();
        JsonNode found = JSON.readTree(
                send(AccountRole.SCHOOL_ADMIN, "{\"number\":\"s-1\"}").body());
        assertThat(found.get("students")
                        .valueStream()
                        .map(one -> one.get("student").asString()))
                .containsExactlyInAnyOrder(eda.toString(), other.toString());
        assertThat(found.get("more").asBoolean()).isFalse();
        program.bean(StudentIndex.class).release("S-1", other);
    }
}

package brightline.command.clash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import brightline.command.CommandSideOverHttp;
import brightline.command.student.ListedStudents;
import brightline.command.submission.Commands;
import brightline.edge.keys.EarlierRelease;
import brightline.edge.keys.KeyStore;
import brightline.edge.keys.PersonalParts;
import brightline.edge.keys.StudentIndex;
import brightline.events.ClashId;
import brightline.events.StudentId;
import brightline.events.clash.ClashCause;
import brightline.events.clash.ClashEvent.ClashFound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers that an earlier release compared letter by letter, found again however they are written. */
class NumbersIndexedAgainTest {
    /** Of a no-break hyphen: one in today's form with a plain one, and another in that of an earlier release. */
    private static final String HYPHEN = "\u2011";

    private static CommandSideOverHttp side;
    private static StudentIndex index;
    private static DataSource keys;

    @BeforeAll
    static void start() {
        side = new CommandSideOverHttp();
        index = side.context.getBean(StudentIndex.class);
        keys = side.database.keys().dataSource();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> JdbcClient.create(keys)
                        .sql("select count(*) from keys.number_form where ended_at is not null")
                        .query(Integer.class)
                        .single()
                        .equals(1));
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @BeforeEach
    void as_after_an_upgrade() {
        EarlierRelease.forgetProgress(keys);
    }

    private static StudentId entered(String number, String person) {
        var answer = side.post(
                "coordinator", "/api/commands/students", "{\"number\": \"%s\", %s}".formatted(number, person));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return new StudentId(UUID.fromString(answer.body().get("student").asString()));
    }

    private static StudentId inContact(String number, String person) {
        var answer = side.post("adeyemi", "/api/commands/incidents", """
                {"occurredAt": "2026-03-02T10:15:00-06:00", "school": "MAR", "students": [
                  {"role": "WITNESS", "student": {"number": "%s", %s}}]}""".formatted(number, person));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return index.find(number).getFirst();
    }

    private static void asEarlier(String number, StudentId student) {
        EarlierRelease.index(side.context.getBean(KeyStore.class), keys, number, student);
    }

    private static NumbersIndexedAgain task(Consumer<StudentId> reached) {
        return new NumbersIndexedAgain(
                index,
                side.context.getBean(ListedStudents.class),
                side.context.getBean(PersonalParts.class),
                side.context.getBean(Commands.class),
                2,
                reached);
    }

    @Test
    void a_number_is_found_however_it_is_written() {
        StudentId listed = entered("I" + HYPHEN + "1", "\"lastName\": \"Quill\"");
        StudentId known = inContact("I" + HYPHEN + "2", "\"lastName\": \"Vale\"");
        asEarlier("I" + HYPHEN + "1", listed);
        asEarlier("I" + HYPHEN + "2", known);
        assertThat(index.find("I-1")).as("before").isEmpty();
        assertThat(index.find("I" + HYPHEN + "1")).containsExactly(listed);
        task(_ -> {}).run();
        assertThat(index.find("I-1")).containsExactly(listed);
        assertThat(index.find("i-2")).as("known from contacts alone").containsExactly(known);
        assertThat(index.notIndexedAgain(1)).as("it is done").isEmpty();
    }

    @Test
    void it_goes_on_after_a_restart_where_it_stopped() {
        List<StudentId> students = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            StudentId one = entered("R" + HYPHEN + i, "\"lastName\": \"Quill\"");
            asEarlier("R" + HYPHEN + i, one);
            students.add(one);
        }
        List<StudentId> seen = new ArrayList<>();
        Throwable cut = catchThrowable(() -> task(student -> {
                    seen.add(student);
                    if (seen.size() == 5) {
                        throw new IllegalStateException("The power went off");
                    }
                })
                .run());
        assertThat(cut).hasMessage("The power went off");
        List<StudentId> afterwards = new ArrayList<>();
        task(afterwards::add).run();
        assertThat(afterwards).as("not from the beginning").doesNotContainAnyElementsOf(seen.subList(0, 4));
        for (int i = 0; i < 7; i++) {
            assertThat(index.find("R-" + i)).containsExactly(students.get(i));
        }
    }

    @Test
    void two_numbers_that_become_one_are_not_merged_and_people_are_asked() {
        StudentId earlier = entered(
                "C" + HYPHEN + "1", "\"firstName\": \"Ada\", \"lastName\": \"Quill\", \"birthDate\": \"2010-05-01\"");
        asEarlier("C" + HYPHEN + "1", earlier);
        StudentId later = inContact("C-1", "\"lastName\": \"Quill\"");
        assertThat(later).isNotEqualTo(earlier);
        for (int sent = 0; sent < 2; sent++) {
            EarlierRelease.forgetProgress(keys);
            task(_ -> {}).run();
            assertThat(index.find("C-1")).containsExactly(later, earlier);
        }
        assertThat(index.find("C" + HYPHEN + "1")).containsExactly(later, earlier);
        assertThat(side.context
                        .getBean(EventStore.class)
                        .readEvents(ClashId.of(earlier, later).toString())
                        .asStream()
                        .map(message -> message.getPayload()))
                .singleElement()
                .isInstanceOfSatisfying(
                        ClashFound.class, found -> assertThat(found.cause()).isEqualTo(ClashCause.COMPARISON_FORM));
        assertThat(side.context.getBean(ListedStudents.class).identities(List.of(earlier, later)))
                .as("both can be looked at")
                .containsOnlyKeys(earlier, later);
    }

    @Test
    void a_number_borne_before_is_found_too_where_the_entry_says_another() {
        StudentId listed = entered("E" + HYPHEN + "1", "\"lastName\": \"Quill\"");
        var renumbered = side.post(
                "coordinator",
                "/api/commands/students/" + listed + "/numbers",
                "{\"number\": \"E-LATER\", \"from\": \"2026-01-02\", \"reason\": \"CHANGED\", \"basis\": \"SCHOOL_REPORT\"}",
                "If-Match",
                "\"0\"");
        assertThat(renumbered.status()).as(renumbered.body().toString()).isEqualTo(200);
        asEarlier("E" + HYPHEN + "1", listed);
        assertThat(index.find("E-1")).as("before").isEmpty();
        task(_ -> {}).run();
        assertThat(index.find("E-1")).containsExactly(listed);
        assertThat(index.find("E-LATER")).containsExactly(listed);
    }

    @Test
    void whoever_is_faster_is_asked_about_all_the_same() throws Exception {
        try (ExecutorService meanwhile = Executors.newSingleThreadExecutor()) {
            for (int i = 0; i < 8; i++) {
                String number = "F" + HYPHEN + i;
                StudentId earlier = entered(number, "\"lastName\": \"Quill\"");
                asEarlier(number, earlier);
                EarlierRelease.forgetProgress(keys);
                CyclicBarrier start = new CyclicBarrier(2);
                String today = "F-" + i;
                Future<?> other = meanwhile.submit(() -> {
                    start.await();
                    return inContact(today, "\"lastName\": \"Vale\"");
                });
                start.await();
                task(_ -> {}).run();
                other.get();
                task(_ -> {}).run();
                List<StudentId> both = index.find(today).stream().toList();
                assertThat(both).contains(earlier);
                assertThat(both.size() == 1 || isAsked(earlier, both.getFirst()))
                        .as("one student, or people are asked")
                        .isTrue();
            }
        }
    }

    private static boolean isAsked(StudentId kept, StudentId from) {
        return side.context
                .getBean(EventStore.class)
                .readEvents(ClashId.of(kept, from).toString())
                .hasNext();
    }

    @Test
    void a_number_that_leads_to_somebody_else_is_never_taken() {
        StudentId earlier = entered("G" + HYPHEN + "1", "\"lastName\": \"Quill\"");
        asEarlier("G" + HYPHEN + "1", earlier);
        StudentId other = inContact("G-1", "\"lastName\": \"Vale\"");
        assertThat(index.indexAlone("G" + HYPHEN + "1", earlier))
                .as("registered")
                .isFalse();
        index.release("G-1", other);
        index.share("G-1", other);
        assertThat(index.indexAlone("G" + HYPHEN + "1", earlier)).as("shared").isFalse();
        assertThat(index.find("G-1")).containsExactly(other);
        index.release("G-1", other);
        assertThat(index.indexAlone("G" + HYPHEN + "1", earlier)).isTrue();
        assertThat(index.find("G-1")).containsExactly(earlier);
    }
}

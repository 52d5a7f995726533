package brightline.command.clash;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.CommandSideOverHttp;
import brightline.command.CommandSideOverHttp.Answer;
import brightline.edge.keys.StudentIndex;
import brightline.events.ClashId;
import brightline.events.StudentId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several who say something of one number at the same moment. */
class AtOnceTest {
    private static final String OTIS = "\"firstName\": \"Otis\", \"lastName\": \"Vale\", \"birthDate\": \"2012-02-29\"";
    private static final String ADA = "\"firstName\": \"Ada\", \"lastName\": \"Quill\", \"birthDate\": \"2010-05-01\"";
    private static final String BRAM =
            "\"firstName\": \"Bram\", \"lastName\": \"Stell\", \"birthDate\": \"2013-07-07\"";
    private static final int TRIES = 6;

    private static CommandSideOverHttp side;
    private static StudentIndex index;
    private static ExecutorService senders;

    @BeforeAll
    static void start() {
        side = new CommandSideOverHttp();
        index = side.context.getBean(StudentIndex.class);
        senders = Executors.newCachedThreadPool();
    }

    @AfterAll
    static void stop() {
        senders.close();
        side.close();
    }

    @SafeVarargs
    private static List<Answer> atOnce(Callable<Answer>... requests) throws Exception {
        CyclicBarrier start = new CyclicBarrier(requests.length);
        List<Future<Answer>> sent = new ArrayList<>();
        for (Callable<Answer> request : requests) {
            sent.add(senders.submit(() -> {
                start.await();
                return request.call();
            }));
        }
        List<Answer> answers = new ArrayList<>();
        for (Future<Answer> one : sent) {
            answers.add(one.get());
        }
        return answers;
    }

    private static Answer enter(String number, String person) {
        return side.post("coordinator", "/api/commands/students", "{\"number\": \"%s\", %s}".formatted(number, person));
    }

    private static Answer contact(String number, String person) {
        return side.post("adeyemi", "/api/commands/incidents", """
                {"occurredAt": "2026-03-02T10:15:00-06:00", "school": "MAR", "students": [
                  {"role": "WITNESS", "student": {"number": "%s", %s}}]}""".formatted(number, person));
    }

    private static StudentId studentOf(Answer answer) {
        return new StudentId(UUID.fromString(answer.body().get("student").asString()));
    }

    private static boolean isAsked(StudentId one, StudentId other) {
        EventStore log = side.context.getBean(EventStore.class);
        return log.readEvents(ClashId.of(one, other).toString()).hasNext()
                || log.readEvents(ClashId.of(other, one).toString()).hasNext();
    }

    @Test
    void another_child_whom_two_enter_under_a_known_number_is_entered_once() throws Exception {
        for (int i = 0; i < TRIES; i++) {
            String number = "E-" + i;
            StudentId ada = studentOf(enter(number, ADA));
            String otis = OTIS + ", \"anotherPerson\": true";
            List<Answer> answers = atOnce(() -> enter(number, otis), () -> enter(number, otis));
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.status())
                            .as(answer.body().toString())
                            .isEqualTo(201));
            assertThat(studentOf(answers.getFirst())).isEqualTo(studentOf(answers.getLast()));
            assertThat(index.holders(number)).containsExactly(ada, studentOf(answers.getFirst()));
        }
    }

    @Test
    void another_child_whom_two_officers_meet_under_a_known_number_is_kept_apart_once() throws Exception {
        for (int i = 0; i < TRIES; i++) {
            String number = "O-" + i;
            enter(number, ADA);
            String otis = OTIS + ", \"anotherPerson\": true";
            List<Answer> answers = atOnce(() -> contact(number, otis), () -> contact(number, otis));
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.status())
                            .as(answer.body().toString())
                            .isEqualTo(201));
            assertThat(index.holders(number)).hasSize(2);
            assertThat(index.casesOf(index.holders(number).getLast())).hasSize(2);
        }
    }

    @Test
    void of_two_others_under_a_known_number_all_three_are_asked_about() throws Exception {
        for (int i = 0; i < TRIES; i++) {
            String number = "T-" + i;
            enter(number, ADA);
            List<Answer> answers = atOnce(
                    () -> enter(number, OTIS + ", \"anotherPerson\": true"),
                    () -> contact(number, BRAM + ", \"anotherPerson\": true"));
            assertThat(answers)
                    .allSatisfy(answer -> assertThat(answer.status())
                            .as(answer.body().toString())
                            .isEqualTo(201));
            List<StudentId> three = index.holders(number);
            assertThat(three).hasSize(3);
            assertThat(isAsked(three.get(0), three.get(1))).isTrue();
            assertThat(isAsked(three.get(0), three.get(2))).isTrue();
            assertThat(isAsked(three.get(1), three.get(2))).isTrue();
        }
    }
}

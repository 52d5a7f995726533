package brightline.command.student;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.CommandSideOverHttp;
import brightline.command.CommandSideProgram;
import brightline.command.student.StudentEdit.JoinStudents;
import brightline.command.submission.CommandRejected;
import brightline.command.submission.Commands;
import brightline.command.submission.Request;
import brightline.edge.keys.StudentIndex;
import brightline.edge.problem.ProblemException;
import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.StudentId;
import brightline.events.student.StudentEvent.StudentJoined;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.springframework.context.ConfigurableApplicationContext;

/** Joinings that are recorded at the same moment, by two programs over one database. */
class JoiningAtOnceTest {
    private static final Correction WHY = new Correction(
            new Code("correction-reason", "NEW_INFORMATION"), new Code("correction-basis", "SCHOOL_REPORT"), null);

    private static CommandSideOverHttp one;
    private static ConfigurableApplicationContext other;
    private static ExecutorService senders;

    @BeforeAll
    static void start() {
        one = new CommandSideOverHttp();
        other = CommandSideProgram.start(one.database);
        senders = Executors.newFixedThreadPool(2);
    }

    @AfterAll
    static void stop() {
        senders.close();
        other.close();
        one.close();
    }

    private static StudentId enter(String number) {
        var answer = one.post(
                "coordinator",
                "/api/commands/students",
                "{\"number\": \"%s\", \"lastName\": \"Quill\"}".formatted(number));
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        return new StudentId(UUID.fromString(answer.body().get("student").asString()));
    }

    private static Callable<Optional<String>> joining(
            ConfigurableApplicationContext program, StudentId into, String number, CyclicBarrier start) {
        Commands commands = program.getBean(Commands.class);
        return () -> {
            start.await();
            try {
                commands.send(new JoinStudents(into, 0, number, WHY), StudentAnswer.class, Request.inside("test"));
                return Optional.empty();
            } catch (CommandRejected refused) {
                return Optional.of(refused.rule().code());
            } catch (ProblemException overtaken) {
                return Optional.of(overtaken.problem().status() == 412 ? "seen too early" : overtaken.toString());
            }
        };
    }

    private static List<StudentId> joinedWith(StudentId student) {
        return one.context
                .getBean(EventStore.class)
                .readEvents(student.toString())
                .asStream()
                .map(message -> message.getPayload())
                .filter(StudentJoined.class::isInstance)
                .map(event -> ((StudentJoined) event).into())
                .toList();
    }

    @Test
    void of_two_that_would_make_a_chain_one_is_refused() throws Exception {
        StudentIndex index = one.context.getBean(StudentIndex.class);
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            StudentId a = enter("CH-A" + i);
            StudentId b = enter("CH-B" + i);
            StudentId c = enter("CH-C" + i);
            CyclicBarrier start = new CyclicBarrier(2);
            Future<Optional<String>> first = senders.submit(joining(one.context, b, "CH-A" + i, start));
            Future<Optional<String>> second = senders.submit(joining(other, c, "CH-B" + i, start));
            first.get().ifPresent(rules::add);
            second.get().ifPresent(rules::add);

            assertThat(rules).as("one of each two is refused").hasSize(i + 1);
            boolean joinedFirst = first.get().isEmpty();
            assertThat(joinedWith(a)).isEqualTo(joinedFirst ? List.of(b) : List.of());
            assertThat(joinedWith(b)).isEqualTo(joinedFirst ? List.of() : List.of(c));
            assertThat(index.meant(a)).isEqualTo(joinedFirst ? b : a);
            assertThat(index.meant(b)).isEqualTo(joinedFirst ? b : c);
        }
        assertThat(rules).isSubsetOf("seen too early", "student-joined", "student-joined-otherwise");
    }
}

package brightline.command.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.command.CommandSideProgram;
import brightline.edge.TestDatabase;
import brightline.edge.problem.ProblemException;
import brightline.edge.store.Tampering;
import brightline.events.SchoolCode;
import brightline.events.school.SchoolEvent.SchoolRegistered;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.spring.stereotype.Aggregate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class CommandsTest {
    private static final String SECRET = "Rosalind-17";

    private static final AtomicInteger RUNS = new AtomicInteger();
    private static TestDatabase database;
    private static ConfigurableApplicationContext program;
    private static Commands commands;
    private static JdbcClient jdbc;

    record Answer(String stream) {}

    /** @param events how many; the stream's name is given so that two commands can collide */
    record Append(String stream, int events) {}

    record Overtaken(String stream, int times) {}

    record OvertakenButCommuting(String stream, int times) implements Commuting {}

    record Refused(String stream) {}

    record Checked(String stream) {}

    private enum TestRule implements Rule {
        NO_MORE;

        @Override
        public Words words() {
            return new Words("No more", null, "Stop.");
        }
    }

    static class Handlers {
        private final EventStore events;

        Handlers(EventStore events) {
            this.events = events;
        }

        @CommandHandler
        Answer on(Append command) {
            RUNS.incrementAndGet();
            append(command.stream(), command.events());
            return new Answer(command.stream());
        }

        @CommandHandler
        Answer on(Overtaken command) {
            return overtaken(command.stream(), command.times());
        }

        @CommandHandler
        Answer on(OvertakenButCommuting command) {
            return overtaken(command.stream(), command.times());
        }

        @CommandHandler
        Answer on(Refused command) {
            append(command.stream(), 1);
            throw TestRule.NO_MORE.broken();
        }

        @CommandHandler
        Answer on(Checked command) throws Exception {
            append(command.stream(), 1);
            throw new java.io.IOException("checked");
        }

        private Answer overtaken(String stream, int times) {
            if (RUNS.incrementAndGet() <= times) {
                throw new ConcurrencyException("another was faster");
            }
            append(stream, 1);
            return new Answer(stream);
        }

        private void append(String stream, int count) {
            for (int i = 0; i < count; i++) {
                events.publish(new GenericDomainEventMessage<>(
                        "School", stream, i, new SchoolRegistered(new SchoolCode("MAR"), SECRET)));
            }
        }
    }

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
        program = CommandSideProgram.start(database, Handlers.class);
        commands = program.getBean(Commands.class);
        jdbc = JdbcClient.create(database.dataSource());
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void the_answer_carries_the_index_of_the_last_event() {
        String stream = name();
        Accepted<Answer> accepted = send(new Append(stream, 3), name(), "a");

        assertThat(accepted.repeated()).isFalse();
        assertThat(accepted.answer()).isEqualTo(new Answer(stream));
        assertThat(accepted.index()).isEqualTo(lastIndexOf(stream)).isPositive();
    }

    @Test
    void a_stream_is_asked_for_by_the_type_pinned_to_its_class_whatever_the_class_is_called() {
        @Aggregate(type = "School")
        class Renamed {}
        @Aggregate(type = "Renamed")
        class School {}
        String stream = name();
        send(new Append(stream, 3), name(), "a");

        Streams streams = program.getBean(Streams.class);
        assertThat(streams.version(stream, Renamed.class)).contains(2L);
        assertThat(streams.version(stream, School.class)).isEmpty();
    }

    @Test
    void the_same_key_and_content_again_gives_the_same_answer_and_runs_nothing() {
        String key = name();
        String stream = name();
        Accepted<Answer> first = send(new Append(stream, 2), key, "a");
        send(new Append(name(), 1), name(), "a");
        int runs = RUNS.get();
        Accepted<Answer> second = send(new Append(stream, 2), key, "a");

        assertThat(second).isEqualTo(new Accepted<>(first.answer(), first.index(), true, first.receipt()));
        assertThat(RUNS.get()).isEqualTo(runs);
    }

    @Test
    void the_same_key_with_other_content_is_refused() {
        String key = name();
        send(new Append(name(), 1), key, "a");
        assertProblem(() -> send(new Append(name(), 1), key, "b"), 422, "idempotency-key-reused");
    }

    @Test
    void the_same_key_of_another_actor_is_another_submission() {
        String key = name();
        send(new Append(name(), 1), key, "a");
        Accepted<Answer> others =
                commands.send(new Append(name(), 1), Answer.class, new Request("somebody-else", key, new Content("b")));
        assertThat(others.repeated()).isFalse();
    }

    @Test
    void a_command_that_asks_for_what_is_already_so_answers_with_an_index_at_which_it_was() {
        send(new Append(name(), 1), name(), "a");
        Accepted<Answer> nothing = send(new Append(name(), 0), name(), "a");
        assertThat(nothing.index()).isEqualTo(newestIndex());
    }

    @Test
    void eight_at_once_with_one_key_have_one_effect_and_one_answer() throws Exception {
        String key = name();
        String stream = name();
        int runs = RUNS.get();
        List<Accepted<Answer>> answers = together(8, () -> send(new Append(stream, 2), key, "a"));

        assertThat(RUNS.get() - runs).isEqualTo(1);
        assertThat(answers).extracting(Accepted::index).containsOnly(lastIndexOf(stream));
        assertThat(answers).filteredOn(answer -> !answer.repeated()).hasSize(1);
        assertThat(eventsOf(stream)).isEqualTo(2);
    }

    @Test
    void while_the_first_is_still_running_the_second_waits_two_seconds_and_is_told_so() throws Exception {
        String key = name();
        try (Connection other = database.dataSource().getConnection()) {
            other.setAutoCommit(false);
            try (var claim = other.prepareStatement(
                    "insert into command.idempotency (actor, key, body_mac) values ('officer', ?, 'a')")) {
                claim.setString(1, key);
                claim.executeUpdate();
            }
            long began = System.nanoTime();
            assertProblem(() -> send(new Append(name(), 1), key, "a"), 409, "submission-still-running");
            assertThat((System.nanoTime() - began) / 1_000_000).isBetween(1_900L, 6_000L);
            other.rollback();
        }
        assertThat(send(new Append(name(), 1), key, "a").repeated()).isFalse();
    }

    @Test
    void a_key_is_known_for_thirty_days() {
        String young = name();
        String old = name();
        Accepted<Answer> first = send(new Append(name(), 1), young, "a");
        send(new Append(name(), 1), old, "a");
        age(young, 29);
        age(old, 31);

        program.getBean(Answers.class).forget();

        Accepted<Answer> again = send(new Append(name(), 1), young, "a");
        assertThat(again.repeated()).isTrue();
        assertThat(again.answer()).isEqualTo(first.answer());
        assertThat(send(new Append(name(), 1), old, "a").repeated()).isFalse();
    }

    private static void age(String key, int days) {
        Tampering.with(
                program.getBean(DataSource.class),
                "command.idempotency",
                "update command.idempotency set created_at = created_at - make_interval(days => ?) where key = ?",
                days,
                key);
    }

    @Test
    void an_answer_that_was_given_is_neither_changed_nor_removed() {
        String key = name();
        send(new Append(name(), 1), key, "a");
        for (String change : List.of(
                "update command.idempotency set answer = '{}' where key = :key",
                "update command.idempotency set answer = null where key = :key",
                "update command.idempotency set created_at = created_at - interval '31 days' where key = :key",
                "delete from command.idempotency where key = :key")) {
            assertThatThrownBy(() -> jdbc.sql(change).param("key", key).update())
                    .as(change)
                    .hasMessageContaining("stands for 30 days");
        }
        assertThatThrownBy(() -> jdbc.sql("truncate command.idempotency").update())
                .hasMessageContaining("stands for 30 days");
        assertThat(keys(key)).isOne();
    }

    @Test
    void a_refused_command_leaves_no_event_and_no_key() {
        String key = name();
        String stream = name();
        assertThatThrownBy(() -> send(new Refused(stream), key, "a"))
                .isInstanceOfSatisfying(
                        CommandRejected.class, e -> assertThat(e.rule()).isEqualTo(TestRule.NO_MORE));
        assertThat(eventsOf(stream)).isZero();
        assertThat(keys(key)).isZero();
        assertThat(send(new Append(stream, 1), key, "other content").repeated()).isFalse();
    }

    @Test
    void a_checked_exception_undoes_everything_too() {
        String key = name();
        String stream = name();
        assertThatThrownBy(() -> send(new Checked(stream), key, "a")).isNotNull();
        assertThat(eventsOf(stream)).isZero();
        assertThat(keys(key)).isZero();
    }

    @Test
    void a_doubled_event_is_a_conflict_that_quotes_nothing() {
        String stream = name();
        send(new Append(stream, 1), name(), "a");
        assertThatThrownBy(() -> send(new Append(stream, 1), name(), "a"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().code()).isEqualTo("conflict"))
                .satisfies(e -> assertThat(texts(e))
                        .doesNotContain(SECRET.toLowerCase(java.util.Locale.ROOT))
                        .doesNotContain("insert"));
    }

    @Test
    void only_a_commuting_command_is_decided_again_and_only_three_times() {
        RUNS.set(0);
        assertProblem(() -> send(new Overtaken(name(), 1), name(), "a"), 409, "conflict");
        assertThat(RUNS.get()).isEqualTo(1);

        RUNS.set(0);
        assertThat(send(new OvertakenButCommuting(name(), 3), name(), "a").index())
                .isPositive();
        assertThat(RUNS.get()).isEqualTo(4);

        RUNS.set(0);
        assertProblem(() -> send(new OvertakenButCommuting(name(), 4), name(), "a"), 409, "conflict");
        assertThat(RUNS.get()).isEqualTo(4);
    }

    @Test
    void what_the_database_refuses_at_commit_leaves_nothing_and_is_no_unknown_outcome() {
        jdbc.sql("""
                        create function refuse_commit() returns trigger language plpgsql as $$
                        begin raise exception using errcode = '23514', message = 'refused with ' || new.aggregate_identifier; end $$
                        """).update();
        jdbc.sql("""
                        create constraint trigger refuse_commit after insert on log.domain_event_entry
                        deferrable initially deferred for each row execute function refuse_commit()
                        """).update();
        String key = name();
        String stream = name();
        try {
            assertThatThrownBy(() -> send(new Append(stream, 1), key, "a"))
                    .isInstanceOf(IllegalStateException.class)
                    .satisfies(e -> assertThat(texts(e)).contains("23514").doesNotContain(stream));
        } finally {
            jdbc.sql("drop trigger refuse_commit on log.domain_event_entry").update();
        }
        assertThat(eventsOf(stream)).isZero();
        assertThat(keys(key)).isZero();
        assertThat(send(new Append(stream, 1), key, "a").repeated()).isFalse();
    }

    @Test
    void a_connection_lost_at_commit_is_an_unknown_outcome_that_the_same_key_settles() {
        jdbc.sql("""
                        create function lose_connection() returns trigger language plpgsql as $$
                        begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(5); return null; end $$
                        """).update();
        jdbc.sql("""
                        create constraint trigger lose_connection after insert on log.domain_event_entry
                        deferrable initially deferred for each row execute function lose_connection()
                        """).update();
        String key = name();
        String stream = name();
        try {
            assertProblem(() -> send(new Append(stream, 1), key, "a"), 503, "outcome-unknown");
        } finally {
            jdbc.sql("drop trigger lose_connection on log.domain_event_entry").update();
        }
        assertThat(send(new Append(stream, 1), key, "a").index()).isEqualTo(lastIndexOf(stream));
        assertThat(eventsOf(stream)).isEqualTo(1);
    }

    @Test
    void a_submission_inside_a_transaction_is_refused() {
        var transaction = new TransactionTemplate(
                program.getBean(org.springframework.transaction.PlatformTransactionManager.class));
        assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> send(new Append(name(), 1), name(), "a")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(CurrentUnitOfWork.isStarted()).isFalse();
    }

    private static Accepted<Answer> send(Object command, String key, String mac) {
        return commands.send(command, Answer.class, new Request("officer", key, new Content(mac)));
    }

    private static void assertProblem(Callable<?> call, int status, String code) {
        assertThatThrownBy(call::call).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().status()).isEqualTo(status);
            assertThat(e.problem().code()).isEqualTo(code);
        });
    }

    private static String name() {
        return UUID.randomUUID().toString();
    }

    private static <T> List<T> together(int threads, Callable<T> call) throws Exception {
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(java.util.Collections.nCopies(threads, call))) {
                results.add(future.get());
            }
            return results;
        }
    }

    private static String texts(Throwable failure) {
        StringBuilder texts = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            texts.append(cause);
        }
        return texts.toString().toLowerCase(java.util.Locale.ROOT);
    }

    private static long lastIndexOf(String stream) {
        return jdbc.sql("select max(global_index) from log.domain_event_entry where aggregate_identifier = ?")
                .param(stream)
                .query(Long.class)
                .single();
    }

    private static long newestIndex() {
        return jdbc.sql("select max(global_index) from log.domain_event_entry")
                .query(Long.class)
                .single();
    }

    private static long eventsOf(String stream) {
        return jdbc.sql("select count(*) from log.domain_event_entry where aggregate_identifier = ?")
                .param(stream)
                .query(Long.class)
                .single();
    }

    private static long keys(String key) {
        return jdbc.sql("select count(*) from command.idempotency where key = ?")
                .param(key)
                .query(Long.class)
                .single();
    }
}

package brightline.query.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import brightline.edge.problem.ProblemException;
import brightline.edge.store.LogPosition;
import brightline.events.Code;
import brightline.events.DeadLetterId;
import brightline.events.SchoolCode;
import brightline.events.care.CareEvent.DeadLetterDiscarded;
import brightline.events.care.CareEvent.DeadLetterRetried;
import brightline.events.interaction.InteractionEvent.ConductCoded;
import brightline.events.school.SchoolEvent;
import brightline.events.school.SchoolEvent.SchoolRegistered;
import brightline.query.Contact;
import brightline.query.QueryProgram;
import brightline.query.Story;
import brightline.query.care.DeadLetter.State;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.InvolvementFigures;
import brightline.query.projection.Horizons;
import brightline.query.projection.Projection;
import brightline.query.projection.ProjectionBatch;
import brightline.query.projection.ProjectionProcessor;
import brightline.query.projection.ProjectionProcessors;
import brightline.query.projection.ReadModelSchema;
import brightline.query.projection.Recorded;
import brightline.query.question.Paging;
import brightline.query.question.Paging.Stretch;
import brightline.query.replay.Replay;
import brightline.query.replay.Replays;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;

class DeadLetterCareTest {
    private static final String CANARY = "Quillfeather";
    private static final String PROJECTION = "canary";
    private static final Set<String> UNREADABLE = ConcurrentHashMap.newKeySet();
    private static final Set<String> UNWRITABLE = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger REFUSALS = new AtomicInteger();

    static QueryProgram program;
    static Story story;

    /** A table of school names that cannot read some of them, and quotes what it cannot read. */
    @Configuration(proxyBeanMethods = false)
    static class Names {
        @Bean
        Projection names(DataSource dataSource) {
            JdbcTemplate jdbc = new JdbcTemplate(dataSource);
            return new Projection() {
                @Override
                public String name() {
                    return PROJECTION;
                }

                @Override
                public int version() {
                    return 1;
                }

                @Override
                public List<ProjectedTable> tables() {
                    return List.of(new ProjectedTable("canary_name", List.of("log_index")));
                }

                @Override
                public String definition() {
                    return "create table $rm.canary_name (log_index bigint primary key, name text not null)";
                }

                @Override
                public Set<Class<?>> events() {
                    return Set.of(SchoolEvent.class);
                }

                @Override
                public ProjectionBatch begin(ReadModelSchema schema, long position) {
                    return batch(jdbc, schema);
                }
            };
        }

        private static ProjectionBatch batch(JdbcTemplate jdbc, ReadModelSchema schema) {
            List<Object[]> rows = new ArrayList<>();
            return new ProjectionBatch() {
                @Override
                public void handle(Recorded recorded) {
                    if (recorded.event() instanceof SchoolRegistered(var school, var name)) {
                        if (UNREADABLE.contains(name)) {
                            throw new IllegalArgumentException(
                                    "Cannot read " + name, new IllegalStateException(CANARY + " at " + school));
                        }
                        rows.add(new @Nullable Object[] {recorded.index(), UNWRITABLE.contains(name) ? null : name});
                    }
                }

                @Override
                public void flush(long reached) {
                    if (!rows.isEmpty() && REFUSALS.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                        throw new DataAccessResourceFailureException("The key store does not answer");
                    }
                    jdbc.batchUpdate(
                            schema.in("insert into $rm.canary_name values (?, ?) on conflict do nothing"), rows);
                }
            };
        }
    }

    @BeforeAll
    static void start() {
        program = QueryProgram.start(Names.class);
        story = program.story().recordedAt("2026-03-02T17:00:00Z");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static ProjectionProcessor processor() {
        return program.bean(ProjectionProcessors.class).of(PROJECTION);
    }

    /** Registers a school under a name that cannot be read, then renames it twice. @return the parked letter */
    private static DeadLetter parked(String code) {
        UNREADABLE.add(CANARY + code);
        for (String name : List.of(CANARY + code, code + " HS", code + " High School")) {
            story.submit(new SchoolRegistered(new SchoolCode(code), name));
        }
        program.settle();
        return letters(State.PARKED).stream()
                .filter(letter -> letter.stream().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static DeadLetters.Question asked(State state, @Nullable String cursor, int atMost) {
        return new DeadLetters.Question(PROJECTION, state.name().toLowerCase(Locale.ROOT), new Paging(cursor, atMost));
    }

    private static List<DeadLetter> letters(State state) {
        return program.bean(DeadLetters.class).page(asked(state, null, 100)).items();
    }

    private static List<String> names(String like) {
        return program.jdbc()
                .sql("select name from rm.canary_name where name like ? order by log_index")
                .param("%" + like + "%")
                .query(String.class)
                .list();
    }

    private static void decided(Object decision) {
        story.submit(decision);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> program.jdbc().sql("""
                                select not exists (select from log.domain_event_entry e
                                                    where payload_type like 'care.%' and not exists (
                                                      select from rm.dead_letter_outcome o
                                                       where o.decision_id = e.event_identifier))
                                """).query(Boolean.class).single());
    }

    private static DeadLetterRetried retry(DeadLetter letter) {
        UUID event = UUID.fromString(letter.eventId());
        return new DeadLetterRetried(DeadLetterId.of(letter.projection(), event), letter.projection(), event);
    }

    private static DeadLetterDiscarded discard(DeadLetter letter) {
        UUID event = UUID.fromString(letter.eventId());
        return new DeadLetterDiscarded(
                DeadLetterId.of(letter.projection(), event),
                letter.projection(),
                event,
                Code.of("dead-letter-reason/MALFORMED"));
    }

    @Test
    void of_a_failure_only_class_and_code_are_kept() {
        DeadLetter letter = parked("QUO");
        for (int i = 0; i < 3; i++) {
            processor().retryDeadLetters("QUO");
        }
        DeadLetter retried = letters(State.PARKED).stream()
                .filter(one -> one.eventId().equals(letter.eventId()))
                .findFirst()
                .orElseThrow();
        for (DeadLetter one : List.of(letter, retried)) {
            assertThat(one.cause().type()).isEqualTo("java.lang.IllegalArgumentException");
            assertThat(one.cause().code()).isEmpty();
        }
        assertThat(letter.event()).isEqualTo("school.registered");
        assertThat(letter.waiting()).isEqualTo(2);
        for (Map<String, Object> row : program.jdbc().sql("""
                        select l.*, convert_from(diagnostics, 'UTF8') as told from log.dead_letter_entry l
                         where sequence_identifier = 'QUO'
                        """).query().listOfRows()) {
            row.remove("payload");
            row.remove("diagnostics");
            assertThat(row.toString()).doesNotContain(CANARY, "Cannot read");
        }
    }

    @Test
    void a_retry_takes_in_what_can_be_handled_by_then_and_is_carried_out_once() {
        DeadLetter letter = parked("RET");
        assertThat(names("RET")).isEmpty();
        decided(retry(letter));
        assertThat(outcome(letter)).isEqualTo("STILL_PARKED");

        UNREADABLE.remove(CANARY + "RET");
        decided(retry(letter));
        assertThat(outcome(letter)).isEqualTo("HANDLED");
        assertThat(names("RET")).containsExactly(CANARY + "RET", "RET HS", "RET High School");

        redeliver(DecisionProjection.NAME);
        assertThat(program.bean(Decisions.class).carryOut()).isZero();
    }

    private static String outcome(DeadLetter letter) {
        return program.jdbc()
                .sql("""
                        select outcome from rm.dead_letter_decision join rm.dead_letter_outcome using (decision_id)
                         where event_id = ? order by log_index desc limit 1
                        """)
                .param(letter.eventId())
                .query(String.class)
                .single();
    }

    private static void redeliver(String projection) {
        ProjectionProcessor processor = program.bean(ProjectionProcessors.class).of(projection);
        processor.pause();
        TokenStore tokens = program.bean(TokenStore.class);
        program.bean(TransactionManager.class).executeInTransaction(() -> {
            tokens.fetchToken(projection, 0);
            tokens.storeToken(LogPosition.START, projection, 0);
            tokens.releaseClaim(projection, 0);
        });
        processor.resume();
        long newest = program.bean(Horizons.class).newest();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> program.jdbc()
                                .sql("""
                                select (convert_from(token, 'UTF8')::jsonb ->> 'index')::bigint from log.token_entry
                                 where processor_name = ?
                                """)
                                .param(projection)
                                .query(Long.class)
                                .single()
                        == newest);
    }

    @Test
    void a_discarded_event_is_left_out_alone_and_stays_readable_with_who_when_and_why() {
        DeadLetter letter = parked("DIS");
        decided(discard(letter));

        assertThat(names("DIS")).containsExactly("DIS HS", "DIS High School");
        assertThat(letters(State.PARKED)).noneMatch(one -> one.stream().equals("DIS"));
        DeadLetter discarded = letters(State.DISCARDED).stream()
                .filter(one -> one.eventId().equals(letter.eventId()))
                .findFirst()
                .orElseThrow();
        assertThat(discarded.index()).isEqualTo(letter.index());
        assertThat(discarded.cause().type()).isEqualTo("java.lang.IllegalArgumentException");
        assertThat(discarded.decision()).satisfies(decision -> {
            assertThat(decision.act()).isEqualTo("DISCARD");
            assertThat(decision.actor()).isEqualTo("tester");
            assertThat(decision.reason()).isEqualTo("dead-letter-reason/MALFORMED");
            assertThat(decision.outcome()).isEqualTo("LEFT_OUT");
        });

        redeliver(PROJECTION);
        assertThat(letters(State.PARKED)).noneMatch(one -> one.stream().equals("DIS"));
        assertThat(names("DIS")).containsExactly("DIS HS", "DIS High School");
    }

    @Test
    void a_replay_leaves_out_what_was_discarded_until_it_can_be_handled() {
        DeadLetter letter = parked("REP");
        decided(discard(letter));
        Replays replays = program.bean(Replays.class);
        Replay same = compared(replays);
        assertThat(same.differences()).isZero();
        replays.discard(same.id());

        UNREADABLE.remove(CANARY + "REP");
        Replay mended = compared(replays);
        assertThat(mended.differences()).isEqualTo(1);
        replays.switchTo(mended.id());
        assertThat(names("REP")).hasSize(3);
        assertThat(letters(State.DISCARDED)).noneMatch(one -> one.stream().equals("REP"));
    }

    @Test
    void an_event_that_the_database_refuses_is_parked_and_the_others_of_its_batch_are_written() {
        UNWRITABLE.add("WRI 1");
        processor().pause();
        for (String name : List.of("WRA", "WRI 1", "WRB")) {
            story.submit(new SchoolRegistered(new SchoolCode(name.substring(0, 3)), name));
        }
        processor().resume();
        program.settle();
        assertThat(names("WR")).containsExactly("WRA", "WRB");
        DeadLetter letter = letters(State.PARKED).stream()
                .filter(one -> one.stream().equals("WRI"))
                .findFirst()
                .orElseThrow();
        assertThat(letter.cause().code()).isEqualTo("23502");

        decided(retry(letter));
        assertThat(outcome(letter)).isEqualTo("STILL_PARKED");
        story.submit(new SchoolRegistered(new SchoolCode("WRI"), "WRI 3"));
        program.settle();
        assertThat(names("WR")).containsExactly("WRA", "WRB");
        decided(discard(letter));
        assertThat(names("WR")).containsExactly("WRA", "WRB", "WRI 3");
    }

    @Test
    void what_another_database_refuses_for_a_while_is_parked_by_nobody() {
        long parked = letters(State.PARKED).size();
        REFUSALS.set(2);
        story.submit(new SchoolRegistered(new SchoolCode("GON"), "GON HS"));
        program.settle();
        assertThat(REFUSALS).hasValue(0);
        assertThat(names("GON")).containsExactly("GON HS");
        assertThat(letters(State.PARKED)).hasSize((int) parked);
    }

    private static Replay compared(Replays replays) {
        UUID id = replays.start("sysadmin", UUID.randomUUID().toString()).id();
        await().atMost(Duration.ofSeconds(60)).until(() -> replays.get(id).state() != Replay.State.RUNNING);
        return replays.get(id);
    }

    @Test
    void figures_say_how_many_events_they_miss_parked_or_discarded() {
        Contact nobody = Contact.of(story.officer("Adeyemi"));
        story.submit(new ConductCoded(nobody.id(), List.of(Code.of("cps-scc/1-8"))));
        story.submit(new ConductCoded(nobody.id(), List.of(Code.of("cps-scc/1-1"))));
        program.settle();
        assertThat(notes())
                .anyMatch(note -> note.equals(
                        "Events of 1 record could not be handled and are not in these figures (events: 2)."));

        DeadLetter letter = program.bean(DeadLetters.class)
                .page(new DeadLetters.Question("involvement", "parked", new Paging(null, 1)))
                .items()
                .getFirst();
        decided(discard(letter));
        assertThat(notes())
                .anyMatch(note ->
                        note.equals("1 event that could not be handled was discarded and is not in these figures."))
                .anyMatch(note -> note.contains("(events: 1)"));
    }

    private static List<String> notes() {
        return program.bean(InvolvementFigures.class).count(FigureQuestion.ALL).notes();
    }

    @Test
    void letters_come_in_pages_the_newest_first() {
        parked("PAA");
        parked("PAB");
        DeadLetters all = program.bean(DeadLetters.class);
        Stretch<DeadLetter> first = all.page(asked(State.PARKED, null, 1));
        assertThat(first.items()).hasSize(1);
        Stretch<DeadLetter> second = all.page(asked(State.PARKED, first.next(), 1));
        assertThat(second.items().getFirst().index())
                .isLessThan(first.items().getFirst().index());
        assertThatThrownBy(() -> all.page(asked(State.PARKED, "zzz", 1))).isInstanceOf(ProblemException.class);
        assertThat(all.missing()).anyMatch(one -> one.projection().equals(PROJECTION) && one.parkedEvents() >= 6);
    }

    @Test
    void a_decision_about_what_is_not_parked_does_nothing() {
        story.submit(new SchoolEvent.SchoolRegistered(new SchoolCode("FIN"), "Finch HS"));
        UUID nothing = UUID.randomUUID();
        DeadLetterRetried retried = new DeadLetterRetried(DeadLetterId.of("gone", nothing), "gone", nothing);
        decided(retried);
        assertThat(program.jdbc().sql("""
                                select outcome from rm.dead_letter_decision join rm.dead_letter_outcome using (decision_id)
                                 where projection = 'gone'
                                """).query(String.class).single()).isEqualTo("NOTHING_PARKED");
    }
}

package brightline.command.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.command.CommandSideProgram;
import brightline.command.incident.IncidentEdit.AddStudent;
import brightline.command.incident.IncidentEdit.MoveToSchool;
import brightline.command.incident.IncidentEdit.SchoolCorrection;
import brightline.command.interaction.Editor;
import brightline.command.interaction.StudentContact;
import brightline.command.interaction.StudentEntry;
import brightline.command.interaction.Told;
import brightline.command.school.SchoolAnswer;
import brightline.command.school.SchoolCommand.RegisterSchool;
import brightline.command.submission.Accepted;
import brightline.command.submission.CommandRejected;
import brightline.command.submission.Commands;
import brightline.command.submission.Content;
import brightline.command.submission.Request;
import brightline.edge.TestDatabase;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalPart.Narrative;
import brightline.edge.problem.ProblemException;
import brightline.events.Code;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.InvolvementRole;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.Source;
import brightline.events.Stated;
import brightline.events.interaction.ContactFacts;
import brightline.events.interaction.PoliceAction;
import brightline.events.interaction.Treatment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One submission over several aggregates is one transaction; what fails leaves neither rows nor cached aggregates. */
@ExtendWith(OutputCaptureExtension.class)
class OneTransactionTest {
    private static final OfficerId OFFICER = new OfficerId(new UUID(7, 7));
    private static final Editor SUPERVISOR = new Editor(OFFICER, true);
    private static final String NAME = "Rosalind Featherstonehaugh";

    /** Values too: held here, no garbage collection takes them out of the caches. */
    private static final Map<String, Object> CACHED = new ConcurrentHashMap<>();

    private static final String SUBJECTS = """
            subject_handle::text in (select convert_from(payload, 'UTF8')::jsonb ->> 'subject'
                                       from log.domain_event_entry where aggregate_identifier in (:ids))""";

    private static ConfigurableApplicationContext program;
    private static Commands commands;
    private static JdbcClient jdbc;

    @BeforeAll
    static void start() {
        TestDatabase database = TestDatabase.fresh();
        program = CommandSideProgram.start(database);
        commands = program.getBean(Commands.class);
        jdbc = JdbcClient.create(database.dataSource());
        watch(program.getBean("incidentCache", Cache.class));
        watch(program.getBean("interactionCache", Cache.class));
        commands.send(
                new RegisterSchool(new SchoolCode("MAR"), "Marlow HS"), SchoolAnswer.class, Request.inside("set-up"));
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void all_rows_of_a_submission_carry_one_transaction_id() {
        String key = key();
        RecordIncident command = incident(contact(number()), contact(number()), contact(null));
        send(command, key);

        List<String> transactions = new ArrayList<>();
        for (String rows : List.of(
                "select xmin from log.domain_event_entry where aggregate_identifier in (:ids)",
                "select s.xmin from log.event_secret s where " + SUBJECTS,
                "select c.xmin from log.student_in_incident c where " + SUBJECTS)) {
            List<String> found = jdbc.sql(rows.replace("xmin from", "xmin::text from"))
                    .param("ids", ids(command))
                    .query(String.class)
                    .list();
            assertThat(found).as(rows).isNotEmpty();
            transactions.addAll(found);
        }
        transactions.add(jdbc.sql("select xmin::text from command.idempotency where key = ?")
                .param(key)
                .query(String.class)
                .single());
        assertThat(transactions).hasSizeGreaterThan(12).containsOnly(transactions.getFirst());
        assertThat(cached(command))
                .as("so that an empty cache elsewhere means something")
                .hasSize(4);
    }

    @Test
    void a_failure_in_the_last_aggregate_leaves_nothing(CapturedOutput output) {
        StudentContact first = contact(number());
        assertLeavesNothing(incident(first, contact(number()), withId(contact(number()), first.interactionId())));
        assertThat(output.getAll()).doesNotContain(NAME);
    }

    @Test
    void a_student_named_twice_leaves_nothing() {
        String number = number();
        RecordIncident command = incident(contact(number), contact(number));
        String key = key();
        long rows = rows();
        assertThatThrownBy(() -> send(command, key)).isInstanceOf(CommandRejected.class);
        assertThat(rows()).isEqualTo(rows);
        assertThat(cached(command)).isEmpty();
    }

    @Test
    void an_interaction_id_that_is_taken_is_a_conflict_and_leaves_nothing(CapturedOutput output) {
        RecordIncident earlier = incident(contact(number()));
        send(earlier, key());
        RecordIncident command = incident(
                contact(number()),
                withId(contact(number()), earlier.contacts().getFirst().interactionId()));
        String key = key();
        long rows = rows();
        assertThatThrownBy(() -> send(command, key)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().code()).isEqualTo("conflict");
            assertThat(e.getCause()).isNull();
        });
        assertThat(rows()).isEqualTo(rows);
        assertThat(cached(command)).isSubsetOf(ids(earlier));
        assertThat(output.getAll()).doesNotContain(NAME).doesNotContainIgnoringCase("insert into log");
    }

    @Test
    void what_the_database_refuses_at_commit_leaves_nothing() {
        refusingCommits(() -> assertLeavesNothing(incident(contact(number()), contact(null))));
    }

    @Test
    void an_edit_that_fails_at_commit_leaves_the_incident_as_it_was_and_no_hole_behind() {
        RecordIncident command = incident(contact(number()));
        send(command, key());
        long rows = rows();
        refusingCommits(() ->
                assertThatThrownBy(() -> send(add(command, 0), key())).isInstanceOf(IllegalStateException.class));
        assertThat(rows()).isEqualTo(rows);
        assertThat(cached(command)).doesNotContain(command.incidentId().toString());

        assertThat(send(add(command, 0), key()).answer().version()).isEqualTo(1);
        assertThat(jdbc.sql("""
                                select sequence_number from log.domain_event_entry where aggregate_identifier = ?
                                 order by sequence_number
                                """)
                        .param(command.incidentId().toString())
                        .query(Long.class)
                        .list())
                .containsExactly(0L, 1L);
    }

    @Test
    void an_incident_written_by_another_node_is_read_again_before_it_is_edited() {
        RecordIncident command = incident(contact(number()));
        send(command, key());
        jdbc.sql("""
                        insert into log.domain_event_entry (global_index, recorded_at, event_identifier, aggregate_identifier,
                               sequence_number, type, time_stamp, payload_type, payload_revision, payload, meta_data,
                               content_hash, writer_id, writer_mac)
                        select 0, now(), gen_random_uuid()::text, aggregate_identifier, 1, type, time_stamp,
                               'incident.interaction-added', '1',
                               convert_to('{"incidentId":"' || aggregate_identifier || '","interactionId":"'
                                          || gen_random_uuid() || '"}', 'UTF8'), meta_data,
                               content_hash, writer_id, writer_mac
                          from log.domain_event_entry where aggregate_identifier = ?
                        """).param(command.incidentId().toString()).update();

        var sameSchool = new MoveToSchool(
                command.incidentId(), 1, SUPERVISOR, new SchoolCorrection("MAR", "WRONG_SCHOOL", "OTHER"));
        assertThat(send(sameSchool, key()).answer().version())
                .as("of an edit that says nothing new")
                .isEqualTo(1);
        assertThatThrownBy(() -> send(add(command, 0), key()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(412));
        assertThat(send(add(command, 1), key()).answer().version()).isEqualTo(2);
    }

    @Test
    void the_same_submission_from_eight_threads_has_one_effect() throws Exception {
        String key = key();
        RecordIncident command = incident(contact(number()), contact(number()));
        List<Accepted<IncidentAnswer>> answers = together(Collections.nCopies(8, () -> send(command, key)));
        assertThat(answers)
                .extracting(Accepted::answer)
                .containsOnly(answers.getFirst().answer());
        assertThat(answers)
                .extracting(Accepted::index)
                .containsOnly(answers.getFirst().index());
        assertThat(answers).filteredOn(one -> !one.repeated()).hasSize(1);
    }

    @Test
    void new_students_named_in_opposite_orders_at_once_are_all_recorded() throws Exception {
        for (int round = 0; round < 10; round++) {
            String one = number();
            String other = number();
            List<Callable<Accepted<IncidentAnswer>>> calls = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                boolean turned = i % 2 == 0;
                calls.add(() -> send(
                        turned ? incident(contact(one), contact(other)) : incident(contact(other), contact(one)),
                        key()));
            }
            assertThat(together(calls)).hasSize(4);
        }
    }

    @Test
    void students_added_at_once_under_one_version_are_one_addition_and_the_rest_overtaken() throws Exception {
        RecordIncident command = incident(contact(number()));
        send(command, key());
        List<Object> outcomes = together(Collections.nCopies(6, () -> {
            try {
                return send(add(command, 0), key()).answer().version();
            } catch (ProblemException e) {
                return e.problem().code();
            }
        }));
        assertThat(outcomes)
                .containsOnlyOnce(1L)
                .filteredOn(one -> !one.equals(1L))
                .containsOnly("stale-version");
    }

    private static void assertLeavesNothing(RecordIncident command) {
        String key = key();
        long rows = rows();
        assertThatThrownBy(() -> send(command, key)).isInstanceOf(RuntimeException.class);
        assertThat(rows()).isEqualTo(rows);
        assertThat(cached(command)).isEmpty();
    }

    private static void refusingCommits(Runnable what) {
        jdbc.sql("""
                        create or replace function refuse_commit() returns trigger language plpgsql as $$
                        begin raise exception using errcode = '23514', message = 'refused'; end $$
                        """).update();
        jdbc.sql("""
                        create constraint trigger refuse_commit after insert on log.domain_event_entry
                        deferrable initially deferred for each row execute function refuse_commit()
                        """).update();
        try {
            what.run();
        } finally {
            jdbc.sql("drop trigger refuse_commit on log.domain_event_entry").update();
        }
    }

    private static Accepted<IncidentAnswer> send(Object command, String key) {
        return commands.send(command, IncidentAnswer.class, new Request("officer", key, new Content("content")));
    }

    private static AddStudent add(RecordIncident to, long versionSeen) {
        var entry = new StudentEntry(
                "WITNESS", null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null);
        return new AddStudent(to.incidentId(), versionSeen, SUPERVISOR, new InteractionId(UUID.randomUUID()), entry);
    }

    private static RecordIncident incident(StudentContact... contacts) {
        return new RecordIncident(
                new IncidentId(UUID.randomUUID()),
                new SchoolCode("MAR"),
                null,
                Stated.YES,
                Instant.parse("2026-03-02T16:15:00Z"),
                List.of(),
                List.of(contacts),
                Source.ENTERED);
    }

    private static StudentContact contact(@Nullable String number) {
        return new StudentContact(
                new InteractionId(UUID.randomUUID()),
                new ContactFacts(
                        InvolvementRole.SUBJECT,
                        Instant.parse("2026-03-02T16:15:00Z"),
                        null,
                        null,
                        null,
                        OFFICER,
                        null,
                        List.of(),
                        List.of(new PoliceAction(
                                1,
                                Code.of("police-action/A1_ADVICE"),
                                OFFICER,
                                null,
                                Stated.NO,
                                null,
                                null,
                                null,
                                null,
                                null)),
                        Treatment.NONE,
                        null,
                        List.of(),
                        List.of()),
                number == null ? null : new Identity(number, NAME, null, null),
                Told.NOTHING,
                null,
                new Narrative(NAME));
    }

    private static StudentContact withId(StudentContact contact, InteractionId id) {
        return new StudentContact(id, contact.facts(), contact.identity(), contact.told(), null, contact.narrative());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String number() {
        return UUID.randomUUID().toString().substring(0, 18);
    }

    private static List<String> ids(RecordIncident command) {
        List<String> ids = new ArrayList<>();
        ids.add(command.incidentId().toString());
        command.contacts().forEach(contact -> ids.add(contact.interactionId().toString()));
        return ids;
    }

    private static List<String> cached(RecordIncident command) {
        return ids(command).stream().filter(CACHED::containsKey).toList();
    }

    /** Notes what is put and not removed again. */
    private static void watch(Cache cache) {
        cache.registerCacheEntryListener(new Cache.EntryListenerAdapter() {
            @Override
            public void onEntryCreated(Object key, Object value) {
                CACHED.put(key.toString(), value);
            }

            @Override
            public void onEntryUpdated(Object key, Object value) {
                CACHED.put(key.toString(), value);
            }

            @Override
            public void onEntryRemoved(Object key) {
                CACHED.remove(key.toString());
            }
        });
    }

    private static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        try (var pool = Executors.newFixedThreadPool(calls.size())) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(calls)) {
                results.add(future.get());
            }
            return results;
        }
    }

    private static long rows() {
        return jdbc.sql("""
                        select (select count(*) from log.domain_event_entry) + (select count(*) from log.event_secret)
                             + (select count(*) from log.student_in_incident) + (select count(*) from command.idempotency)
                        """).query(Long.class).single();
    }
}

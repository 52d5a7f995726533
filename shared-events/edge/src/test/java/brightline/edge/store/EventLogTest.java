package brightline.edge.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import brightline.edge.TestDatabase;
import brightline.edge.clock.RecordingClock;
import brightline.edge.keys.KeyStoreConfiguration;
import brightline.events.SchoolCode;
import brightline.events.school.SchoolEvent;
import brightline.events.school.SchoolEvent.SchoolRegistered;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** The traps of Axon 4.13 on Boot 4, each closed; and the append path and the fence. */
class EventLogTest {
    @EnableAutoConfiguration
    @Import({EventLogConfiguration.class, KeyStoreConfiguration.class})
    static class App {
        /** Before its first revision the event called the school's name a title. */
        @Bean
        EventUpcaster schoolNameWasTitle() {
            return new SingleEventUpcaster() {
                private final SimpleSerializedType from = new SimpleSerializedType("school.registered", "0");

                @Override
                protected boolean canUpcast(IntermediateEventRepresentation stored) {
                    return stored.getType().equals(from);
                }

                @Override
                protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation stored) {
                    return stored.upcastPayload(
                            new SimpleSerializedType("school.registered", "1"), ObjectNode.class, json -> {
                                json.set("name", json.remove("title"));
                                return json;
                            });
                }
            };
        }
    }

    @Test
    void an_older_revision_is_read_through_its_upcaster() {
        String stream = "school-" + UUID.randomUUID();
        jdbc.sql("""
                        insert into log.domain_event_entry
                               (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,
                                payload_type, payload_revision, payload, meta_data, content_hash, writer_id, writer_mac)
                        values (:id, :stream, 0, 'School', '2026-01-01T00:00:00Z', 'school.registered', '0',
                                convert_to('{"school":"MAR","title":"Marlow HS"}', 'UTF8'), convert_to('{}', 'UTF8'),
                                sha256(''), 'test', sha256(''))""")
                .param("id", UUID.randomUUID().toString())
                .param("stream", stream)
                .update();
        assertThat(context.getBean(EventStore.class)
                        .readEvents(stream)
                        .asStream()
                        .map(event -> (Object) event.getPayload()))
                .containsExactly(new SchoolRegistered(new SchoolCode("MAR"), "Marlow HS"));
    }

    @Test
    void an_event_nobody_knows_stops_the_reader_instead_of_being_skipped() {
        Serializer serializer =
                BeanFactoryAnnotationUtils.qualifiedBeanOfType(context, Serializer.class, "eventSerializer");
        assertThatThrownBy(() -> serializer.classForType(new SimpleSerializedType("school.painted", "1")))
                .isInstanceOf(SerializationException.class);
    }

    @TempDir
    static Path directory;

    static ConfigurableApplicationContext context;
    static JdbcClient jdbc;

    @BeforeAll
    static void start() {
        TestDatabase database = TestDatabase.fresh();
        SpringApplication app = new SpringApplication(App.class);
        app.setWebApplicationType(WebApplicationType.NONE);
        List<String> arguments = new ArrayList<>();
        for (String property : database.properties()) {
            arguments.add("--" + property);
        }
        arguments.add("--brightline.keys.file=" + directory.resolve("kek"));
        arguments.add("--spring.flyway.enabled=false");
        context = app.run(arguments.toArray(String[]::new));
        jdbc = JdbcClient.create(context.getBean(DataSource.class));
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void transactions_are_springs_and_not_the_ones_that_do_nothing() {
        assertThat(context.getBean(TransactionManager.class)).isInstanceOf(SpringTransactionManager.class);
        assertThat(context.getBean(EventStorageEngine.class)).isInstanceOf(EventLogEngine.class);
    }

    @Test
    void a_rolled_back_unit_of_work_leaves_no_row() {
        String stream = "school-" + UUID.randomUUID();
        var work = DefaultUnitOfWork.startAndGet(null);
        work.attachTransaction(context.getBean(TransactionManager.class));
        context.getBean(EventStore.class).publish(registered(stream, 0));
        work.onPrepareCommit(_ -> {
            throw new IllegalStateException("refused at the last moment");
        });
        assertThatThrownBy(work::commit).isInstanceOf(IllegalStateException.class);

        assertThat(rowsOf(stream)).isZero();
    }

    @Test
    void an_event_is_stored_under_its_logical_name_as_json() {
        String stream = "school-" + UUID.randomUUID();
        append(registered(stream, 0));

        var row = jdbc.sql("""
                        select payload_type, payload_revision, convert_from(payload, 'UTF8') as json
                          from log.domain_event_entry where aggregate_identifier = ?""").param(stream).query().singleRow();
        assertThat(row.get("payload_type")).isEqualTo("school.registered");
        assertThat(row.get("payload_revision")).isEqualTo("1");
        assertThat(row.get("json")).isEqualTo("{\"school\":\"MAR\",\"name\":\"Marlow HS\"}");
    }

    @Test
    void an_event_is_stored_with_the_hash_of_its_row_and_its_writers_signature() {
        String stream = "school-" + UUID.randomUUID();
        var work = DefaultUnitOfWork.startAndGet(null);
        work.attachTransaction(context.getBean(TransactionManager.class));
        context.getBean(EventStore.class).publish(registered(stream, 0), registered(stream, 1));
        work.commit();

        WriterKey writer = context.getBean(WriterKey.class);
        List<byte[]> hashes = jdbc.sql("""
                        select * from log.domain_event_entry where aggregate_identifier = ? order by global_index
                        """)
                .param(stream)
                .query((row, _) -> {
                    byte[] stored = row.getBytes("content_hash");
                    assertThat(ContentHash.of(
                                    row.getString("event_identifier"),
                                    row.getString("type"),
                                    row.getString("aggregate_identifier"),
                                    row.getLong("sequence_number"),
                                    row.getString("time_stamp"),
                                    row.getString("payload_type"),
                                    row.getString("payload_revision"),
                                    row.getBytes("payload"),
                                    row.getBytes("meta_data")))
                            .isEqualTo(stored);
                    assertThat(row.getString("writer_id")).isEqualTo(writer.id());
                    assertThat(writer.wrote(stored, row.getBytes("writer_mac"))).isTrue();
                    return stored;
                })
                .list();
        assertThat(hashes).hasSize(2);
        assertThat(AppendedEvents.in(work).events())
                .extracting(AppendedEvents.AppendedEvent::contentHash)
                .containsExactlyElementsOf(
                        hashes.stream().map(HexFormat.of()::formatHex).toList());
    }

    @Test
    void a_transaction_that_holds_the_readers_is_named_by_its_process() throws Exception {
        IndexFence fence = context.getBean(IndexFence.class);
        settled(fence);
        assertThat(fence.lag()).isEqualTo(new IndexFence.Lag(0, Duration.ZERO));
        try (Connection slow = context.getBean(DataSource.class).getConnection()) {
            slow.setAutoCommit(false);
            int pid;
            try (var statement = slow.createStatement()) {
                statement.execute(INSERT.formatted(UUID.randomUUID(), "slow-" + UUID.randomUUID()));
                var row = statement.executeQuery("select pg_backend_pid()");
                row.next();
                pid = row.getInt(1);
            }
            append(registered("school-" + UUID.randomUUID(), 0));
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (fence.lag().indexes() < 2 && System.nanoTime() < deadline) {
                fence.horizon();
            }
            assertThat(fence.lag().indexes()).isGreaterThanOrEqualTo(2);
            assertThat(fence.lag().since()).isPositive();
            assertThat(fence.blockingPid()).hasValue(pid);
            slow.rollback();
        }
        settled(fence);
        assertThat(fence.lag().indexes()).isZero();
    }

    @Test
    void a_doubled_place_in_a_stream_is_a_conflict() {
        String stream = "school-" + UUID.randomUUID();
        append(registered(stream, 0));
        append(registered(stream, 1));

        assertThatThrownBy(() -> append(registered(stream, 1))).isInstanceOf(ConcurrencyException.class);
        assertThat(rowsOf(stream)).isEqualTo(2);
    }

    @Test
    void a_replay_token_can_be_read_back() {
        Serializer serializer =
                BeanFactoryAnnotationUtils.qualifiedBeanOfType(context, Serializer.class, "eventSerializer");
        var token = ReplayToken.createReplayToken(new LogPosition(7, Instant.EPOCH), LogPosition.START);

        Object read = serializer.deserialize(serializer.serialize(token, byte[].class));
        assertThat(read).isEqualTo(token);
        assertThat(context.getBean(TokenStore.class)).isNotNull();
    }

    @Test
    void nothing_is_reported_to_a_vendor() {
        assertThat(context.getEnvironment().getProperty("axon.update-check.disabled"))
                .isEqualTo("true");
        assertThat(context.getBeanNamesForType(org.axonframework.updates.UpdateChecker.class))
                .isEmpty();
    }

    @Test
    void the_transaction_id_is_taken_before_the_index() {
        String body = jdbc.sql("select prosrc from pg_proc where proname = 'stamp_event'")
                .query(String.class)
                .single();
        assertThat(body.indexOf("pg_current_xact_id()")).isPositive().isLessThan(body.indexOf("nextval"));
    }

    @Test
    void the_log_refuses_to_be_changed_even_as_a_replica() {
        append(registered("school-" + UUID.randomUUID(), 0));
        for (String change : List.of(
                "update log.domain_event_entry set payload_type = 'other'",
                "delete from log.domain_event_entry",
                "truncate log.domain_event_entry",
                "set session_replication_role = replica; delete from log.domain_event_entry")) {
            assertThatThrownBy(() -> {
                        try (Connection connection =
                                        context.getBean(DataSource.class).getConnection();
                                var statement = connection.createStatement()) {
                            try {
                                statement.execute(change);
                            } finally {
                                statement.execute("set session_replication_role = origin");
                            }
                        }
                    })
                    .hasMessageContaining("only added to");
        }
    }

    @Test
    void recorded_time_is_the_databases_and_cannot_be_simulated_in_a_real_database() throws Exception {
        Instant before = Instant.now().minus(Duration.ofSeconds(5));
        String stream = "school-" + UUID.randomUUID();
        append(registered(stream, 0));
        Instant recorded = jdbc.sql("select recorded_at from log.domain_event_entry where aggregate_identifier = ?")
                .param(stream)
                .query((row, _) ->
                        row.getObject(1, java.time.OffsetDateTime.class).toInstant())
                .single();
        assertThat(recorded).isBetween(before, Instant.now().plus(Duration.ofSeconds(5)));

        RecordingClock clock = context.getBean(RecordingClock.class);
        assertThatThrownBy(() -> clock.set(Instant.EPOCH)).isInstanceOf(IllegalStateException.class);
        try (Connection connection = context.getBean(DataSource.class).getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set brightline.simulated_now = '2020-01-01'");
            assertThatThrownBy(() -> statement.execute(INSERT.formatted(UUID.randomUUID(), UUID.randomUUID())))
                    .hasMessageContaining("real time");
            statement.execute("reset brightline.simulated_now");
        }
    }

    private static final String INSERT = """
            insert into log.domain_event_entry
                   (event_identifier, aggregate_identifier, sequence_number, time_stamp, payload_type, payload, meta_data,
                    content_hash, writer_id, writer_mac)
            values ('%s', '%s', 0, '2026-01-01T00:00:00Z', 'school.registered', '{}', '{}',
                    sha256(''), 'test', sha256(''))""";

    @Test
    void a_hole_holds_the_readers_until_its_transaction_ends() throws Exception {
        EventStorageEngine engine = context.getBean(EventStorageEngine.class);
        IndexFence fence = context.getBean(IndexFence.class);
        long start = settled(fence);
        DataSource dataSource = context.getBean(DataSource.class);
        try (Connection slow = dataSource.getConnection()) {
            slow.setAutoCommit(false);
            try (var statement = slow.createStatement()) {
                statement.execute(INSERT.formatted(UUID.randomUUID(), "slow-" + UUID.randomUUID()));
            }
            append(registered("school-" + UUID.randomUUID(), 0));
            for (int look = 0; look < 20; look++) {
                assertThat(fence.horizon()).isEqualTo(start);
            }
            try (var events = engine.readEvents(new LogPosition(start, Instant.EPOCH), false)) {
                assertThat(events.count()).isZero();
            }
            slow.commit();
        }
        long end = settled(fence);
        try (var events = engine.readEvents(new LogPosition(start, Instant.EPOCH), false)) {
            assertThat(events.map(event -> LogPosition.of(event.trackingToken()).index()))
                    .containsExactly(end - 1, end);
        }
    }

    @Test
    void what_one_reader_read_is_given_to_the_next_with_what_has_come_since() {
        EventStorageEngine engine = context.getBean(EventStorageEngine.class);
        IndexFence fence = context.getBean(IndexFence.class);
        long start = settled(fence);
        append(registered("school-" + UUID.randomUUID(), 0));
        settled(fence);
        Object first = read(engine, start).getFirst().getPayload();

        append(registered("school-" + UUID.randomUUID(), 0));
        long end = settled(fence);
        List<TrackedEventMessage<?>> later = read(engine, start);
        assertThat(later).extracting(EventLogTest::index).containsExactly(end - 1, end);
        assertThat(later.getFirst().getPayload()).isSameAs(first);
        assertThat(read(engine, end - 1)).extracting(EventLogTest::index).containsExactly(end);
    }

    @Test
    void a_reader_that_came_to_the_end_goes_on_where_it_stood() {
        IndexFence fence = context.getBean(IndexFence.class);
        long start = settled(fence);
        try (BlockingStream<TrackedEventMessage<?>> events =
                context.getBean(EventStore.class).openStream(new LogPosition(start, Instant.EPOCH))) {
            assertThat(events.peek()).isEmpty();
            append(registered("school-" + UUID.randomUUID(), 0));
            long end = settled(fence);
            assertThat(events.peek()).map(EventLogTest::index).contains(end);
        }
    }

    @Test
    void readers_pass_over_many_indexes_that_were_given_up_and_read_all_there_is() {
        EventStorageEngine engine = context.getBean(EventStorageEngine.class);
        IndexFence fence = context.getBean(IndexFence.class);
        long start = settled(fence);
        append(registered("school-" + UUID.randomUUID(), 0));
        long before = newestIndex();
        jdbc.sql("select count(nextval('log.event_index')) from generate_series(1, :many)")
                .param("many", 3 * RecentEvents.STRETCH)
                .query(Long.class)
                .single();
        append(registered("school-" + UUID.randomUUID(), 0));
        append(registered("school-" + UUID.randomUUID(), 0));
        long end = settled(fence);
        assertThat(end).isGreaterThan(before + 3 * RecentEvents.STRETCH);
        assertThat(read(engine, start)).extracting(EventLogTest::index).containsExactly(before, end - 1, end);
        assertThat(read(engine, before + 1)).extracting(EventLogTest::index).containsExactly(end - 1, end);
    }

    private static List<TrackedEventMessage<?>> read(EventStorageEngine engine, long after) {
        try (Stream<? extends TrackedEventMessage<?>> events =
                engine.readEvents(new LogPosition(after, Instant.EPOCH), false)) {
            return List.copyOf(events.toList());
        }
    }

    private static long index(TrackedEventMessage<?> event) {
        return LogPosition.of(event.trackingToken()).index();
    }

    @Test
    void each_hole_holds_back_no_more_than_what_came_after_it() throws Exception {
        IndexFence fence = context.getBean(IndexFence.class);
        settled(fence);
        List<Connection> writers = new ArrayList<>();
        List<Long> before = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                before.add(newestIndex());
                writers.add(hole());
                append(registered("school-" + UUID.randomUUID(), 0));
                untilSeen(fence, newestIndex());
            }
            writers.get(3).commit();
            untilLooked(fence);
            assertThat(fence.lastSeen()).as("out of turn").isEqualTo(before.get(0));

            writers.get(0).commit();
            untilHorizon(fence, before.get(1));
            writers.get(1).commit();
            untilHorizon(fence, before.get(2));
            assertThat(fence.lag().since()).isPositive();

            writers.get(2).rollback();
            untilHorizon(fence, newestIndex());
            assertThat(fence.lag()).isEqualTo(new IndexFence.Lag(0, Duration.ZERO));
        } finally {
            for (Connection writer : writers) {
                writer.close();
            }
        }
    }

    @Test
    void who_never_commits_holds_nobody() throws Exception {
        IndexFence fence = context.getBean(IndexFence.class);
        settled(fence);
        try (Connection rehearsal = hole();
                var statement = rehearsal.createStatement()) {
            append(registered("school-" + UUID.randomUUID(), 0));
            untilSeen(fence, newestIndex());
            assertThat(fence.horizon()).as("as long as it may commit").isLessThan(newestIndex());
            statement.execute(IndexFence.NEVER_COMMITTED);
            statement.execute(IndexFence.REHEARSAL);
            try (var mayRest = statement.executeQuery("show idle_in_transaction_session_timeout")) {
                mayRest.next();
                assertThat(mayRest.getString(1)).isEqualTo("0");
            }
            untilHorizon(fence, newestIndex());
            assertThatThrownBy(rehearsal::commit).hasMessageContaining("never committed");
        }
        assertThat(settled(fence)).isEqualTo(newestIndex());
    }

    /** A writer that has taken an index and does not commit. */
    private static Connection hole() throws SQLException {
        Connection writer = context.getBean(DataSource.class).getConnection();
        writer.setAutoCommit(false);
        try (var statement = writer.createStatement()) {
            statement.execute(INSERT.formatted(UUID.randomUUID(), "slow-" + UUID.randomUUID()));
        }
        return writer;
    }

    private static void untilSeen(IndexFence fence, long index) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> fence.horizon() + fence.lag().indexes() >= index);
    }

    private static void untilLooked(IndexFence fence) {
        long looks = fence.looks();
        await().atMost(Duration.ofSeconds(60)).until(() -> fence.horizon() >= 0 && fence.looks() > looks + 1);
    }

    private static void untilHorizon(IndexFence fence, long index) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(fence.horizon()).isEqualTo(index));
    }

    private static long newestIndex() {
        return jdbc.sql("select coalesce(max(global_index), 0) from log.domain_event_entry")
                .query(Long.class)
                .single();
    }

    private static long settled(IndexFence fence) {
        long newest = newestIndex();
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (fence.horizon() < newest && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        return fence.lastSeen();
    }

    private static DomainEventMessage<SchoolEvent> registered(String stream, long sequence) {
        return new GenericDomainEventMessage<>(
                "School", stream, sequence, new SchoolRegistered(new SchoolCode("MAR"), "Marlow HS"));
    }

    private static void append(DomainEventMessage<?> event) {
        context.getBean(TransactionManager.class)
                .executeInTransaction(
                        () -> context.getBean(EventStorageEngine.class).appendEvents(event));
    }

    private static int rowsOf(String stream) {
        return jdbc.sql("select count(*) from log.domain_event_entry where aggregate_identifier = ?")
                .param(stream)
                .query(Integer.class)
                .single();
    }
}

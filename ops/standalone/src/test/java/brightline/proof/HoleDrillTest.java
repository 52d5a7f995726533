package brightline.proof;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.benchmark.Api;
import brightline.benchmark.Api.Answer;
import brightline.benchmark.Contacts;
import brightline.benchmark.FoundedAgency;
import brightline.benchmark.KeptConnection;
import brightline.benchmark.KeptConnection.Reply;
import brightline.benchmark.StandaloneProcess;
import brightline.proof.RawWriter.Copy;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writers that take an index and commit long after others took later ones, and writers whose clocks are wrong: no projection loses an
 * event. The framework's own reader, tailing the same log, does.
 */
@Tag("alone")
@Timeout(value = 44, unit = MINUTES)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HoleDrillTest {
    private static final int REPEATS = Form.of(1, 10);
    private static final Duration[] HELD = {
        Duration.ofSeconds(Form.of(6, 65)), Duration.ofSeconds(Form.of(6, 90)),
    };
    private static final int LATER_CONTACTS = Form.of(40, 500);
    private static final int HOLES_AT_ONCE = Form.of(4, 10);
    private static final int COPIES_PER_CLOCK = Form.of(15, 200);
    private static final int CLIENTS = 4;
    private static final long SEED = 65_90;
    /** A busy machine of a change's checks has pauses of its own; the long form is held to what was promised. */
    private static final Duration WITHIN = Duration.ofSeconds(Form.of(10, 2));

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SLOW_CLOCK = Duration.ofMinutes(-10);
    private static final Duration FAST_CLOCK = Duration.ofMinutes(10);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final AtomicLong contact = new AtomicLong();
    private Path data;
    private StandaloneProcess brightline;
    private FoundedAgency agency;
    private Contacts contacts;
    private JsonNode logged;

    @BeforeAll
    void start(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws IOException {
        data = Programs.dataIn(folder);
        brightline = Programs.start(data);
        agency = FoundedAgency.on(brightline);
        contacts = new Contacts(agency.school(), SEED);
        logged = log(1).getFirst();
    }

    @AfterAll
    void stop() throws IOException {
        brightline.close();
        Programs.leave(data);
    }

    @Test
    void a_contact_committed_long_after_its_turn_is_in_every_projection_at_once_and_the_stock_reader_never_sees_it()
            throws Exception {
        try (var stock = new StockReader(brightline.database());
                ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
                Connection database = brightline.database().connect()) {
            for (int repeat = 0; repeat < REPEATS; repeat++) {
                hold(HELD[repeat % HELD.length], stock, clients, database);
            }
        }
        Evidence.projectionsEqualAReplayFromZero(brightline, agency);
    }

    private void hold(Duration time, StockReader stock, ExecutorService clients, Connection database) throws Exception {
        long before = Evidence.involvements(brightline, agency, Evidence.newestIndex(database));
        try (var holder = new RawWriter(brightline.database(), logged);
                var slowClock = new RawWriter(brightline.database(), logged)) {
            Copy held = holder.append(_ -> Instant.now());
            Instant until = Instant.now().plus(time);
            List<Future<List<JsonNode>>> later = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                later.add(clients.submit(() -> log(LATER_CONTACTS / CLIENTS)));
            }
            waitFor(() -> metric("fence_lag_seconds") > 0, "the fence is held");
            double lag = metric("fence_lag_seconds");
            waitFor(() -> metric("fence_lag_seconds") > lag, "the lag rises");
            assertThat(metric("fence_blocking_pid")).isEqualTo(holder.pid());
            for (Future<?> client : later) {
                client.get();
            }
            Copy afterwards = slowClock.append(_ -> Instant.now().plus(SLOW_CLOCK));
            slowClock.commit();
            waitFor(() -> stock.wasGiven(afterwards.eventIds()), "the stock reader has come so far");
            sleepUntil(until);
            assertThat(metric("fence_lag_seconds"))
                    .as("what was appended when the holder began has been waiting ever since")
                    .isGreaterThan(time.toSeconds() / 2.0);
            assertThat(Evidence.involvements(brightline, agency, 0))
                    .as("figures stand before the hole")
                    .isEqualTo(before);

            holder.commit();
            isInEveryProjection(held, Instant.now().plus(WITHIN));

            assertThat(Evidence.involvements(brightline, agency, Evidence.newestIndex(database)))
                    .isEqualTo(before + LATER_CONTACTS + 2);
            waitFor(() -> stock.isPast(afterwards.lastIndex()), "the stock reader waits for nothing any more");
            assertThat(stock.missing(held.eventIds()))
                    .as("what the stock reader was never given")
                    .isEqualTo(held.eventIds());
        }
    }

    /** Each in its turn within the time; one that is committed out of turn with the one before it. */
    @Test
    void holes_that_are_open_at_once_close_one_after_the_other() throws Exception {
        List<RawWriter> holders = new ArrayList<>();
        try (Connection database = brightline.database().connect()) {
            long before = Evidence.involvements(brightline, agency, Evidence.newestIndex(database));
            List<Copy> held = new ArrayList<>();
            for (int i = 0; i < HOLES_AT_ONCE; i++) {
                var holder = new RawWriter(brightline.database(), logged);
                holders.add(holder);
                held.add(holder.append(_ -> Instant.now()));
                log(LATER_CONTACTS / HOLES_AT_ONCE);
            }
            sleepUntil(Instant.now().plus(HELD[0]));
            assertThat(Evidence.involvements(brightline, agency, 0))
                    .as("figures stand before the first hole")
                    .isEqualTo(before);

            int last = HOLES_AT_ONCE - 1;
            for (int i = 0; i < last - 1; i++) {
                holders.get(i).commit();
                isInEveryProjection(held.get(i), Instant.now().plus(WITHIN));
            }
            holders.get(last).commit();
            assertThat(Api.of(brightline.url())
                            .get(
                                    agency.auditor(),
                                    "/api/queries/involvements?atLeastIndex="
                                            + held.get(last).lastIndex())
                            .status())
                    .as("behind a hole that is still open")
                    .isEqualTo(409);
            holders.get(last - 1).commit();
            Instant deadline = Instant.now().plus(WITHIN);
            isInEveryProjection(held.get(last - 1), deadline);
            isInEveryProjection(held.get(last), deadline);
            int contacts = HOLES_AT_ONCE * (LATER_CONTACTS / HOLES_AT_ONCE + 1);
            assertThat(Evidence.involvements(brightline, agency, Evidence.newestIndex(database)))
                    .isEqualTo(before + contacts);
        } finally {
            for (RawWriter holder : holders) {
                holder.close();
            }
        }
    }

    /** The timeline waits for its own projection and for the one of the involvements, and shows rows of both. */
    private void isInEveryProjection(Copy held, Instant deadline) throws InterruptedException {
        String question = "/api/queries/cases/" + held.interaction() + "/timeline?atLeastIndex=" + held.lastIndex();
        String figures = "/api/queries/involvements?school=" + agency.school() + "&atLeastIndex=" + held.lastIndex();
        Api api = Api.of(brightline.url());
        Answer timeline = api.get(agency.auditor(), question);
        Answer involvements = api.get(agency.auditor(), figures);
        while ((timeline.status() != 200 || involvements.status() != 200)
                && Instant.now().isBefore(deadline)) {
            Thread.sleep(20);
            timeline = api.get(agency.auditor(), question);
            involvements = api.get(agency.auditor(), figures);
        }
        assertThat(Instant.now()).isBefore(deadline);
        involvements.expect(200);
        JsonNode told = timeline.expect(200).json();
        assertThat(told.get("timeline").size())
                .isGreaterThanOrEqualTo(held.eventIds().size() - 1);
        assertThat(told.get("involvements").size()).isPositive();
    }

    @Test
    void no_event_is_lost_to_clocks_that_are_slow_fast_or_going_back() throws Exception {
        long before;
        try (Connection database = brightline.database().connect()) {
            before = Evidence.involvements(brightline, agency, Evidence.newestIndex(database));
        }
        List<Callable<Integer>> writers = List.of(
                () -> copies(1, _ -> Instant.now().plus(SLOW_CLOCK)),
                () -> copies(2, _ -> Instant.now().plus(FAST_CLOCK)),
                () -> copies(3, n -> Instant.now().minus(Duration.ofHours(n % 2))),
                () -> copies(4, _ -> Instant.now()),
                () -> log(COPIES_PER_CLOCK).size());
        long written = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(writers.size())) {
            for (Future<Integer> writer : threads.invokeAll(writers)) {
                written += writer.get();
            }
        }
        try (Connection database = brightline.database().connect()) {
            assertThat(Evidence.involvements(brightline, agency, Evidence.newestIndex(database)))
                    .isEqualTo(before + written);
        }
        Evidence.projectionsEqualAReplayFromZero(brightline, agency);
    }

    /** Appends copies by one clock, now and then with a pause before the commit, now and then without a commit. */
    private int copies(long seed, IntFunction<Instant> clock) throws IOException, SQLException, InterruptedException {
        var random = new Random(SEED + seed);
        int committed = 0;
        try (var writer = new RawWriter(brightline.database(), logged)) {
            while (committed < COPIES_PER_CLOCK) {
                writer.append(clock);
                Thread.sleep(random.nextInt(100));
                if (random.nextInt(5) == 0) {
                    writer.rollBack();
                } else {
                    writer.commit();
                    committed++;
                }
            }
        }
        return committed;
    }

    private List<JsonNode> log(int number) throws IOException {
        List<JsonNode> answers = new ArrayList<>();
        try (var connection = new KeptConnection(brightline.url(), "/api/commands/incidents", agency.officer())) {
            for (int i = 0; i < number; i++) {
                Contacts.Contact next = contacts.number(contact.incrementAndGet());
                Reply reply = connection.post(next.key(), next.json());
                assertThat(reply.status()).as(reply.body()).isEqualTo(201);
                answers.add(JSON.readTree(reply.body()));
            }
        }
        return answers;
    }

    private double metric(String name) {
        return Api.of(brightline.url())
                .send("GET", "/actuator/prometheus", agency.sysadmin(), null, Map.of("Accept", "text/plain"))
                .expect(200)
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElseThrow();
    }

    private static void waitFor(BooleanSupplier condition, String what) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            Thread.sleep(50);
        }
    }

    private static void sleepUntil(Instant moment) throws InterruptedException {
        Thread.sleep(Duration.between(Instant.now(), moment));
    }
}

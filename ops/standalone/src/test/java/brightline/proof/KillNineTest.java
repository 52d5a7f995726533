package brightline.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import brightline.benchmark.Api;
import brightline.benchmark.Contacts;
import brightline.benchmark.Contacts.Contact;
import brightline.benchmark.FoundedAgency;
import brightline.benchmark.KeptConnection;
import brightline.benchmark.KeptConnection.Reply;
import brightline.benchmark.StandaloneProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Kill -9 right after a 201 while several clients are logging contacts: what was acknowledged is there after the restart, once;
 * what was not is settled by sending it again.
 */
@Timeout(value = 2, unit = HOURS)
class KillNineTest {
    private static final int ROUNDS = Form.of(3, 100);
    private static final int DATABASE_ROUNDS = Form.of(1, 30);
    private static final int IMPORT_KILLS = Form.of(1, 10);
    private static final int RECORDS = Form.of(2_000, 20_000);
    private static final String FORMAT = "brightline-csv";
    private static final int CLIENTS = 4;
    private static final long SEED = Long.getLong("brightline.kill.seed", 20_260_302L);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PATH = "/api/commands/incidents";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Random random = new Random(SEED);
    private final AtomicLong next = new AtomicLong();
    private final Map<Long, Contact> sent = new ConcurrentHashMap<>();
    private final Map<Long, JsonNode> acknowledged = new ConcurrentHashMap<>();
    private Path data;

    @BeforeEach
    void prepare(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path folder) throws IOException {
        data = Programs.dataIn(folder);
    }

    @AfterEach
    void leave() throws IOException {
        Programs.leave(data);
    }

    @Test
    void loses_nothing_that_was_acknowledged_and_doubles_nothing_that_was_sent_again() throws Exception {
        StandaloneProcess brightline = Programs.start(data);
        FoundedAgency agency = FoundedAgency.on(brightline);
        Contacts contacts = new Contacts(agency.school(), SEED);
        int openEnds = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            logUntilKilled(brightline, agency, contacts, 20 + random.nextInt(200));
            Set<Long> open = new HashSet<>(sent.keySet());
            open.removeAll(acknowledged.keySet());
            openEnds += open.size();

            brightline = Programs.start(data);
            try (Connection database = brightline.database().connect()) {
                everyAcknowledgedSubmissionIsThereOnce(database);
                assertThat(Evidence.incidents(database))
                        .as("round %d: those acknowledged, and at most those under way", round)
                        .isBetween((long) acknowledged.size(), (long) sent.size());
                sendAgain(brightline, agency, open);
                assertThat(acknowledged).hasSameSizeAs(sent);
                everyAcknowledgedSubmissionIsThereOnce(database);
                assertThat(Evidence.incidents(database)).isEqualTo(sent.size());
                assertThat(Evidence.involvements(brightline, agency, Evidence.newestIndex(database)))
                        .isEqualTo(sent.size());
            }
        }
        assertThat(openEnds).as("submissions that a kill left open").isPositive();
        Evidence.projectionsEqualAReplayFromZero(brightline, agency);
        brightline.close();
    }

    @Test
    void a_killed_database_server_costs_nothing_that_was_acknowledged() throws Exception {
        StandaloneProcess brightline = Programs.start(data);
        FoundedAgency agency = FoundedAgency.on(brightline);
        Contacts contacts = new Contacts(agency.school(), SEED);
        AtomicBoolean enough = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(threads.submit(() -> {
                    persistentClient(brightline, agency, contacts, enough);
                    return null;
                }));
            }
            try {
                for (int round = 1; round <= DATABASE_ROUNDS; round++) {
                    awaitAcknowledged(acknowledged.size() + 20 + random.nextInt(100));
                    killServer();
                }
                awaitAcknowledged(acknowledged.size() + 20);
            } finally {
                enough.set(true);
            }
            for (Future<?> client : clients) {
                client.get();
            }
        }
        assertThat(acknowledged).hasSameSizeAs(sent);
        try (Connection database = brightline.database().connect()) {
            everyAcknowledgedSubmissionIsThereOnce(database);
            assertThat(Evidence.incidents(database)).isEqualTo(sent.size());
            assertThat(Evidence.involvements(brightline, agency, Evidence.newestIndex(database)))
                    .isEqualTo(sent.size());
        }
        Evidence.projectionsEqualAReplayFromZero(brightline, agency);
        brightline.close();
    }

    @Test
    void an_import_that_is_killed_and_sent_again_ends_as_one_that_nobody_disturbed() throws Exception {
        StandaloneProcess brightline = Programs.start(data);
        FoundedAgency agency = FoundedAgency.on(brightline);
        Api.Answer undisturbed =
                Api.of(brightline.url()).upload(agency.coordinator(), FORMAT, records("Undisturbed", agency));
        JsonNode expected = ended(brightline, agency, undisturbed.expect(202).header("Location"));
        byte[] file = records("Killed", agency);
        String place = Api.of(brightline.url())
                .upload(agency.coordinator(), FORMAT, file)
                .expect(202)
                .header("Location");
        // Not so late that it might have ended: a file of which lines were rejected is read again then, as another
        // import.
        List<Integer> moments =
                random.ints(IMPORT_KILLS, 0, RECORDS * 4 / 5).sorted().boxed().toList();
        long before = 0;
        for (int moment : moments) {
            Api api = Api.of(brightline.url());
            JsonNode now = api.get(agency.coordinator(), place).expect(200).json();
            while (now.get("state").asString().equals("RUNNING")
                    && now.get("lines").asInt() < moment) {
                now = api.get(agency.coordinator(), place).expect(200).json();
            }
            assertThat(now.get("lines").asLong()).isGreaterThanOrEqualTo(before);
            before = now.get("lines").asLong();
            brightline.kill();
            brightline = Programs.start(data);
            assertThat(sentAgain(Api.of(brightline.url()), agency, file).header("Location"))
                    .isEqualTo(place);
        }
        JsonNode killed = ended(brightline, agency, place);
        for (String told :
                List.of("lines", "accepted", "changed", "duplicates", "outOfScope", "rejected", "errors", "notes")) {
            assertThat(killed.get(told)).as(told).isEqualTo(expected.get(told));
        }
        try (Connection database = brightline.database().connect()) {
            Map<String, String> left = Evidence.recordsOf(database, "Killed");
            assertThat(left)
                    .hasSize(expected.get("accepted").asInt())
                    .isEqualTo(Evidence.recordsOf(database, "Undisturbed"));
            assertThat(Evidence.involvements(brightline, agency, Evidence.newestIndex(database)))
                    .isEqualTo(2 * expected.get("accepted").asLong());
        }
        Evidence.projectionsEqualAReplayFromZero(brightline, agency);
        brightline.close();
    }

    /** Incidents of two students whose lines stand apart, some lines twice, and some that are not taken. */
    private static byte[] records(String source, FoundedAgency agency) {
        StringBuilder file = new StringBuilder(
                "source,record_id,person_number,school,occurred_at,role,student_number,last_name,race,actions,narrative\n");
        for (int i = 0; i < RECORDS; i++) {
            int record = i % 11 == 0 ? i / 2 : i;
            file.append("%s,I-%d,%d,%s,2026-02-%02dT10:15:00-06:00,%s,S-%d,Quillon,WHITE,A1_ADVICE,Left %d\n"
                    .formatted(
                            source,
                            record % (RECORDS / 2),
                            record / (RECORDS / 2) + 1,
                            agency.school(),
                            record % 28 + 1,
                            record % 7 == 0 ? "SUSPECT" : "SUBJECT",
                            record,
                            record));
        }
        return file.toString().getBytes(UTF_8);
    }

    /** As the answer 503 says, once more where the program was not yet at its work. */
    private static Api.Answer sentAgain(Api api, FoundedAgency agency, byte[] file) {
        return await().atMost(PATIENCE)
                .until(() -> api.upload(agency.coordinator(), FORMAT, file), answer -> answer.status() != 503)
                .expect(202);
    }

    private static JsonNode ended(StandaloneProcess brightline, FoundedAgency agency, String place)
            throws InterruptedException {
        Api api = Api.of(brightline.url());
        JsonNode now = api.get(agency.coordinator(), place).expect(200).json();
        Instant end = Instant.now().plus(PATIENCE.multipliedBy(5));
        while (now.get("state").asString().equals("RUNNING") && Instant.now().isBefore(end)) {
            Thread.sleep(100);
            now = api.get(agency.coordinator(), place).expect(200).json();
        }
        assertThat(now.get("state").asString()).as(now.toString()).isEqualTo("DONE");
        return now;
    }

    /** Sends each contact until it is acknowledged, under one key. */
    private void persistentClient(
            StandaloneProcess brightline, FoundedAgency agency, Contacts contacts, AtomicBoolean enough)
            throws InterruptedException, IOException {
        try (var connection = new KeptConnection(brightline.url(), PATH, agency.officer())) {
            while (!enough.get()) {
                long number = next.incrementAndGet();
                sent.put(number, contacts.number(number));
                Instant end = Instant.now().plus(PATIENCE);
                while (!acknowledgedNow(connection, number)) {
                    assertThat(Instant.now()).isBefore(end);
                    Thread.sleep(100);
                }
            }
        }
    }

    private boolean acknowledgedNow(KeptConnection connection, long number) {
        try {
            Reply reply = send(connection, number);
            assertThat(reply.status()).as(reply.body()).isIn(201, 409, 503);
            if (reply.status() == 201) {
                acknowledged.put(number, JSON.readTree(reply.body()));
            }
            return reply.status() == 201;
        } catch (IOException brokenConnection) {
            return false;
        }
    }

    private void awaitAcknowledged(int count) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (acknowledged.size() < count) {
            assertThat(Instant.now()).as("submissions go on").isBefore(end);
            Thread.sleep(10);
        }
    }

    private void killServer() throws IOException {
        String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst();
        ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow().destroyForcibly();
    }

    /** Until so many more have been acknowledged: whoever gets the last 201 kills at once. */
    private void logUntilKilled(StandaloneProcess brightline, FoundedAgency agency, Contacts contacts, int until)
            throws InterruptedException, ExecutionException {
        AtomicInteger left = new AtomicInteger(until);
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(threads.submit(() -> {
                    client(brightline, agency, contacts, left);
                    return null;
                }));
            }
            for (Future<?> client : clients) {
                client.get();
            }
        }
    }

    private void client(StandaloneProcess brightline, FoundedAgency agency, Contacts contacts, AtomicInteger left)
            throws InterruptedException {
        try (var connection = new KeptConnection(brightline.url(), PATH, agency.officer())) {
            while (true) {
                long number = next.incrementAndGet();
                Contact contact = contacts.number(number);
                sent.put(number, contact);
                Reply reply = connection.post(contact.key(), contact.json());
                if (left.decrementAndGet() == 0) {
                    brightline.kill();
                }
                acknowledge(number, reply);
            }
        } catch (IOException _) {
            // the killed process answers no more
        }
    }

    private void acknowledge(long number, Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        acknowledged.put(number, JSON.readTree(reply.body()));
    }

    /** What was left open, and some of what was not. */
    private void sendAgain(StandaloneProcess brightline, FoundedAgency agency, Set<Long> open) throws IOException {
        try (var connection = new KeptConnection(brightline.url(), PATH, agency.officer())) {
            for (long number : open) {
                acknowledge(number, send(connection, number));
            }
            for (long number : acknowledged.keySet().stream().limit(10).toList()) {
                Reply reply = send(connection, number);
                assertThat(reply.status()).as(reply.body()).isEqualTo(201);
                assertThat(JSON.readTree(reply.body())).isEqualTo(acknowledged.get(number));
            }
        }
    }

    private Reply send(KeptConnection connection, long number) throws IOException {
        Contact contact = Objects.requireNonNull(sent.get(number));
        return connection.post(contact.key(), contact.json());
    }

    /** One idempotency row each; streams exactly as long as the answer said, without a hole. */
    private void everyAcknowledgedSubmissionIsThereOnce(Connection database) throws SQLException {
        Map<String, Long> lengths = new HashMap<>();
        try (PreparedStatement streams = database.prepareStatement("""
                        select aggregate_identifier, count(*), max(sequence_number) + 1
                          from log.domain_event_entry group by 1""");
                ResultSet found = streams.executeQuery()) {
            while (found.next()) {
                assertThat(found.getLong(2)).as("a stream without holes").isEqualTo(found.getLong(3));
                lengths.put(found.getString(1), found.getLong(2));
            }
        }
        Map<String, String> answers = new HashMap<>();
        try (PreparedStatement rows = database.prepareStatement("select key, answer from command.idempotency");
                ResultSet found = rows.executeQuery()) {
            while (found.next()) {
                assertThat(answers.put(found.getString(1), found.getString(2))).isNull();
            }
        }
        acknowledged.forEach((number, answer) -> {
            String incident = answer.get("incident").asString();
            assertThat(answers.get(Objects.requireNonNull(sent.get(number)).key()))
                    .contains(incident);
            assertThat(lengths.get(incident)).isEqualTo(answer.get("version").asLong() + 1);
            for (JsonNode interaction : answer.get("interactions")) {
                assertThat(lengths.get(interaction.get("id").asString()))
                        .isEqualTo(interaction.get("version").asLong() + 1);
            }
        });
        assertThat(acknowledged.values().stream()
                        .map(answer -> answer.get("incident").asString()))
                .doesNotHaveDuplicates();
    }
}

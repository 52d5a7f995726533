package brightline.proof;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.benchmark.Contacts;
import brightline.benchmark.Contacts.Contact;
import brightline.benchmark.FoundedAgency;
import brightline.benchmark.KeptConnection;
import brightline.benchmark.KeptConnection.Reply;
import brightline.benchmark.StandaloneProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One submission, sent by fifty connections at the same moment under one key: one effect, one receipt, one answer for all. */
@Timeout(value = 40, unit = MINUTES)
class SameKeyDrillTest {
    private static final int KEYS = Form.of(20, 200);
    private static final int AT_ONCE = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String STILL_RUNNING = "urn:brightline:problem:submission-still-running";
    private static final JsonMapper JSON = JsonMapper.builder().build();

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
    void a_key_has_one_effect_however_often_it_is_sent_at_once() throws Exception {
        try (StandaloneProcess brightline = Programs.start(data);
                ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            FoundedAgency agency = FoundedAgency.on(brightline);
            Contacts contacts = new Contacts(agency.school(), 50);
            List<KeptConnection> connections = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                connections.add(new KeptConnection(brightline.url(), "/api/commands/incidents", agency.officer()));
            }
            List<Contact> sent = new ArrayList<>();
            Set<String> incidents = new HashSet<>();
            for (int key = 1; key <= KEYS; key++) {
                Contact contact = contacts.number(key);
                sent.add(contact);
                Set<JsonNode> answers = sendAtOnce(contact, connections, threads);
                assertThat(answers).as("all answers to one key").hasSize(1);
                assertThat(incidents.add(
                                answers.iterator().next().get("incident").asString()))
                        .isTrue();
            }
            for (KeptConnection connection : connections) {
                connection.close();
            }
            eachHasOneEffect(brightline, agency, sent);
        }
    }

    private static Set<JsonNode> sendAtOnce(Contact contact, List<KeptConnection> connections, ExecutorService threads)
            throws Exception {
        var start = new CyclicBarrier(connections.size());
        List<Future<JsonNode>> replies = new ArrayList<>();
        for (KeptConnection connection : connections) {
            replies.add(threads.submit(() -> {
                start.await();
                return sendUntilSettled(connection, contact);
            }));
        }
        Set<JsonNode> answers = new HashSet<>();
        for (Future<JsonNode> reply : replies) {
            answers.add(reply.get());
        }
        return answers;
    }

    private static JsonNode sendUntilSettled(KeptConnection connection, Contact contact)
            throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        Reply reply = connection.post(contact.key(), contact.json());
        while (reply.status() == 409 && Instant.now().isBefore(end)) {
            assertThat(JSON.readTree(reply.body()).get("type").asString()).isEqualTo(STILL_RUNNING);
            Thread.sleep(100);
            reply = connection.post(contact.key(), contact.json());
        }
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return JSON.readTree(reply.body());
    }

    private void eachHasOneEffect(StandaloneProcess brightline, FoundedAgency agency, List<Contact> sent)
            throws Exception {
        Map<String, Integer> lines = Evidence.receiptLines(data);
        try (Connection database = brightline.database().connect()) {
            assertThat(Evidence.incidents(database)).isEqualTo(sent.size());
            for (Contact contact : sent) {
                List<String> receipts = Evidence.receiptsUnder(database, contact.key());
                assertThat(receipts).as("idempotency rows of one key").hasSize(1);
                assertThat(lines).as("lines in the journal by receipt").containsEntry(receipts.getFirst(), 1);
            }
            assertThat(Evidence.involvements(brightline, agency, Evidence.newestIndex(database)))
                    .isEqualTo(sent.size());
        }
        Evidence.projectionsEqualAReplayFromZero(brightline, agency);
    }
}

package brightline.proof;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.benchmark.Api;
import brightline.benchmark.Api.Answer;
import brightline.benchmark.Contacts;
import brightline.benchmark.Contacts.Contact;
import brightline.benchmark.FoundedAgency;
import brightline.benchmark.StandaloneProcess;
import brightline.edge.TestDatabase;
import brightline.proof.CommitCutter.Cut;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The connection to the database breaks at a submission's COMMIT: before the server hears of it, or after it has committed and before
 * it is heard. Nobody can know which it was, so the answer says so; the same key settles it.
 */
@Timeout(value = 40, unit = MINUTES)
class CommitLostDrillTest {
    private static final int OF_EACH = Form.of(2, 20);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String INCIDENTS = "/api/commands/incidents";
    private static final String WITNESS = "{\"role\":\"WITNESS\",\"initiator\":\"OFFICER\"}";

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
    void the_same_key_settles_a_commit_whose_answer_was_lost() throws Exception {
        TestDatabase records = TestDatabase.fresh();
        URI server = URI.create(records.url().substring("jdbc:".length()));
        try (var cutter = new CommitCutter("localhost", server.getPort());
                StandaloneProcess brightline =
                        StandaloneProcess.start(Programs.BRIGHTLINE, data, throughTheCutter(cutter, records, server));
                Connection database = records.dataSource().getConnection()) {
            FoundedAgency agency = FoundedAgency.on(brightline);
            Contacts contacts = new Contacts(agency.school(), 8);
            var drill = new Drill(Api.of(brightline.url()), agency, cutter, database);
            for (int i = 1; i <= OF_EACH; i++) {
                drill.recordAndEdit(contacts.number(2L * i), Cut.AFTER_THE_SERVER_ANSWERED);
                drill.recordAndEdit(contacts.number(2L * i + 1), Cut.BEFORE_THE_SERVER_HEARD);
            }
            assertThat(Evidence.incidents(database)).isEqualTo(2L * OF_EACH);
            assertThat(Evidence.number(database, """
                            select count(*) from (select from log.domain_event_entry group by aggregate_identifier
                            having count(*) <> max(sequence_number) + 1) as with_hole""")).isZero();
            Evidence.projectionsEqualAReplayFromZero(brightline, agency);
        }
    }

    /** The keys' database is not behind the cutter: what is tried is the commit of a submission. */
    private static Map<String, String> throughTheCutter(CommitCutter cutter, TestDatabase records, URI server) {
        TestDatabase keys = TestDatabase.fresh();
        return Map.of(
                // What desks record besides comes when it comes, and here every event is counted.
                "BRIGHTLINE_DESKS",
                "false",
                "BRIGHTLINE_DB_URL",
                "jdbc:postgresql://localhost:%d%s?sslmode=disable&gssEncMode=disable"
                        .formatted(cutter.port(), server.getPath()),
                "BRIGHTLINE_DB_USER",
                records.username(),
                "BRIGHTLINE_DB_PASSWORD",
                records.password(),
                "BRIGHTLINE_KEYS_DB_URL",
                keys.url(),
                "BRIGHTLINE_KEYS_DB_USER",
                keys.username(),
                "BRIGHTLINE_KEYS_DB_PASSWORD",
                keys.password());
    }

    private final class Drill {
        private final Api api;
        private final FoundedAgency agency;
        private final CommitCutter cutter;
        private final Connection database;

        Drill(Api api, FoundedAgency agency, CommitCutter cutter, Connection database) {
            this.api = api;
            this.agency = agency;
            this.cutter = cutter;
            this.database = database;
        }

        void recordAndEdit(Contact contact, Cut cut) throws SQLException, IOException, InterruptedException {
            Answer recorded = lostAndSettled(cut, INCIDENTS, contact.key(), contact.json(), Map.of(), 201);
            String students = INCIDENTS + "/" + recorded.json().get("incident").asString() + "/students";
            Answer edited = lostAndSettled(
                    cut,
                    students,
                    UUID.randomUUID().toString(),
                    WITNESS,
                    Map.of("If-Match", recorded.header("ETag")),
                    200);
            send(students, UUID.randomUUID().toString(), WITNESS, Map.of("If-Match", edited.header("ETag")))
                    .expect(200);
        }

        private Answer lostAndSettled(
                Cut cut, String path, String key, String body, Map<String, String> headers, int status)
                throws SQLException, IOException, InterruptedException {
            long eventsBefore = events();
            int cutsBefore = cutter.cuts();
            cutter.arm(cut);
            Answer lost = send(path, key, body, headers).expect(503);
            assertThat(cutter.cuts()).isEqualTo(cutsBefore + 1);
            assertThat(lost.header("Retry-After")).isNotBlank();
            assertThat(lost.json().get("type").asString()).isEqualTo("urn:brightline:problem:outcome-unknown");
            long recordedUnanswered = events() - eventsBefore;
            if (cut == Cut.BEFORE_THE_SERVER_HEARD) {
                assertThat(recordedUnanswered).isZero();
                assertThat(Evidence.receiptsUnder(database, key)).isEmpty();
            } else {
                assertThat(recordedUnanswered).isPositive();
            }

            Answer settled = settled(path, key, body, headers).expect(status);
            long recorded = events() - eventsBefore;
            if (cut == Cut.AFTER_THE_SERVER_ANSWERED) {
                assertThat(recorded).isEqualTo(recordedUnanswered);
            }
            List<String> receipts = Evidence.receiptsUnder(database, key);
            assertThat(receipts).containsExactly(settled.header("Brightline-Receipt"));
            assertThat(Evidence.receiptLines(data)).containsEntry(receipts.getFirst(), 1);

            JsonNode again = send(path, key, body, headers).expect(status).json();
            assertThat(again).isEqualTo(settled.json());
            assertThat(events() - eventsBefore).as("sent a third time").isEqualTo(recorded);
            return settled;
        }

        /** The server may need a moment to see that the connection is gone and to let go of the key. */
        private Answer settled(String path, String key, String body, Map<String, String> headers)
                throws InterruptedException {
            Instant end = Instant.now().plus(PATIENCE);
            Answer answer = send(path, key, body, headers);
            while ((answer.status() == 409 || answer.status() == 503)
                    && Instant.now().isBefore(end)) {
                Thread.sleep(100);
                answer = send(path, key, body, headers);
            }
            return answer;
        }

        private Answer send(String path, String key, String body, Map<String, String> headers) {
            Map<String, String> all = new HashMap<>(headers);
            all.put("Idempotency-Key", key);
            return api.send("POST", path, agency.officer(), body, all);
        }

        private long events() throws SQLException {
            return Evidence.number(database, "select count(*) from log.domain_event_entry");
        }
    }
}

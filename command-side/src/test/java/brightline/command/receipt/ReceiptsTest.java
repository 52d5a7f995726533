package brightline.command.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.CommandSideOverHttp;
import brightline.command.CommandSideOverHttp.Answer;
import brightline.edge.store.AppendedEvents.AppendedEvent;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ReceiptsTest {
    private static final String INCIDENTS = "/api/commands/incidents";
    private static final String INCIDENT = """
            {"occurredAt": "2026-03-02T10:15:00-06:00", "school": "MAR", "place": "HALLWAY", "inSession": "YES",
             "students": [{"role": "SUBJECT", "initiator": "STAFF_REQUEST", "requestedBy": "TEACHER",
                           "conduct": ["cps-scc/1-8"], "imminentThreat": "NO", "actions": [{"code": "A2_ESCORT"}],
                           "arrestLawfullyPossible": "NO", "outcome": "NO_ACTION"}]}
            """;
    private static CommandSideOverHttp side;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        side = new CommandSideOverHttp();
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void an_accepted_submission_is_answered_with_a_receipt_anybody_can_check() throws Exception {
        String key = UUID.randomUUID().toString();
        Answer answer = side.postUnder(key, "adeyemi", INCIDENTS, INCIDENT);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        String receipt = receiptOf(answer);

        JsonNode published = side.get("analyst", "/api/commands/receipt-keys")
                .body()
                .path("keys")
                .path(0);
        assertThat(verified(receipt, published)).isTrue();
        assertThat(json(receipt, 0).path("kid")).isEqualTo(published.path("kid"));

        JsonNode content = json(receipt, 1);
        List<AppendedEvent> events = eventsOf(content.path("submission").stringValue());
        assertThat(content.path("events").intValue()).isEqualTo(events.size()).isGreaterThan(2);
        StringBuilder digested = new StringBuilder();
        events.forEach(event -> digested.append(event.id())
                .append('\n')
                .append(event.contentHash())
                .append('\n'));
        assertThat(content.path("digest").stringValue())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256")
                                .digest(digested.toString().getBytes(UTF_8))));

        Answer again = side.postUnder(key, "adeyemi", INCIDENTS, INCIDENT);
        assertThat(receiptOf(again)).isEqualTo(receipt);
        int signature = receipt.lastIndexOf('.') + 1;
        assertThat(verified(receipt.substring(0, signature - 2) + "A." + receipt.substring(signature), published))
                .isFalse();
    }

    @Test
    void the_receipt_is_in_the_journal_before_its_sender_hears_of_it() throws Exception {
        Answer answer = side.post("adeyemi", INCIDENTS, INCIDENT);
        String receipt = receiptOf(answer);
        String submission = json(receipt, 1).path("submission").stringValue();

        List<Path> files = side.context.getBean(ReceiptJournal.class).files();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.getLast())))
                .isEqualTo("rw-------");
        List<JournalLine> lines = Files.readAllLines(files.getLast()).stream()
                .map(JournalLine::read)
                .filter(line -> line.submission().equals(submission))
                .toList();
        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.receipt()).isEqualTo(receipt);
            assertThat(line.events()).isEqualTo(eventsOf(submission));
        });
    }

    @Test
    void what_asks_for_nothing_new_has_no_receipt() {
        Answer refused = side.post("adeyemi", INCIDENTS, INCIDENT.replace("MAR", "NOWHERE"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Brightline-Receipt")).isNull();
    }

    @Test
    void an_event_that_is_gone_or_another_is_missed_after_the_time_of_grace() throws Exception {
        Answer gone = side.post("adeyemi", INCIDENTS, INCIDENT);
        Answer changed = side.post("adeyemi", INCIDENTS, INCIDENT);
        Answer kept = side.post("adeyemi", INCIDENTS, INCIDENT);
        try (var journal = new ReceiptJournal(folder, InstantSource.system())) {
            for (Answer answer : List.of(gone, changed, kept)) {
                String receipt = receiptOf(answer);
                String submission = json(receipt, 1).path("submission").stringValue();
                journal.add(
                        new JournalLine(submission, Instant.now(), eventsOf(submission), receipt),
                        Duration.ofSeconds(10));
            }
            tamper("delete from log.domain_event_entry where event_identifier = '%s'", gone);
            tamper(
                    "update log.domain_event_entry set content_hash = sha256('other') where event_identifier = '%s'",
                    changed);

            assertThat(missing(journal, Duration.ZERO)).isZero();
            assertThat(missing(journal, Duration.ofSeconds(ReceiptReconciler.GRACE_SECONDS + 5)))
                    .isEqualTo(2);
        }
    }

    @Test
    void what_was_committed_and_not_written_down_is_written_down_at_the_next_start() throws Exception {
        Answer answer = side.post("adeyemi", INCIDENTS, INCIDENT);
        String receipt = receiptOf(answer);
        try (var journal = new ReceiptJournal(folder, InstantSource.system())) {
            var receipts = new Receipts(side.context.getBean(ReceiptKey.class), journal, InstantSource.system());
            var reconciler =
                    new ReceiptReconciler(journal, receipts, side.database.dataSource(), InstantSource.system());
            reconciler.catchUp(Duration.ofHours(1));
            List<String> written = Files.readAllLines(journal.files().getFirst());
            assertThat(written.stream().map(line -> json(JournalLine.read(line).receipt(), 1)))
                    .contains(json(receipt, 1));

            reconciler.catchUp(Duration.ofHours(1));
            assertThat(Files.readAllLines(journal.files().getFirst())).isEqualTo(written);
        }
    }

    @Test
    void a_commit_nobody_heard_of_is_written_down_when_its_events_are_found_and_forgotten_when_they_never_come()
            throws Exception {
        String receipt = receiptOf(side.post("adeyemi", INCIDENTS, INCIDENT));
        String submission = json(receipt, 1).path("submission").stringValue();
        try (var journal = new ReceiptJournal(folder, InstantSource.system())) {
            var receipts = new Receipts(side.context.getBean(ReceiptKey.class), journal, InstantSource.system());
            receipts.doubt(submission, eventsOf(submission), receipt);
            receipts.doubt("never", List.of(new AppendedEvent("never", "00".repeat(32))), "never");

            look(journal, receipts, Duration.ZERO);
            assertThat(receipts.doubtful()).extracting(JournalLine::submission).containsExactly("never");
            look(journal, receipts, Duration.ofSeconds(ReceiptReconciler.GRACE_SECONDS + 5));
            assertThat(receipts.doubtful()).isEmpty();

            assertThat(receipts.keptBefore(receipt)).isTrue();
            assertThat(Files.readAllLines(journal.files().getFirst()).stream()
                            .map(line -> JournalLine.read(line).receipt()))
                    .containsExactly(receipt);
        }
    }

    @Test
    void a_line_cut_short_by_a_crash_gives_way_to_the_next() throws Exception {
        var line = new JournalLine("one", Instant.EPOCH, List.of(), "receipt");
        try (var journal = new ReceiptJournal(folder, InstantSource.system())) {
            assertThat(journal.add(line, Duration.ofSeconds(10))).isTrue();
            Path file = journal.files().getFirst();
            Files.writeString(file, line.text() + "\n{\"submission\":\"tw");
            assertThat(journal.add(line, Duration.ofSeconds(10))).isTrue();
            assertThat(Files.readAllLines(file)).containsExactly(line.text(), line.text());
        }
    }

    @Test
    void what_the_disk_refuses_is_owned_up_to_and_written_as_soon_as_it_takes_it() throws Exception {
        Path place = folder.resolve("journal");
        var line = new JournalLine("one", Instant.EPOCH, List.of(), "receipt");
        try (var journal = new ReceiptJournal(place, InstantSource.system())) {
            Files.delete(place);
            assertThat(journal.add(line, Duration.ofMillis(500))).isFalse();
            Files.createDirectory(place);
            assertThat(journal.add(null, Duration.ofSeconds(10))).isTrue();
            assertThat(Files.readAllLines(journal.files().getFirst())).containsExactly(line.text());
        }
    }

    @Test
    void a_file_that_was_taken_away_or_replaced_meanwhile_is_not_written_to_any_more() throws Exception {
        var line = new JournalLine("one", Instant.EPOCH, List.of(), "receipt");
        Path elsewhere = folder.resolve("elsewhere");
        try (var journal = new ReceiptJournal(folder, InstantSource.system())) {
            assertThat(journal.add(line, Duration.ofSeconds(10))).isTrue();
            Path file = journal.files().getFirst();
            Files.move(file, elsewhere);
            assertThat(journal.add(line, Duration.ofSeconds(10))).isTrue();
            assertThat(Files.readAllLines(file)).containsExactly(line.text());
            Files.move(elsewhere, file, StandardCopyOption.REPLACE_EXISTING);
            assertThat(journal.add(line, Duration.ofSeconds(10))).isTrue();
            assertThat(Files.readAllLines(file)).containsExactly(line.text(), line.text());
        }
    }

    @Test
    void every_day_has_a_file_of_its_own() throws Exception {
        var line = new JournalLine("one", Instant.EPOCH, List.of(), "receipt");
        var now = new AtomicReference<>(Instant.parse("2026-03-01T23:59:59Z"));
        try (var journal = new ReceiptJournal(folder, now::get)) {
            assertThat(journal.add(line, Duration.ofSeconds(10))).isTrue();
            assertThat(journal.add(line, Duration.ofSeconds(10))).isTrue();
            now.set(Instant.parse("2026-03-02T00:00:00Z"));
            assertThat(journal.add(line, Duration.ofSeconds(10))).isTrue();
            assertThat(journal.files())
                    .containsExactly(
                            folder.resolve("receipts-2026-03-01.jsonl"), folder.resolve("receipts-2026-03-02.jsonl"));
            assertThat(Files.readAllLines(journal.files().getFirst())).hasSize(2);
            assertThat(Files.readAllLines(journal.files().getLast())).hasSize(1);
        }
    }

    private static long missing(ReceiptJournal journal, Duration later) {
        InstantSource clock = InstantSource.offset(InstantSource.system(), later);
        return look(journal, new Receipts(side.context.getBean(ReceiptKey.class), journal, clock), later)
                .missing();
    }

    private static ReceiptReconciler look(ReceiptJournal journal, Receipts receipts, Duration later) {
        InstantSource clock = InstantSource.offset(InstantSource.system(), later);
        var reconciler = new ReceiptReconciler(journal, receipts, side.database.dataSource(), clock);
        reconciler.look();
        return reconciler;
    }

    /** As the owner of the database could, with the guards off. */
    private static void tamper(String sql, Answer answer) throws Exception {
        String submission = json(receiptOf(answer), 1).path("submission").stringValue();
        String event = eventsOf(submission).getLast().id();
        try (var connection = side.database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter table log.domain_event_entry disable trigger all");
            statement.execute(sql.formatted(event));
            statement.execute("alter table log.domain_event_entry enable always trigger stamp_event");
            statement.execute("alter table log.domain_event_entry enable always trigger refuse_change");
        }
    }

    private static List<AppendedEvent> eventsOf(String submission) {
        return new ArrayList<>(side.jdbc
                .sql("""
                        select event_identifier, encode(content_hash, 'hex') from log.domain_event_entry
                         where convert_from(meta_data, 'UTF8')::jsonb ->> 'submission' = ? order by global_index
                        """)
                .param(submission)
                .query((row, _) -> new AppendedEvent(row.getString(1), row.getString(2)))
                .list());
    }

    private static String receiptOf(Answer answer) {
        return Objects.requireNonNull(answer.header("Brightline-Receipt"));
    }

    private static JsonNode json(String receipt, int part) {
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(receipt.split("\\.")[part]));
    }

    /** As a program of somebody else would, from the published key alone. */
    private static boolean verified(String receipt, JsonNode key) throws Exception {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        var point = new ECPoint(coordinate(key.path("x")), coordinate(key.path("y")));
        int end = receipt.lastIndexOf('.');
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class))));
        signature.update(receipt.substring(0, end).getBytes(UTF_8));
        return signature.verify(Base64.getUrlDecoder().decode(receipt.substring(end + 1)));
    }

    private static BigInteger coordinate(JsonNode base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64.stringValue()));
    }
}

package brightline.benchmark;

import brightline.benchmark.Footprint.Row;
import brightline.benchmark.Pgbench.Tables;
import brightline.benchmark.StandaloneProcess.DatabaseAddress;
import brightline.edge.store.ContentHash;
import brightline.edge.store.WriterKey;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What each part of the evidence costs of a submission: its machine time beside that of the whole, both with the processors fully in use.
 * Of a whole submission it is one over the submissions per second from eight clients. Of what the database does for a part it is the
 * difference that pgbench makes with and without it; of what the program does, processor time of the same work done over and over,
 * divided by the processors.
 */
final class LogParts {
    private static final int CLIENTS = 8;
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final Duration WORK = Duration.ofSeconds(2);
    /** Keys of a case and of a new student, and who the case is about: each wrapped once. */
    private static final int WRAPPED_KEYS = 5;

    private static final int TAG_AND_NONCE = 28;
    private static final Set<String> EVIDENCE = Set.of("content_hash", "writer_id", "writer_mac");
    private static final String LOOK = """
            select coalesce(max(global_index), 0) from log.domain_event_entry;
            select pg_current_xact_id();
            select pg_snapshot_xmin(pg_current_snapshot())""";

    private final String pgbench;
    private final DatabaseAddress address;
    private final Connection database;
    private final Footprint footprint;
    private final Duration each;
    private final int rounds;

    LogParts(
            String pgbench,
            DatabaseAddress address,
            Connection database,
            Footprint footprint,
            Duration each,
            int rounds) {
        this.pgbench = pgbench;
        this.address = address;
        this.database = database;
        this.footprint = footprint;
        this.each = each;
        this.rounds = rounds;
    }

    /** One piece of work, as a submission does it. */
    private interface Work {
        void once() throws GeneralSecurityException, SQLException;
    }

    /** Milliseconds of machine time per submission for each part, and for the whole as their baseline. */
    List<Figure> measure(URI url, String sysadmin, Load load, Consumer<String> told)
            throws IOException, SQLException, InterruptedException {
        told.accept("Measuring the parts ...");
        List<Measured> all = new ArrayList<>();
        List<Measured> withoutSecrets = new ArrayList<>();
        List<Measured> withoutEvidence = new ArrayList<>();
        List<Measured> withTrigger = new ArrayList<>();
        List<Measured> submissions = new ArrayList<>();
        double looksPerSubmission = 0;
        try (Pgbench whole = pgbench(footprint, "parts_all", Tables.PLAIN);
                Pgbench secretless = pgbench(footprint.without(Footprint.SECRETS), "parts_secrets", Tables.PLAIN);
                Pgbench plain =
                        pgbench(footprint.withoutColumns(Footprint.EVENTS, EVIDENCE), "parts_evidence", Tables.PLAIN);
                Pgbench triggered = pgbench(footprint, "parts_trigger", Tables.WITH_APPEND_TRIGGER)) {
            for (int round = 0; round < rounds; round++) {
                double looked = looks(url, sysadmin);
                Measured measured = load.run(CLIENTS, each);
                submissions.add(measured);
                looksPerSubmission +=
                        (looks(url, sysadmin) - looked) / (measured.perSecond() * each.toSeconds()) / rounds;
                LogBench.awaitReaders(url, sysadmin);
                all.add(whole.run(CLIENTS, each));
                withoutSecrets.add(secretless.run(CLIENTS, each));
                withoutEvidence.add(plain.run(CLIENTS, each));
                withTrigger.add(triggered.run(CLIENTS, each));
            }
        }
        double submission = millis(submissions);
        Map<String, Double> parts = new java.util.LinkedHashMap<>();
        parts.put("hash", program(this::hashes) + millis(all) - millis(withoutEvidence));
        parts.put("mac", program(macs()));
        parts.put("receipt", program(signature()));
        parts.put("trigger", millis(withTrigger) - millis(all));
        parts.put("secrets", program(secrets()) + millis(all) - millis(withoutSecrets));
        parts.put("fence", looksPerSubmission * looking());
        parts.put(
                "together",
                parts.values().stream().mapToDouble(Double::doubleValue).sum());
        List<Figure> figures = new ArrayList<>();
        parts.forEach((part, cost) ->
                figures.add(new Figure(LogBench.NAME, "share-" + part, cost, "ms", "submission", submission)));
        return figures;
    }

    private Pgbench pgbench(Footprint rows, String schema, Tables tables) throws SQLException, IOException {
        return Pgbench.of(pgbench, address, database, rows, schema, tables);
    }

    private static double millis(List<Measured> measured) {
        return 1_000 / Measured.medianOf(measured).perSecond();
    }

    private static double looks(URI url, String sysadmin) {
        return Api.of(url)
                .send("GET", "/actuator/prometheus", sysadmin, null, Map.of())
                .expect(200)
                .body()
                .lines()
                .filter(line -> line.startsWith("fence_looks_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    /** Milliseconds of one look: the program waits while the database works, so their times add up to the time that passes. */
    private double looking() throws SQLException {
        try (Statement statement = database.createStatement()) {
            long looks = 0;
            long began = System.nanoTime();
            while (System.nanoTime() - began < WORK.toNanos()) {
                statement.execute(LOOK);
                looks++;
            }
            return (System.nanoTime() - began) / 1e6 / looks / PROCESSORS;
        }
    }

    /** Milliseconds of machine time for the work, once the compiler has done its own. */
    private static double program(Work work) throws SQLException {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        try {
            for (long end = System.nanoTime() + WORK.toNanos(); System.nanoTime() < end; ) {
                work.once();
            }
            long times = 0;
            long began = threads.getCurrentThreadCpuTime();
            for (long end = System.nanoTime() + WORK.toNanos(); System.nanoTime() < end; times++) {
                work.once();
            }
            return (threads.getCurrentThreadCpuTime() - began) / 1e6 / times / PROCESSORS;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Row> rows(String table) {
        return footprint.rows().stream()
                .filter(row -> row.table().equals(table))
                .toList();
    }

    private void hashes() {
        for (Row row : rows(Footprint.EVENTS)) {
            ContentHash.of(
                    text(row, "event_identifier"),
                    row.values().get("type"),
                    text(row, "aggregate_identifier"),
                    Long.parseLong(text(row, "sequence_number")),
                    text(row, "time_stamp"),
                    text(row, "payload_type"),
                    row.values().get("payload_revision"),
                    bytes(row, "payload"),
                    bytes(row, "meta_data"));
        }
    }

    private Work macs() {
        WriterKey writer = new WriterKey(new byte[32]);
        int events = rows(Footprint.EVENTS).size();
        byte[] hash = new byte[32];
        return () -> {
            for (int i = 0; i < events; i++) {
                writer.mac(hash);
            }
        };
    }

    private static Work signature() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair key = generator.generateKeyPair();
            byte[] receipt = new byte[250];
            return () -> {
                Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
                signature.initSign(key.getPrivate());
                signature.update(receipt);
                signature.sign();
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Work secrets() {
        List<byte[]> parts = new ArrayList<>();
        rows(Footprint.SECRETS).forEach(row -> parts.add(bytes(row, "ciphertext")));
        for (int i = 0; i < WRAPPED_KEYS; i++) {
            parts.add(new byte[32 + TAG_AND_NONCE]);
        }
        SecureRandom random = new SecureRandom();
        SecretKeySpec key = new SecretKeySpec(new byte[32], "AES");
        return () -> {
            for (byte[] part : parts) {
                byte[] nonce = new byte[12];
                random.nextBytes(nonce);
                Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
                cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(128, nonce));
                cipher.doFinal(part);
                MessageDigest.getInstance("SHA-256").digest(part);
            }
        };
    }

    private static String text(Row row, String column) {
        return Objects.requireNonNull(row.values().get(column));
    }

    /** As PostgreSQL writes bytes: hexadecimal after two characters. */
    private static byte[] bytes(Row row, String column) {
        @Nullable String hex = row.values().get(column);
        return HexFormat.of().parseHex(Objects.requireNonNull(hex).substring(2));
    }
}

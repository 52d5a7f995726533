package brightline.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * {@code import}: records of contacts taken in from a file, per second and in processor time, and what the heap grows by; beside it the same
 * rows copied within the same server, into tables with the same columns, constraints and indexes.
 *
 * @param command starts Brightline
 * @param data a fresh data directory
 * @param records of the file that is measured
 */
public record ImportBench(List<String> command, Path data, int records) {
    static final String NAME = "import";

    private static final String BASELINE = "copied-rows";
    private static final String AFTER_FEW = "after 1,000 records";
    private static final String FORMAT = "brightline-csv";
    private static final int FEW = 1_000;
    private static final int STUDENTS = 5_000;
    /** Of a file of any size that the read models may be behind. */
    private static final Duration LONGEST = Duration.ofMinutes(60);

    private static final double PER_THOUSAND = 1_000;
    private static final double KILOBYTE = 1 << 10;
    private static final double MEGABYTE = 1 << 20;
    private static final long PAUSE_MILLIS = 100;

    /**
     * @param said takes each line of figures
     * @param told takes each line of progress
     */
    public void run(Consumer<String> said, Consumer<String> told)
            throws IOException, SQLException, InterruptedException {
        told.accept("Starting Brightline on a fresh data directory ...");
        try (StandaloneProcess brightline = StandaloneProcess.start(command, data)) {
            FoundedAgency agency = FoundedAgency.on(brightline);
            told.accept("Taking in %,d records, so that everything has been done once ...".formatted(FEW));
            take(brightline, agency, "few", FEW);
            LogBench.awaitReaders(brightline.url(), agency.sysadmin(), LONGEST);
            double heapBefore = heap(brightline, agency);
            double residentBefore = resident(brightline);
            ProcessorTime program = ProcessorTime.of(brightline.pid());
            ProcessorTime server = ProcessorTime.ofServer(data);
            told.accept("Taking in %,d records ...".formatted(records));
            long began = System.nanoTime();
            double seconds = take(brightline, agency, "many", records);
            LogBench.awaitReaders(brightline.url(), agency.sysadmin(), LONGEST);
            double untilRead = Duration.ofNanos(System.nanoTime() - began).toMillis() / PER_THOUSAND;
            double javaMillis = program.millisSince() * PER_THOUSAND / records;
            double serverMillis = server.millisSince() * PER_THOUSAND / records;
            double heapAfter = heap(brightline, agency);
            double residentAfter = resident(brightline);
            told.accept("%.0f records a second; copying their rows ...".formatted(records / seconds));
            try (Connection database = brightline.database().connect()) {
                ProcessorTime copying = ProcessorTime.ofServer(data);
                double copied = copy(database);
                double copyMillis = copying.millisSince() * PER_THOUSAND / (records + FEW);
                List.of(
                                figure("rate", records / seconds, "1/s", (records + FEW) / copied),
                                figure("cpu-program", javaMillis, "ms per 1,000 records", copyMillis),
                                figure("cpu-server", serverMillis, "ms per 1,000 records", copyMillis),
                                figure("rate-read", records / untilRead, "1/s", (records + FEW) / copied),
                                new Figure(NAME, "heap", heapAfter, "MB", AFTER_FEW, heapBefore),
                                new Figure(NAME, "heap-growth", heapAfter - heapBefore, "MB", AFTER_FEW, heapBefore),
                                new Figure(NAME, "resident", residentAfter, "MB", AFTER_FEW, residentBefore))
                        .forEach(figure -> said.accept(figure.line()));
            }
        }
    }

    private static Figure figure(String name, double value, String unit, double baseline) {
        return new Figure(NAME, name, value, unit, BASELINE, baseline);
    }

    /** @return seconds from the file's arrival to its last record */
    private static double take(StandaloneProcess brightline, FoundedAgency agency, String source, int records)
            throws InterruptedException {
        Api api = Api.of(brightline.url());
        byte[] file = file(source, records, agency.school());
        String place =
                api.upload(agency.coordinator(), FORMAT, file).expect(202).header("Location");
        long began = System.nanoTime();
        JsonNode now = api.get(agency.coordinator(), place).expect(200).json();
        while (now.get("state").asString().equals("RUNNING")) {
            Thread.sleep(PAUSE_MILLIS);
            now = api.get(agency.coordinator(), place).expect(200).json();
        }
        if (now.get("accepted").asInt() != records) {
            throw new IllegalStateException("Not every record was accepted: " + now);
        }
        return Duration.ofNanos(System.nanoTime() - began).toMillis() / PER_THOUSAND;
    }

    /** Two students to an incident, each known by number; half of them with an account. */
    private static byte[] file(String source, int records, String school) {
        StringBuilder file =
                new StringBuilder("source,record_id,person_number,school,place,in_session,occurred_at,role,"
                        + "student_number,first_name,last_name,birth_date,race,sex,grade_band,initiator,conduct,imminent_threat,"
                        + "actions,arrest_lawfully_possible,narrative\n");
        for (int i = 0; i < records; i++) {
            file.append(
                            "%s,I-%d,%d,%s,CAFETERIA,YES,2026-01-%02dT%02d:%02d:00-06:00,SUBJECT,S-%d,Vesper,Quillon,2010-05-01,"
                                    .formatted(
                                            source,
                                            i / 2,
                                            i % 2 + 1,
                                            school,
                                            i % 28 + 1,
                                            9 + i % 6,
                                            i % 60,
                                            i % STUDENTS))
                    .append("WHITE,F,9-12,STAFF_REQUEST,cps-scc/1-8,NO,A2_ESCORT|A3_CITE,YES,")
                    .append(i % 2 == 0 ? "An account of a sentence or two that somebody wrote the same day." : "")
                    .append('\n');
        }
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** What is alive in the program's heap, in megabytes. */
    private double heap(StandaloneProcess brightline, FoundedAgency agency) throws IOException, InterruptedException {
        Path jcmd = Path.of(command.getFirst()).resolveSibling("jcmd");
        new ProcessBuilder(jcmd.toString(), Long.toString(brightline.pid()), "GC.run")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return Api.of(brightline.url())
                        .send("GET", "/actuator/prometheus", agency.sysadmin(), null, Map.of())
                        .expect(200)
                        .body()
                        .lines()
                        .filter(line -> line.startsWith("jvm_memory_used_bytes") && line.contains("area=\"heap\""))
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .sum()
                / MEGABYTE;
    }

    /** What the system has given the program, in megabytes. */
    private static double resident(StandaloneProcess brightline) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + brightline.pid() + "/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * KILOBYTE)
                        .sum()
                / MEGABYTE;
    }

    /** @return seconds that writing the rows took, each table in one transaction */
    private static double copy(Connection database) throws SQLException {
        long nanos = 0;
        try (Statement statement = database.createStatement()) {
            statement.execute("create schema copied");
            for (String table : List.of("log.domain_event_entry", "log.event_secret", "command.import_source_key")) {
                String copy = "copied." + table.replace('.', '_');
                statement.execute("create table %s (like %s including all)".formatted(copy, table));
                String columns = columns(statement, copy);
                long began = System.nanoTime();
                statement.execute("insert into %s (%s) overriding system value select %2$s from %s"
                        .formatted(copy, columns, table));
                nanos += System.nanoTime() - began;
            }
            statement.execute("drop schema copied cascade");
        }
        return nanos / 1e9;
    }

    private static String columns(Statement statement, String table) throws SQLException {
        try (ResultSet columns = statement.executeQuery("""
                select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                 where attrelid = '%s'::regclass and attnum > 0 and not attisdropped and attgenerated = ''""".formatted(table))) {
            columns.next();
            return columns.getString(1);
        }
    }
}

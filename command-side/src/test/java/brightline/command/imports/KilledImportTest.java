package brightline.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.file.ImportStatus.Counts;
import brightline.command.imports.file.ImportStatus.State;
import brightline.edge.TestDatabase;
import brightline.events.Stated;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** On real processes: a small heap, and a kill that nothing can catch. */
class KilledImportTest {
    private static final String FORMAT = "california-stop-data";
    private static final int LINES = 5_000;
    /** Characters in a column that nobody reads. */
    private static final int FILLING = 6_000;

    /** Takes in one file in a process of its own, which says when it begins and when it is done. */
    static final class Taker {
        private Taker() {}

        /** @param args database URL, user, password, spool directory, file */
        @SuppressWarnings("SystemOut")
        public static void main(String[] args) throws Exception {
            try (ImportProgram program =
                            new ImportProgram(new TestDatabase(args[0], args[1], args[2]), Path.of(args[3]));
                    var file = Files.newInputStream(Path.of(args[4]))) {
                long began = System.nanoTime();
                ImportStatus status = program.take(file, FORMAT, Stated.NO);
                System.out.println("TAKEN " + status.counts().lines() + " lines in "
                        + Duration.ofNanos(System.nanoTime() - began).toMillis() + " ms");
            }
        }
    }

    @Test
    void goes_on_where_it_stood_and_needs_no_more_memory_for_many_lines() throws Exception {
        Path file = manyLines();
        Path spool = ImportProgram.directory();
        TestDatabase database = TestDatabase.fresh();
        Process first = take(database, spool, file);
        try (ImportProgram watching = new ImportProgram(database, ImportProgram.directory())) {
            Instant limit = Instant.now().plus(Duration.ofMinutes(3));
            while (answered(watching) < LINES / 10) {
                assertThat(Instant.now()).isBefore(limit);
                assertThat(first.isAlive()).isTrue();
                ImportProgram.pause();
            }
        }
        first.destroyForcibly().waitFor();
        Process second = take(database, spool, file);
        assertThat(second.waitFor(4, TimeUnit.MINUTES)).isTrue();
        assertThat(second.exitValue()).isZero();
        try (ImportProgram after = new ImportProgram(database, spool)) {
            ImportStatus status =
                    after.context.getBean(ImportLedger.class).latest(1).getFirst();
            assertThat(status.state()).isEqualTo(State.DONE);
            assertThat(status.counts()).isEqualTo(new Counts(LINES, 0, 0, 0));
            assertThat(after.streams("Interaction")).isEqualTo(LINES);
            assertThat(after.jdbc
                            .sql("select count(*) from log.domain_event_entry where payload_type = 'import.finished'")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    private static long answered(ImportProgram watching) {
        List<ImportStatus> known = watching.context.getBean(ImportLedger.class).latest(1);
        return known.isEmpty() ? 0 : known.getFirst().counts().lines();
    }

    /** The file is 32 MB; with what the program itself needs, 96 MB do not hold it as rows. */
    private static Process take(TestDatabase database, Path spool, Path file) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Dlogging.level.root=WARN",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Taker.class.getName(),
                        database.url(),
                        database.username(),
                        database.password(),
                        spool.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(Path.of("target", "import-taker.log").toFile())
                .start();
    }

    private static Path manyLines() throws Exception {
        List<String> lines = ImportProgram.sample().lines().toList();
        List<String> header = List.of(lines.getFirst().split(",", -1));
        List<String[]> inScope = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            if (cells[header.indexOf("STOP_STUDENT")].equals("1")
                    && cells[header.indexOf("K12_SCHOOL_GROUNDS")].equals("1")) {
                inScope.add(cells);
            }
        }
        Path file = Files.createTempFile(Files.createDirectories(Path.of("target", "spool")), "many", ".csv");
        String filling = "x".repeat(FILLING);
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(Objects.requireNonNull(lines.getFirst()) + "\n");
            for (int i = 0; i < LINES; i++) {
                // Both students of a stop are at its school.
                String[] cells = inScope.get(i / 2 % inScope.size()).clone();
                cells[header.indexOf("DOJ_RECORD_ID")] = "X%07d".formatted(i / 2);
                cells[header.indexOf("PERSON_NUMBER")] = Integer.toString(i % 2 + 1);
                cells[header.indexOf("AGENCY_NAME")] = filling;
                out.write(String.join(",", cells) + "\n");
            }
        }
        return file;
    }
}

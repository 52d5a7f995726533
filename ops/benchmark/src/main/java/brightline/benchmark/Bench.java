package brightline.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs one bench: figures as JSON lines on standard output, progress on standard error. Called by {@code ops/bench} with the name,
 * the length of each measurement in seconds, and the command that starts Brightline: three arguments by their places, which the script
 * has looked at, and no options to be read.
 */
public final class Bench {
    private static final int ROUNDS = 5;
    private static final int LONGEST_WARM_UP = 40;

    /** Of a file to be taken in: 100,000 by default. */
    private static final int RECORDS_A_SECOND = 4_000;

    private static final PrintStream FIGURES = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final PrintStream PROGRESS = new PrintStream(System.err, true, StandardCharsets.UTF_8);

    private Bench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String name = arguments[0];
        int seconds = Integer.parseInt(arguments[1]);
        List<String> command = List.of(arguments).subList(2, arguments.length);
        Path data = Files.createTempDirectory("brightline-bench");
        try {
            PROGRESS.println(machine());
            Duration warmUp = Duration.ofSeconds(Math.min(LONGEST_WARM_UP, 8L * seconds));
            switch (name) {
                case LogBench.NAME ->
                    new LogBench(command, data, LogBench.pgbenchHere(), seconds, ROUNDS, warmUp)
                            .run(FIGURES::println, PROGRESS::println);
                case FreshnessBench.NAME ->
                    new FreshnessBench(command, data, Duration.ofSeconds(seconds * (long) ROUNDS), warmUp)
                            .run(FIGURES::println, PROGRESS::println);
                case ImportBench.NAME ->
                    new ImportBench(command, data, seconds * ROUNDS * RECORDS_A_SECOND)
                            .run(FIGURES::println, PROGRESS::println);
                default -> throw new IllegalArgumentException("There is no bench " + name);
            }
        } catch (IOException | SQLException | IllegalStateException e) {
            PROGRESS.println("ops/bench: " + e.getMessage());
            System.exit(1);
        } finally {
            delete(data);
        }
    }

    /** Processors, memory, kernel: what a figure must be read with. */
    private static String machine() throws IOException {
        String model = firstValue("/proc/cpuinfo", "model name");
        String memory = firstValue("/proc/meminfo", "MemTotal");
        String load = Files.readString(Path.of("/proc/loadavg")).strip();
        return "Machine: %d processors (%s), memory %s, load before %s, Java %s"
                .formatted(Runtime.getRuntime().availableProcessors(), model, memory, load, Runtime.version());
    }

    private static String firstValue(String file, String name) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }

    private static void delete(Path data) throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

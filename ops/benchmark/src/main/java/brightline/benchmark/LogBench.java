package brightline.benchmark;

import brightline.benchmark.StandaloneProcess.DatabaseAddress;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * {@code log}: contacts logged per second, over HTTP, against durable PostgreSQL; beside it pgbench on the same server, turn by
 * turn, so that whatever else the machine does hits both.
 *
 * @param command starts Brightline
 * @param data a fresh data directory
 * @param pgbench path of the program
 * @param seconds of each measurement
 * @param rounds of measurements; what is said is the median
 * @param warmUp time of submissions before anything is measured
 */
public record LogBench(List<String> command, Path data, String pgbench, int seconds, int rounds, Duration warmUp) {
    static final String NAME = "log";
    private static final List<Integer> CLIENTS = List.of(1, 8, 32);
    private static final int SUBMISSIONS_LOOKED_AT = 40;
    private static final Duration TO_CATCH_UP = Duration.ofSeconds(60);
    private static final long SEED = 20_260_302;

    /**
     * @param said takes each line of figures
     * @param told takes each line of progress
     */
    public void run(Consumer<String> said, Consumer<String> told)
            throws IOException, SQLException, InterruptedException {
        told.accept("Starting Brightline on a fresh data directory ...");
        try (StandaloneProcess brightline = StandaloneProcess.start(command, data)) {
            FoundedAgency agency = FoundedAgency.on(brightline);
            DatabaseAddress address = brightline.database();
            try (Connection database = address.connect()) {
                requireDurable(database);
                Load load = new Load(brightline.url(), agency.officer(), new Contacts(agency.school(), SEED));
                told.accept("Warming up for " + warmUp.toSeconds() + " s ...");
                load.run(8, warmUp);
                Footprint footprint = Footprint.of(database, load, SUBMISSIONS_LOOKED_AT);
                told.accept("PostgreSQL " + ask(database, "show server_version") + "; each submission leaves "
                        + footprint.summary());
                try (Pgbench baseline =
                        Pgbench.of(pgbench, address, database, footprint, "bench", Pgbench.Tables.PLAIN)) {
                    measure(brightline.url(), agency, load, baseline, told)
                            .forEach(figure -> said.accept(figure.line()));
                }
                new LogParts(pgbench, address, database, footprint, Duration.ofSeconds(seconds), rounds)
                        .measure(brightline.url(), agency.sysadmin(), load, told)
                        .forEach(figure -> said.accept(figure.line()));
            }
        }
    }

    private List<Figure> measure(URI url, FoundedAgency agency, Load load, Pgbench baseline, Consumer<String> told)
            throws IOException, InterruptedException {
        Duration each = Duration.ofSeconds(seconds);
        List<Turns> all = CLIENTS.stream()
                .map(clients -> new Turns(clients, new ArrayList<>(), new ArrayList<>()))
                .toList();
        for (int round = 1; round <= rounds; round++) {
            for (Turns turns : all) {
                boolean baselineFirst = round % 2 == 0;
                if (baselineFirst) {
                    turns.transactions().add(baseline.run(turns.clients(), each));
                }
                turns.submissions().add(load.run(turns.clients(), each));
                awaitReaders(url, agency.sysadmin());
                if (!baselineFirst) {
                    turns.transactions().add(baseline.run(turns.clients(), each));
                }
                told.accept("Round %d of %d: %s".formatted(round, rounds, turns));
            }
        }
        List<Figure> figures = new ArrayList<>();
        for (Turns turns : all) {
            Measured ours = Measured.medianOf(turns.submissions());
            Measured theirs = Measured.medianOf(turns.transactions());
            figures.add(figure("submissions-" + turns.clients(), ours.perSecond(), "1/s", theirs.perSecond()));
            figures.add(figure("latency-p50-" + turns.clients(), ours.p50Millis(), "ms", theirs.p50Millis()));
            figures.add(figure("latency-p99-" + turns.clients(), ours.p99Millis(), "ms", theirs.p99Millis()));
        }
        return figures;
    }

    /** What was measured with so many clients, round by round. */
    private record Turns(int clients, List<Measured> submissions, List<Measured> transactions) {
        @Override
        public String toString() {
            return clients + " clients, " + submissions.getLast() + "; pgbench " + transactions.getLast();
        }
    }

    private static Figure figure(String name, double value, String unit, double baseline) {
        return new Figure(NAME, name, value, unit, "pgbench", baseline);
    }

    /** The read models catch up, so that they are not at work while the baseline is measured. */
    static void awaitReaders(URI url, String sysadmin) throws InterruptedException {
        awaitReaders(url, sysadmin, TO_CATCH_UP);
    }

    /** As above. @throws IllegalStateException if they are behind for longer than that */
    static void awaitReaders(URI url, String sysadmin, Duration longest) throws InterruptedException {
        Api api = Api.of(url);
        for (long i = 0; i < longest.toSeconds(); i++) {
            boolean behind = api.send("GET", "/actuator/prometheus", sysadmin, null, Map.of())
                    .expect(200)
                    .body()
                    .lines()
                    .anyMatch(line -> line.startsWith("projection_lag_events") && !line.endsWith(" 0.0"));
            if (!behind) {
                return;
            }
            Thread.sleep(1_000);
        }
        throw new IllegalStateException("The read models did not catch up within " + longest.toSeconds() + " s");
    }

    private static void requireDurable(Connection database) throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            if (!ask(database, "show " + setting).equals("on")) {
                throw new IllegalStateException(setting + " is off: such figures would mean nothing");
            }
        }
    }

    private static String ask(Connection database, String sql) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    /** Whether this machine has pgbench. */
    public static boolean isPossibleHere() throws IOException {
        return Pgbench.find().isPresent();
    }

    /** Where pgbench is on this machine. @throws IOException when there is none */
    public static String pgbenchHere() throws IOException {
        return Pgbench.find()
                .orElseThrow(() -> new IOException("pgbench is needed: install the postgresql package of your system"));
    }
}

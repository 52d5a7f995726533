package brightline.benchmark;

import brightline.benchmark.KeptConnection.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code freshness}: from the moment a contact's 201 is here to the moment a figure that has counted it is here, at 50 contacts a
 * second, asked of every tenth, so that the questions are not what is measured. Beside it, at the same rate on the same server: from the commit of one row to the moment another connection, which looks every
 * {@value #LOOK_MILLIS} ms as the fence does, has seen it.
 *
 * @param command starts Brightline
 * @param data a fresh data directory
 * @param duration of the measurement, and of the baseline's
 * @param warmUp time of submissions before anything is measured
 */
public record FreshnessBench(List<String> command, Path data, Duration duration, Duration warmUp) {
    static final String NAME = "freshness";
    private static final int PER_SECOND = 50;
    private static final int ONE_IN = 10;
    private static final int CLIENTS = 10;
    private static final long LOOK_MILLIS = 25;
    private static final int NOT_YET = 409;
    private static final Duration LOST = Duration.ofMinutes(1);
    private static final long SEED = 20_261_122;
    private static final String BASELINE = "sql-poll";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One contact after the other, a fixed time apart, however long each takes. */
    private interface OnTime {
        /** @return how long it took to be seen; empty where nobody looked */
        OptionalLong nanos() throws IOException, SQLException, InterruptedException;
    }

    /**
     * @param seen how soon those were seen that somebody looked for
     * @param perSecond contacts or rows, looked for or not
     */
    private record Run(Measured seen, double perSecond) {}

    /** Makes what one client works with; closed by it. */
    private interface Client extends AutoCloseable, OnTime {
        @Override
        void close() throws IOException, SQLException;
    }

    private interface Clients {
        Client open(int number) throws IOException, SQLException;
    }

    /**
     * @param said takes each line of figures
     * @param told takes each line of progress
     */
    public void run(Consumer<String> said, Consumer<String> told)
            throws IOException, SQLException, InterruptedException {
        told.accept("Starting Brightline on a fresh data directory ...");
        try (StandaloneProcess brightline = StandaloneProcess.start(command, data)) {
            FoundedAgency agency = FoundedAgency.on(brightline);
            told.accept("Warming up for " + warmUp.toSeconds() + " s ...");
            new Load(brightline.url(), agency.officer(), new Contacts(agency.school(), SEED)).run(4, warmUp);
            measure(new Figures(brightline, agency), Duration.ofSeconds(5));
            told.accept("Logging " + PER_SECOND + " contacts a second ...");
            Run ours = measure(new Figures(brightline, agency), duration);
            Run theirs;
            try (Connection database = brightline.database().connect();
                    Statement statement = database.createStatement()) {
                told.accept("Writing " + PER_SECOND + " rows a second ...");
                statement.execute("create table freshness_of_a_row (id bigint primary key)");
                theirs = measure(number -> new Rows(brightline, number), duration);
                statement.execute("drop table freshness_of_a_row");
            }
            said.accept(new Figure(
                            NAME,
                            "fresh-p50",
                            ours.seen().p50Millis(),
                            "ms",
                            BASELINE,
                            theirs.seen().p50Millis())
                    .line());
            said.accept(new Figure(
                            NAME,
                            "fresh-p99",
                            ours.seen().p99Millis(),
                            "ms",
                            BASELINE,
                            theirs.seen().p99Millis())
                    .line());
            said.accept(new Figure(NAME, "rate", ours.perSecond(), "1/s", BASELINE, theirs.perSecond()).line());
        }
    }

    private static Run measure(Clients clients, Duration duration) throws InterruptedException {
        long gap = 1_000_000_000L * CLIENTS / PER_SECOND;
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<List<OptionalLong>>> running = new ArrayList<>();
            long began = System.nanoTime();
            for (int i = 0; i < CLIENTS; i++) {
                int number = i;
                running.add(threads.submit(() -> {
                    List<OptionalLong> nanos = new ArrayList<>();
                    try (Client client = clients.open(number)) {
                        long due = began + gap * number / CLIENTS;
                        for (; due < began + duration.toNanos(); due += gap) {
                            long early = due - System.nanoTime();
                            if (early > 0) {
                                Thread.sleep(Duration.ofNanos(early));
                            }
                            nanos.add(client.nanos());
                        }
                    }
                    return nanos;
                }));
            }
            List<OptionalLong> all = new ArrayList<>();
            for (Future<List<OptionalLong>> client : running) {
                all.addAll(client.get());
            }
            long elapsed = System.nanoTime() - began;
            List<Long> seen =
                    all.stream().flatMapToLong(OptionalLong::stream).boxed().toList();
            return new Run(Measured.of(seen, elapsed), all.size() * 1e9 / elapsed);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Contacts and the figure that counts them, each client on two kept connections. */
    private record Figures(StandaloneProcess brightline, FoundedAgency agency) implements Clients {
        @Override
        public Client open(int number) {
            Contacts contacts = new Contacts(agency.school(), SEED + 1 + number + System.nanoTime());
            Api api = Api.of(brightline.url());
            var connection = new KeptConnection(brightline.url(), "/api/commands/incidents", agency.officer());
            return new Client() {
                private long next;

                @Override
                public OptionalLong nanos() throws IOException {
                    Contacts.Contact contact = contacts.number(++next);
                    Reply reply = connection.post(contact.key(), contact.json());
                    long accepted = System.nanoTime();
                    if (reply.status() != 201) {
                        throw new IllegalStateException("A submission was answered " + reply.status());
                    }
                    // Another tenth of the clients' contacts each, so that questions come evenly.
                    if (next % ONE_IN != number % ONE_IN) {
                        return OptionalLong.empty();
                    }
                    long index = JSON.readTree(reply.body()).get("index").asLong();
                    String figures = "/api/queries/involvements?atLeastIndex=" + index;
                    Api.Answer answer = api.get(agency.auditor(), figures);
                    // What the figures do not hold within two seconds is late, not lost: asked again, and the time runs
                    // on.
                    while (answer.status() == NOT_YET && System.nanoTime() - accepted < LOST.toNanos()) {
                        answer = api.get(agency.auditor(), figures);
                    }
                    answer.expect(200);
                    return OptionalLong.of(System.nanoTime() - accepted);
                }

                @Override
                public void close() throws IOException {
                    connection.close();
                }
            };
        }
    }

    /** One row, and a reader that looks for it again and again. */
    private static final class Rows implements Client {
        private final Connection writer;
        private final Connection reader;
        private long next;

        Rows(StandaloneProcess brightline, int number) throws IOException, SQLException {
            writer = brightline.database().connect();
            reader = brightline.database().connect();
            next = number * 1_000_000L;
        }

        @Override
        public OptionalLong nanos() throws SQLException, InterruptedException {
            next++;
            try (PreparedStatement insert = writer.prepareStatement("insert into freshness_of_a_row values (?)")) {
                insert.setLong(1, next);
                insert.execute();
            }
            long committed = System.nanoTime();
            for (Thread.sleep(LOOK_MILLIS / 2); !seen(); Thread.sleep(LOOK_MILLIS)) {
                // as a reader that knows nothing of the writer would look
            }
            return OptionalLong.of(System.nanoTime() - committed);
        }

        private boolean seen() throws SQLException {
            try (PreparedStatement look = reader.prepareStatement("select 1 from freshness_of_a_row where id = ?")) {
                look.setLong(1, next);
                try (ResultSet row = look.executeQuery()) {
                    return row.next();
                }
            }
        }

        @Override
        public void close() throws SQLException {
            writer.close();
            reader.close();
        }
    }
}

package brightline.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brightline as a process of its own, with its embedded PostgreSQL, on a free port. */
public final class StandaloneProcess implements AutoCloseable {
    private static final String READY = "Brightline is ready: ";
    private static final int SECONDS_TO_STOP = 90;
    private static final int LINES_SHOWN = 40;

    private final Process process;
    private Api.@Nullable Session administrator;
    private final URI url;
    private final Path data;

    private StandaloneProcess(Process process, URI url, Path data) {
        this.process = process;
        this.url = url;
        this.data = data;
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param command starts the program; {@code --port} and {@code --data} are added
     * @param data data directory, new or of an earlier start
     * @throws IOException with what it said when it does not become ready
     */
    public static StandaloneProcess start(List<String> command, Path data) throws IOException {
        return start(command, data, Map.of());
    }

    /**
     * Starts it as {@link #start(List, Path)} does.
     *
     * @param environment added to ours, for example {@code BRIGHTLINE_DB_URL}
     * @throws IOException with what it said when it does not become ready
     */
    public static StandaloneProcess start(List<String> command, Path data, Map<String, String> environment)
            throws IOException {
        List<String> complete = new ArrayList<>(command);
        complete.addAll(List.of("--port", "0", "--data", data.toString()));
        Files.createDirectories(data);
        ProcessBuilder starting = new ProcessBuilder(complete).redirectErrorStream(true);
        // A program has no phone, and its session is its own.
        starting.environment().put("BRIGHTLINE_ACCESS_SECONDFACTOR", "offered");
        starting.environment().put("BRIGHTLINE_SESSION_FRESH", "12h");
        starting.environment().putAll(environment);
        Process process = starting.start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith(READY)) {
                URI url = URI.create(line.substring(READY.length()).strip());
                Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
                return new StandaloneProcess(process, url, data);
            }
            said.append('\n').append(line);
        }
        throw new IOException("Brightline did not become ready:" + said + lastLines(data));
    }

    /** The ends of the application's and the database's logs. */
    private static String lastLines(Path data) throws IOException {
        StringBuilder last = new StringBuilder();
        for (String folder : List.of("logs", "postgres/log")) {
            if (!Files.isDirectory(data.resolve(folder))) {
                continue;
            }
            try (Stream<Path> logs = Files.list(data.resolve(folder))) {
                for (Path log :
                        logs.filter(file -> file.toString().endsWith(".log")).toList()) {
                    List<String> lines = Files.readAllLines(log);
                    last.append('\n').append(log.getFileName()).append(':');
                    lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size())
                            .forEach(line -> last.append('\n').append(line));
                }
            }
        }
        return last.toString();
    }

    /** Address of the start page. */
    public URI url() {
        return url;
    }

    /** Of the program; its database server is a process of its own. */
    public long pid() {
        return process.pid();
    }

    /** What the application has logged; empty while it has logged nothing. */
    public String log() throws IOException {
        Path log = data.resolve("logs").resolve("brightline.log");
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** How to reach the database, as {@code database.txt} says. */
    public record DatabaseAddress(String host, int port, String name, String user, String password) {
        /** A new connection of the superuser. */
        public Connection connect() throws SQLException {
            Properties properties = new Properties();
            properties.setProperty("user", user);
            properties.setProperty("password", password);
            properties.setProperty("ApplicationName", "bench");
            return DriverManager.getConnection("jdbc:postgresql://%s:%d/%s".formatted(host, port, name), properties);
        }

        @Override
        public String toString() {
            return "DatabaseAddress[" + host + ":" + port + "/" + name + "]";
        }
    }

    /** @throws IOException when there is no {@code database.txt} */
    public DatabaseAddress database() throws IOException {
        URI written = URI.create(Files.readString(data.resolve("database.txt")).strip());
        String[] who = written.getUserInfo().split(":", 2);
        return new DatabaseAddress(
                written.getHost(), written.getPort(), written.getPath().substring(1), who[0], who[1]);
    }

    /** The account of the first start, as {@code first-account.txt} names it. */
    public Api.Session firstAccount() throws IOException {
        Api.Session known = administrator;
        if (known != null) {
            return known;
        }
        for (String line : Files.readAllLines(data.resolve("first-account.txt"))) {
            String[] words = line.strip().split("\\s+");
            if (words.length == 3 && words[0].equals("sysadmin")) {
                Api.Session session = Api.of(url).signIn(words[1], words[2]);
                session.changePassword(words[2]);
                administrator = session;
                return session;
            }
        }
        throw new IOException("first-account.txt names no sysadmin");
    }

    /** Ends it at once, as kill -9 does; its database goes on without it. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Stops it as Ctrl-C does, database and all. */
    @Override
    public void close() {
        process.toHandle().destroy();
        try {
            if (!process.waitFor(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

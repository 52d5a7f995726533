package brightline.standalone.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that a standalone Brightline keeps in its data directory: durable, reached over loopback with a random password only,
 * and never taken over from an earlier start.
 *
 * <p>The programs come from {@code io.zonky.test.postgres}; starting them is done here. That library's own starter would connect to an
 * orphaned server and take it for the new one, wait out its whole patience when a server refuses to start or recovers for long, set up
 * databases that trust every local account, and leave half-unpacked programs behind when killed.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /** The database that both sides share. */
    public static final String NAME = "brightline";

    /** The database of keys, apart from it. */
    public static final String KEYS_NAME = "brightline_keys";

    public static final String SUPERUSER = "postgres";

    /** Recovery after a crash of a large database takes minutes, not seconds. */
    private static final int START_SECONDS = 600;

    private static final int STOP_SECONDS = 60;
    /** A port may be taken between choosing and using it. */
    private static final int ATTEMPTS = 3;

    /** What an operator's configuration must not change: durability, who may connect, and nothing of a record in the log. */
    private static final Map<String, String> SETTINGS = new TreeMap<>(Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("max_prepared_transactions", "0"),
            Map.entry("max_connections", "100"),
            Map.entry("idle_in_transaction_session_timeout", "10s"),
            Map.entry("listen_addresses", "localhost"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_parameter_max_length", "0"),
            Map.entry("log_parameter_max_length_on_error", "0"),
            Map.entry("log_error_verbosity", "terse"),
            Map.entry("log_statement", "none"),
            Map.entry("logging_collector", "on"),
            Map.entry("log_directory", "log"),
            Map.entry("log_filename", "postgresql-%u.log"),
            Map.entry("log_rotation_age", "1d"),
            Map.entry("log_rotation_size", "0"),
            Map.entry("log_truncate_on_rotation", "on")));

    /** A server that died is noticed this soon, and one that will not start is tried again this often. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final PostgresBinaries binaries;
    private final Path data;
    private final Path startLog;
    private final int port;
    private final String password;
    private boolean closed;

    private EmbeddedDatabase(PostgresBinaries binaries, Path data, Path startLog, int port, String password) {
        this.binaries = binaries;
        this.data = data;
        this.startLog = startLog;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server on {@code DIR/postgres}, setting it up on the first start, and writes how to reach it to
     * {@code DIR/database.txt}. What an earlier, killed start left running there is stopped first; nothing that was committed is lost.
     *
     * @throws CannotStart when the directory belongs to another major version, or the server does not start as it must
     */
    public static EmbeddedDatabase start(DataDirectory directory) {
        return start(directory, directory.privateFolder("postgres-binaries"));
    }

    /** @param programs where the unpacked programs are kept; may be shared by data directories, not by processes at the same time */
    static EmbeddedDatabase start(DataDirectory directory, Path programs) {
        Path data = directory.resolve("postgres");
        Path passwordFile = directory.resolve("postgres-password.txt");
        ServerAccount account = ServerAccount.of(directory, programs);
        PostgresBinaries binaries = PostgresBinaries.in(programs, account);
        if (Files.exists(data)) {
            requireSameMajor(data, binaries.major());
            if (!Files.exists(passwordFile)) {
                throw new CannotStart(
                        passwordFile + " is missing: without it " + data + " cannot be opened; put it back");
            }
        } else {
            initialise(data, passwordFile, binaries);
        }
        String password = PrivateFile.read(passwordFile);
        new PreviousServer(data, binaries).clearAway();
        handOver(data, account);
        Path connectionFile = directory.resolve("database.txt");
        int port = freePort(portOf(connectionFile));
        @Nullable String reason = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Path startLog = directory.resolve("postgres-start.log");
            var database = new EmbeddedDatabase(binaries, data, startLog, port, password);
            reason = database.tryStart();
            if (reason == null) {
                PrivateFile.write(connectionFile, database.superuserUri());
                Thread.ofPlatform().daemon().name("database-watch").start(database::watch);
                return database;
            }
            port = freePort(0);
        }
        throw new CannotStart("PostgreSQL does not start on %s: %s".formatted(data, reason));
    }

    /** For the application's connections. Holds no password. */
    public String jdbcUrl() {
        return "jdbc:postgresql://localhost:" + port + "/" + NAME;
    }

    /** For the key store's connections. Holds no password. */
    public String keysJdbcUrl() {
        return "jdbc:postgresql://localhost:" + port + "/" + KEYS_NAME;
    }

    public String password() {
        return password;
    }

    /** Whether the key files, the receipts and the certificate are out of a superuser's reach. */
    public boolean keysOutOfReach() {
        return binaries.account().keysOutOfReach();
    }

    public int port() {
        return port;
    }

    /** For psql and other tools, with the superuser's password. */
    String superuserUri() {
        return "postgresql://%s:%s@localhost:%d/%s".formatted(SUPERUSER, password, port, NAME);
    }

    /** Lets running statements be rolled back, writes everything out and ends the server. Repeating it does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        stop();
    }

    private void stop() {
        String seconds = Integer.toString(STOP_SECONDS);
        binaries.run("pg_ctl", List.of("stop", "-D", data.toString(), "-m", "fast", "-w", "-t", seconds));
    }

    /** Starts the server again, at the same port, whenever it has died: nobody else would. */
    private void watch() {
        for (boolean told = false; !pauseUnlessClosed(); ) {
            synchronized (this) {
                if (closed || PreviousServer.runs(data)) {
                    told = false;
                    continue;
                }
                if (!told) {
                    LOG.error("PostgreSQL has died and is started again");
                    told = true;
                }
                try {
                    new PreviousServer(data, binaries).clearAway();
                    String reason = tryStart();
                    LOG.info(reason == null ? "PostgreSQL runs again" : "PostgreSQL does not start yet: " + reason);
                } catch (CannotStart e) {
                    LOG.warn("PostgreSQL does not start yet: {}", e.getMessage());
                }
            }
        }
    }

    private boolean pauseUnlessClosed() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
        synchronized (this) {
            return closed;
        }
    }

    private static void requireSameMajor(Path data, int major) {
        int written;
        try {
            written = Integer.parseInt(PrivateFile.read(data.resolve("PG_VERSION")));
        } catch (NumberFormatException | UncheckedIOException e) {
            throw new CannotStart(data + " is not a PostgreSQL data directory", e);
        }
        if (written > major) {
            throw new CannotStart(
                    "%s was written by PostgreSQL %d, newer than the %d of this Brightline: run the newer one"
                            .formatted(data, written, major));
        }
        if (written < major) {
            throw new CannotStart(
                    "%s was written by PostgreSQL %d, this Brightline has %d: upgrade it with pg_upgrade or dump and restore"
                            .formatted(data, written, major));
        }
    }

    /** In a directory of its own, renamed when complete: a start killed half-way is simply done again. */
    private static void initialise(Path data, Path passwordFile, PostgresBinaries binaries) {
        Path making = data.resolveSibling(data.getFileName() + ".making");
        try {
            FileTrees.delete(making);
            PrivateFile.write(passwordFile, PrivateFile.newPassword());
            ServerAccount setsUp = binaries.account().named();
            Path told = passwordFile.resolveSibling("postgres-password.first");
            PrivateFile.write(told, PrivateFile.read(passwordFile));
            setsUp.own(told);
            Files.createDirectory(making);
            setsUp.own(making);
            // Sorting and case come from PostgreSQL itself: a new C library must not change an index's order under it.
            PostgresBinaries.Outcome made = binaries.as(setsUp)
                    .run(
                            "initdb",
                            List.of(
                                    "-D",
                                    making.toString(),
                                    "-U",
                                    SUPERUSER,
                                    "--pwfile=" + told,
                                    "--auth=scram-sha-256",
                                    "--encoding=UTF8",
                                    "--locale=C",
                                    "--locale-provider=builtin",
                                    "--builtin-locale=C.UTF-8",
                                    "--data-checksums"));
            Files.delete(told);
            if (made.exitCode() != 0) {
                FileTrees.delete(making);
                throw new CannotStart("PostgreSQL cannot set up %s: %s".formatted(data, made.reason()));
            }
            Files.move(making, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CannotStart("PostgreSQL cannot set up %s (%s)".formatted(data, e.getMessage()), e);
        }
    }

    /** Also what an earlier release, or a start by somebody else, left to another account. */
    private static void handOver(Path data, ServerAccount account) {
        try {
            account.own(data);
        } catch (IOException e) {
            throw new CannotStart("%s cannot be handed over to the server (%s)".formatted(data, e.getMessage()), e);
        }
    }

    /** @return null when it runs as it must, else why not */
    private @Nullable String tryStart() {
        Instant before = Instant.now();
        try {
            Files.deleteIfExists(startLog);
            Files.createFile(startLog);
            binaries.account().own(startLog);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String settings = SETTINGS.entrySet().stream()
                .map(setting -> "-c %s='%s'".formatted(setting.getKey(), setting.getValue()))
                .collect(Collectors.joining(" ", "-p " + port + " ", ""));
        String seconds = Integer.toString(START_SECONDS);
        PostgresBinaries.Outcome started = binaries.run(
                "pg_ctl",
                List.of(
                        "start",
                        "-D",
                        data.toString(),
                        "-l",
                        startLog.toString(),
                        "-o",
                        settings,
                        "-w",
                        "-t",
                        seconds));
        if (started.exitCode() != 0) {
            return new PostgresBinaries.Outcome(
                            started.exitCode(), Files.exists(startLog) ? PrivateFile.read(startLog) : started.output())
                    .reason();
        }
        try {
            @Nullable String wrong = wrongSetting(before);
            if (wrong == null) {
                createDatabase(NAME);
                createDatabase(KEYS_NAME);
                return null;
            }
            stop();
            return wrong;
        } catch (SQLException e) {
            stop();
            return "it refuses our connection (SQLSTATE " + e.getSQLState() + ")";
        }
    }

    /** Asks the server itself, for the process list and the files can both say otherwise. */
    private @Nullable String wrongSetting(Instant startedAfter) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> expected : Map.of(
                            "fsync", "on",
                            "synchronous_commit", "on",
                            "full_page_writes", "on",
                            "max_prepared_transactions", "0",
                            "data_directory", data.toString())
                    .entrySet()) {
                try (ResultSet shown = statement.executeQuery("show " + expected.getKey())) {
                    shown.next();
                    if (!expected.getValue().equals(shown.getString(1))) {
                        return "its %s is %s, not %s"
                                .formatted(expected.getKey(), shown.getString(1), expected.getValue());
                    }
                }
            }
            try (ResultSet started = statement.executeQuery("select pg_postmaster_start_time()")) {
                started.next();
                Instant at = started.getObject(1, OffsetDateTime.class).toInstant();
                return at.isBefore(startedAfter) ? "the server at port " + port + " is an older one" : null;
            }
        }
    }

    private void createDatabase(String name) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            boolean exists;
            try (ResultSet found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                exists = found.next();
            }
            if (!exists) {
                statement.execute("create database " + name);
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("ApplicationName", "brightline-start");
        return DriverManager.getConnection("jdbc:postgresql://localhost:" + port + "/" + database, properties);
    }

    /** The port of the last start, so that what an operator wrote down stays true; 0 when there was none. */
    private static int portOf(Path connectionFile) {
        if (!Files.exists(connectionFile)) {
            return 0;
        }
        try {
            return Math.max(0, URI.create(PrivateFile.read(connectionFile)).getPort());
        } catch (IllegalArgumentException edited) {
            return 0;
        }
    }

    /** @return {@code wanted} when it is free, else one that is */
    private static int freePort(int wanted) {
        try (var socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            if (wanted == 0) {
                throw new UncheckedIOException(taken);
            }
            return freePort(0);
        }
    }
}

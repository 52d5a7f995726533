package brightline.edge;

import brightline.edge.schema.DatabaseRoles;
import brightline.edge.schema.Login;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A new, empty database on a real PostgreSQL. One embedded server runs per JVM, started by the first caller and stopped with
 * the JVM; every {@link #fresh()} is a database of its own, so tests neither see nor wait for each other.
 *
 * @param url the JDBC URL, user included
 * @param username the database user, a superuser of the test server
 * @param password its password; the test server trusts local connections
 */
public record TestDatabase(String url, String username, String password) {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String KEYS = "_keys";

    /** Creates an empty database with a name of its own, and one for its keys. */
    public static TestDatabase fresh() {
        String name = "test_" + NUMBER.incrementAndGet();
        EmbeddedPostgres server = Server.RUNNING;
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
            statement.execute("create database " + name + KEYS);
        } catch (SQLException e) {
            throw new IllegalStateException("No database " + name, e);
        }
        var database = new TestDatabase(server.getJdbcUrl("postgres", name), "postgres", "postgres");
        database.prepareRoles();
        return database;
    }

    /** As each start does: what belongs to the superuser by now is handed over to its owner. */
    public void prepareRoles() {
        try {
            DatabaseRoles.prepare(dataSource(), keys().dataSource(), Login::role);
        } catch (SQLException e) {
            throw new IllegalStateException("No roles", e);
        }
    }

    /** The database for the keys of what is in this one; empty as well. */
    public TestDatabase keys() {
        int end = url.indexOf('?');
        return new TestDatabase(
                end < 0 ? url + KEYS : url.substring(0, end) + KEYS + url.substring(end), username, password);
    }

    /** A plain data source: every {@code getConnection} opens a connection of its own. */
    public DataSource dataSource() {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(username);
        dataSource.setPassword(password);
        // As the program's connections: see event-log.properties.
        dataSource.setReWriteBatchedInserts(true);
        return dataSource;
    }

    /**
     * The server's settings for a Spring Boot test, as arguments for the data sources of events and keys. What records signs in as the
     * superuser, so that a test may tamper; all others as the program's own logins.
     */
    public String[] properties() {
        return Stream.concat(
                        Stream.of(asOne()),
                        Stream.of(
                                "brightline.logins.projecting.username=" + Login.PROJECTOR.role(),
                                "brightline.logins.questions.username=" + Login.READER.role(),
                                "brightline.logins.door.username=" + Login.DOOR.role(),
                                "brightline.keys.rotation.username=" + Login.KEY_ROTATION.role()))
                .toArray(String[]::new);
    }

    /** As above, with one login for all. */
    public String[] asOne() {
        return new String[] {
            "spring.datasource.url=" + url,
            "spring.datasource.username=" + username,
            "spring.datasource.password=" + password,
            "brightline.keys.datasource.url=" + keys().url,
            "brightline.keys.datasource.username=" + username,
            "brightline.keys.datasource.password=" + password,
            "brightline.keys.datasource.maximum-pool-size=5"
        };
    }

    /** Closes something when the JVM ends, while the server is still there; what was named last first. */
    public static void closeBeforeTheServer(AutoCloseable part) {
        Server.PARTS.push(part);
    }

    private static final class Server {
        static final Deque<AutoCloseable> PARTS = new ConcurrentLinkedDeque<>();
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("log_min_error_statement", "panic")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try (server) {
                for (AutoCloseable part : PARTS) {
                    part.close();
                }
            } catch (Exception e) {
                throw new IllegalStateException("What tests shared did not end well", e);
            }
        }
    }
}

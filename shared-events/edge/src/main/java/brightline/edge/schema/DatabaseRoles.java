package brightline.edge.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.postgresql.util.PasswordUtil;

/**
 * The roles of the databases: who owns what, and who may come in. What each login may do with which table is said beside the tables'
 * migrations, in {@code afterMigrate.sql}.
 */
public final class DatabaseRoles {
    private DatabaseRoles() {}

    /**
     * Makes what is missing, hands over what an earlier release owned by another login, and lets each login in with its password.
     * Repeating it changes nothing but the passwords' salts.
     *
     * @param events the database of events, as whoever set its server up: a superuser, or who may create roles and owns the database
     * @param keys the database of keys, likewise
     * @param passwords of each login; the server is sent what checks one, never the password
     * @throws SQLException when the server refuses
     */
    public static void prepare(DataSource events, DataSource keys, Function<Login, String> passwords)
            throws SQLException {
        prepare(events, "events", passwords);
        prepare(keys, "keys", passwords);
    }

    private static void prepare(DataSource database, String place, Function<Login, String> passwords)
            throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String script : new String[] {"roles", "hand-over", place}) {
                statement.execute(text(script));
            }
            for (Login login : Login.values()) {
                String until = login == Login.MIGRATOR ? "now() + interval '12 hours'" : "'infinity'::timestamptz";
                statement.execute("""
                        do $do$ begin execute format('alter role %s login password ''%s'' valid until %%L', %s); end $do$""".formatted(
                        login.role(),
                        PasswordUtil.encodeScramSha256(passwords.apply(login).toCharArray()),
                        until));
            }
            connection.commit();
        }
    }

    /** Ends what only a start needs. */
    public static void closeMigrator(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("alter role " + Login.MIGRATOR.role() + " nologin");
        }
    }

    private static String text(String script) {
        try (InputStream in = DatabaseRoles.class.getResourceAsStream("/brightline/roles/" + script + ".sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package brightline.standalone.backup;

import brightline.standalone.Database;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One database of an installation, reached as its owner.
 *
 * @param url JDBC URL
 */
record Store(String url, String user, String password) {
    private static final Pattern DATABASE = Pattern.compile("(?<=/)[^/?]+(?=$|\\?)");

    static Store of(Database.Address address) {
        return new Store(address.url(), address.user(), address.password());
    }

    /** As a data directory's {@code database.txt} names it. */
    static Store at(String uri) {
        URI place = URI.create(uri);
        String[] account = place.getUserInfo().split(":", 2);
        return new Store(
                "jdbc:postgresql://%s:%d%s".formatted(place.getHost(), place.getPort(), place.getPath()),
                account[0],
                account[1]);
    }

    /** Another database of the same server. */
    Store named(String database) {
        return new Store(DATABASE.matcher(url).replaceFirst(database), user, password);
    }

    DataSource dataSource() {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(user);
        dataSource.setPassword(password);
        dataSource.setApplicationName("brightline-backup");
        dataSource.setLogServerErrorDetail(false);
        return dataSource;
    }

    /** A transaction that sees the database as it is now, for as long as it takes. */
    Connection snapshot() throws SQLException {
        Connection connection = patient();
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement first = connection.createStatement()) {
            first.execute("select pg_current_snapshot()");
        }
        return connection;
    }

    /** A transaction that no time-out of the server ends. */
    Connection patient() throws SQLException {
        Connection connection = dataSource().getConnection();
        try (Statement settings = connection.createStatement()) {
            settings.execute("set idle_in_transaction_session_timeout = 0");
            settings.execute("set statement_timeout = 0");
        }
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public String toString() {
        return "Store[" + url + "]";
    }
}

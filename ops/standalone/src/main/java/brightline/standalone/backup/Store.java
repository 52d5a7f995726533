package brightline.standalone.backup;

import brightline.standalone.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * One database of an installation, and who reads it.
 *
 * @param url JDBC URL
 */
record Store(String url, String user, String password) {
    static Store of(Database.Address address) {
        return new Store(address.url(), address.user(), address.password());
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

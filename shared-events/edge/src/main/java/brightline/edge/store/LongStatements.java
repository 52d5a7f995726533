package brightline.edge.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Every statement has a time-out, by which a caller hears within ten seconds that the database does not answer (see
 * {@code event-log.properties}). What takes longer by its nature says so.
 */
public final class LongStatements {
    private static final Executor HERE = Runnable::run;

    private LongStatements() {}

    /**
     * Lifts the time-outs until the current transaction ends.
     *
     * @throws IllegalStateException outside a transaction
     */
    public static void allow(DataSource dataSource) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Time-outs are lifted for a transaction");
        }
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            lift(connection);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("The database takes no other time-out", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /** The pool puts its own network time-out back when the connection returns. */
    private static void lift(Connection connection) throws SQLException {
        connection.setNetworkTimeout(HERE, 0);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local statement_timeout = 0");
        }
    }
}

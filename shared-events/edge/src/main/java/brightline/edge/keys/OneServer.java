package brightline.edge.keys;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether two databases are one running server's, and so share one write-ahead log. */
final class OneServer {
    private static final Logger log = LoggerFactory.getLogger(OneServer.class);

    private OneServer() {}

    /** False also where a server does not say: then nothing is built on it. */
    static boolean holdsBoth(DataSource one, DataSource other) {
        Optional<String> first = identity(one);
        boolean same = first.isPresent() && first.equals(identity(other));
        log.atInfo()
                .addKeyValue("event", "keys.opened")
                .addKeyValue("oneServer", same)
                .log("Key store opened");
        return same;
    }

    /** A copy of a cluster has its identifier too, but was not started at the same microsecond on the same port. */
    private static Optional<String> identity(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select system_identifier || '/' || extract(epoch from pg_postmaster_start_time())
                               || '/' || current_setting('port') from pg_control_system()""")) {
            row.next();
            return Optional.of(row.getString(1));
        } catch (SQLException notTold) {
            return Optional.empty();
        }
    }
}

package brightline.edge.schema;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Under whom schemas are brought up to date: {@code brightline.migrator.username}; whom the pool signs in where nobody is named. */
public final class MigrationLogin {
    private final String username;
    private final String password;

    MigrationLogin(
            @Value("${brightline.migrator.username:}") String username,
            @Value("${brightline.migrator.password:}") String password) {
        this.username = username;
        this.password = password;
    }

    /**
     * The database of a pool, over connections of its own: a pool's have time-outs, and a migration takes as long as it takes.
     *
     * @throws IllegalStateException where the data source does not say what it is
     */
    public DataSource on(DataSource dataSource) {
        try {
            if (!dataSource.isWrapperFor(HikariDataSource.class)) {
                return dataSource;
            }
            HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
            return username.isEmpty()
                    ? new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword())
                    : new DriverManagerDataSource(pool.getJdbcUrl(), username, password);
        } catch (SQLException e) {
            throw new IllegalStateException("The data source does not say what it is", e);
        }
    }
}

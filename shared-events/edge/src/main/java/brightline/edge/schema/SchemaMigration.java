package brightline.edge.schema;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A schema that has been brought up to date. Each side has its own schema with its own history in it and migrates it by
 * declaring a bean of this type:
 *
 * <pre>{@code
 * @Bean SchemaMigration commandSchema(DataSource dataSource) {
 *     return SchemaMigration.migrate(dataSource, "command", "classpath:db/command");
 * }
 * }</pre>
 *
 * <p>Whatever reaches the database through Spring's or Axon's JDBC beans is created after all beans of this type
 * ({@link SchemaMigrationDetector}, {@link StoresAfterSchemas}). Boot's own Flyway run must be off ({@code
 * spring.flyway.enabled=false}): it knows one schema and one history only.
 *
 * @param schema the schema, created when missing
 * @param applied how many migrations this start applied
 */
public record SchemaMigration(String schema, int applied) {
    /**
     * Creates the schema when missing and applies what is new, over a connection of its own: a pool's have time-outs, and a
     * migration takes as long as it takes.
     *
     * @param location Flyway location of the migrations, such as {@code classpath:db/command}
     * @throws org.flywaydb.core.api.FlywayException when a migration fails, is missing, or was changed after it was applied
     */
    public static SchemaMigration migrate(DataSource dataSource, String schema, String location) {
        MigrateResult result = Flyway.configure()
                .dataSource(unpooled(dataSource))
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                .locations(location)
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .load()
                .migrate();
        return new SchemaMigration(schema, result.migrationsExecuted);
    }

    private static DataSource unpooled(DataSource dataSource) {
        try {
            if (!dataSource.isWrapperFor(HikariDataSource.class)) {
                return dataSource;
            }
            HikariDataSource pool = dataSource.unwrap(HikariDataSource.class);
            return new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
        } catch (SQLException e) {
            throw new IllegalStateException("The data source does not say what it is", e);
        }
    }
}

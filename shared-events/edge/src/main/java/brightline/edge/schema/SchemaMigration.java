package brightline.edge.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
<<<<<<< HEAD

/**
 * A database schema brought to the version this program needs. A bean that reads or writes the schema's tables takes the
 * migration as a parameter, and so comes after it.
 *
 * @param schema the schema's name
 * @param version the version it now has
 */
public record SchemaMigration(String schema, String version) {
    /**
     * Creates the schema if need be and applies what is missing, in one transaction per migration. Each schema keeps its
     * own history, so that the two sides never wait for each other.
     *
     * @param location of the migrations, for example {@code classpath:db/log}
     * @throws org.flywaydb.core.api.FlywayException if a migration fails, or the schema is newer than this program
     */
    public static SchemaMigration migrate(DataSource dataSource, String schema, String location) {
        var result = Flyway.configure()
                .dataSource(dataSource)
                .schemas(schema)
                .defaultSchema(schema)
                .locations(location)
                .table("schema_history")
                .load()
                .migrate();
        return new SchemaMigration(schema, String.valueOf(result.targetSchemaVersion));
=======
import org.flywaydb.core.api.output.MigrateResult;

/**
 * A schema that has been brought up to date. Each side has its own schema with its own history in it and migrates it by
 * declaring a bean of this type:
 *
 * <pre>{@code
 * @Bean SchemaMigration commandSchema(DataSource dataSource) {
 *     return SchemaMigration.run(dataSource, "command", "classpath:db/command");
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
     * Creates the schema when missing and applies what is new.
     *
     * @param location Flyway location of the migrations, such as {@code classpath:db/command}
     * @throws org.flywaydb.core.api.FlywayException when a migration fails, is missing, or was changed after it was applied
     */
    public static SchemaMigration run(DataSource dataSource, String schema, String location) {
        MigrateResult result = Flyway.configure()
                .dataSource(dataSource)
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
>>>>>>> access
    }
}

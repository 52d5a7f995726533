package brightline.edge.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/**
 * A schema that has been brought up to date. Each side has its own schema with its own history in it and migrates it by
 * declaring a bean of this type:
 *
 * <pre>{@code
 * @Bean SchemaMigration commandSchema(DataSource dataSource, MigrationLogin login) {
 *     return SchemaMigration.migrate(login.on(dataSource), "command", "classpath:db/command");
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
     * Creates the schema when missing, applies what is new, and says anew who may do what with it ({@code afterMigrate.sql}).
     *
     * @param dataSource without time-outs, see {@link MigrationLogin}
     * @param location Flyway location of the migrations, such as {@code classpath:db/command}
     * @throws org.flywaydb.core.api.FlywayException when a migration fails, is missing, or was changed after it was applied
     */
    public static SchemaMigration migrate(DataSource dataSource, String schema, String location) {
        MigrateResult result = Flyway.configure()
                .dataSource(dataSource)
                .initSql(asOwner(schema))
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

    /** A statement: goes on in the owner's role, where there is one in this database that whoever is signed in may take: then nothing belongs to a login. */
    public static String asOwner(String schema) {
        String owner =
                switch (schema) {
                    case "rm" -> "brightline_models";
                    case "keys" -> "brightline_keys_owner";
                    default -> "brightline_owner";
                };
        return """
                select set_config('role', rolname, false) from pg_roles where rolname = '%s' and pg_has_role(oid, 'set')
                   and has_database_privilege(oid, current_database(), 'create')""".formatted(owner);
    }
}

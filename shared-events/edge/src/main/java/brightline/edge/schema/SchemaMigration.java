package brightline.edge.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

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
    }
}

package brightline.standalone.backup;

import brightline.standalone.backup.Manifest.*;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schemas there are, where their migrations stand, and which of the two archives they belong to. */
final class StoredSchemas {
    private static final Map<String, String> EVENTS = new TreeMap<>(
            Map.of("access", "classpath:db/access", "command", "classpath:db/command", "log", "classpath:db/log"));
    private static final Map<String, String> KEYS = Map.of("keys", "classpath:db/keys");

    /** Made from the log: a restoration makes them anew, which also proves that the log can be read from its first event. */
    private static final Set<String> DERIVED_TABLES = Set.of("log.token_entry", "log.dead_letter_entry");

    private StoredSchemas() {}

    /** Each schema of an archive, and where its migrations stand. */
    private static Map<String, String> locations(Kind kind) {
        return switch (kind) {
            case EVENTS -> EVENTS;
            case KEYS -> KEYS;
        };
    }

    static List<String> names(Kind kind) {
        return List.copyOf(locations(kind).keySet());
    }

    static boolean isDerived(String table) {
        return DERIVED_TABLES.contains(table);
    }

    /**
     * The schemas as they are in a database.
     *
     * @throws CannotGoOn if the database is older or newer than this program
     */
    static List<Schema> of(DataSource database, Kind kind) {
        List<Schema> schemas = new ArrayList<>();
        locations(kind).forEach((name, location) -> {
            Flyway flyway = flyway(database, name, location, "latest");
            if (flyway.info().pending().length > 0) {
                throw new CannotGoOn("the schema " + name
                        + " is older than this Brightline: start this Brightline on it once, or use the older one");
            }
            List<Migration> migrations = new ArrayList<>();
            for (MigrationInfo one : flyway.info().applied()) {
                if (one.getState().isFailed() || one.getState().name().startsWith("FUTURE")) {
                    throw new CannotGoOn("the schema " + name + " was made by a newer Brightline: use that one");
                }
                if (one.getVersion() != null) {
                    migrations.add(new Migration(one.getVersion().getVersion(), one.getChecksum()));
                }
            }
            schemas.add(new Schema(name, migrations));
        });
        return schemas;
    }

    /**
     * Every schema belongs to an archive, or can be made from the log.
     *
     * @throws CannotGoOn if one does not
     */
    static void requireAllKnown(JdbcClient jdbc) {
        List<String> unknown = jdbc.sql("""
                        select nspname from pg_namespace
                         where nspname !~ '^pg_' and nspname not in ('information_schema', 'public')
                           and nspname !~ '^rm(_[a-z]+_[vr][0-9]+)?$' and not nspname = any(:known)
                        """)
                .param(
                        "known",
                        Arrays.stream(Kind.values())
                                .flatMap(kind -> names(kind).stream())
                                .toArray(String[]::new))
                .query(String.class)
                .list();
        if (!unknown.isEmpty()) {
            throw new CannotGoOn("the database has schemas that no backup would hold: " + String.join(", ", unknown));
        }
    }

    /**
     * Whether this program can make the schemas as they were.
     *
     * @throws CannotGoOn if they come from a newer program, or a migration has changed since
     */
    static void requireKnown(DataSource database, Manifest manifest) {
        for (Schema schema : manifest.schemas()) {
            String location = locations(manifest.kind()).get(schema.name());
            if (location == null) {
                throw newer(schema);
            }
            Map<String, MigrationInfo> known = new TreeMap<>();
            Arrays.stream(flyway(database, schema.name(), location, "latest")
                            .info()
                            .all())
                    .filter(one -> one.getVersion() != null)
                    .forEach(one -> known.put(one.getVersion().getVersion(), one));
            for (Migration migration : schema.migrations()) {
                MigrationInfo ours = known.get(migration.version());
                if (ours == null) {
                    throw newer(schema);
                }
                if (migration.checksum() != null && !migration.checksum().equals(ours.getChecksum())) {
                    throw new CannotGoOn(
                            "migration %s of schema %s is another one here: restore with the Brightline of the backup"
                                    .formatted(migration.version(), schema.name()));
                }
            }
        }
    }

    private static CannotGoOn newer(Schema schema) {
        return new CannotGoOn(
                "the backup was made by a newer Brightline (schema " + schema.name() + "): restore with that one");
    }

    /** Makes the schemas by the migrations they had been made by, and no later ones. */
    static void make(DataSource database, Manifest manifest) {
        Map<String, String> locations = locations(manifest.kind());
        for (Schema schema : manifest.schemas()) {
            String location = locations.get(schema.name());
            if (location != null && !schema.migrations().isEmpty()) {
                String last = schema.migrations().getLast().version();
                flyway(database, schema.name(), location, last).migrate();
            }
        }
    }

    private static Flyway flyway(DataSource database, String schema, String location, String target) {
        return Flyway.configure()
                .dataSource(database)
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                .locations(location)
                .target(MigrationVersion.fromVersion(target))
                .cleanDisabled(true)
                // Who may do what is said by the start that follows, of the tables as they are then.
                .skipDefaultCallbacks(true)
                .load();
    }
}

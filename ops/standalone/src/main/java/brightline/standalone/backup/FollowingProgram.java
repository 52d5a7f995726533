package brightline.standalone.backup;

import brightline.edge.catalogue.CatalogueConfiguration;
import brightline.edge.keys.KeyStoreConfiguration;
import brightline.edge.schema.MigrationLogin;
import brightline.edge.schema.SchemaMigration;
import brightline.edge.store.EventLogConfiguration;
import brightline.query.QuerySide;
import brightline.query.projection.Horizons;
import brightline.query.projection.Projection;
import brightline.standalone.Database;
import brightline.standalone.Progress;
import brightline.standalone.Stores;
import brightline.standalone.postgres.DataDirectory;
import java.time.Duration;
import java.util.Collection;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;

/** The query side without its addresses, on an installation that nobody else runs: brings every projection up to the log. */
final class FollowingProgram {
    private static final Duration SAY_EVERY = Duration.ofSeconds(5);

    private FollowingProgram() {}

    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({EventLogConfiguration.class, KeyStoreConfiguration.class, QuerySide.class, CatalogueConfiguration.class})
    static class Application {
        // What else a backup reads, and who may: in a restored installation nobody has been given rights yet.

        @Bean
        SchemaMigration accessSchema(DataSource dataSource, MigrationLogin login) {
            return SchemaMigration.migrate(login.on(dataSource), "access", "classpath:db/access");
        }

        @Bean
        SchemaMigration commandSchema(DataSource dataSource, MigrationLogin login) {
            return SchemaMigration.migrate(login.on(dataSource), "command", "classpath:db/command");
        }
    }

    /** Returns when every projection holds the newest event; as long as they move, it waits. */
    static void catchUp(DataDirectory directory, Database database) {
        Stores.logins(directory).prepare(database);
        var application = new SpringApplication(Application.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("stores", Stores.projecting(directory, database))));
        System.setProperty("disable-axoniq-console-message", "true");
        System.setProperty(
                "logging.file.name",
                directory.privateFolder("logs").resolve("brightline.log").toString());
        try (ConfigurableApplicationContext context = application.run()) {
            Stores.logins(directory).started(database);
            Horizons horizons = context.getBean(Horizons.class);
            Collection<Projection> projections =
                    context.getBeansOfType(Projection.class).values();
            long newest = horizons.newest();
            projections.forEach(projection -> await(horizons, projection.name(), newest));
        }
    }

    private static void await(Horizons horizons, String projection, long newest) {
        long before = -1;
        while (!horizons.await(projection, newest, SAY_EVERY)) {
            long position = horizons.position(projection);
            if (position == before) {
                throw new CannotGoOn("the projection %s does not get past event %d of %d: see the log file"
                        .formatted(projection, position, newest));
            }
            Progress.say("  %s: event %d of %d".formatted(projection, position, newest));
            before = position;
        }
    }
}

package brightline.query;

import brightline.edge.TestDatabase;
import brightline.edge.clock.RecordingClock;
import brightline.edge.keys.KeyStoreConfiguration;
import brightline.edge.schema.SchemaMigration;
import brightline.edge.store.EventLogConfiguration;
import brightline.query.projection.Horizons;
import brightline.query.projection.Projection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A query side running on a database of its own with a simulated recording clock. */
public final class QueryProgram implements AutoCloseable {
    @EnableAutoConfiguration
    @Import({EventLogConfiguration.class, KeyStoreConfiguration.class, QuerySide.class})
    static class App {}

    private final ConfigurableApplicationContext context;

    private QueryProgram(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param also further configurations */
    public static QueryProgram start(Class<?>... also) {
        return start(WebApplicationType.NONE, List.of(), also);
    }

    public static QueryProgram start(WebApplicationType web, List<String> properties, Class<?>... also) {
        TestDatabase database = TestDatabase.fresh();
        SchemaMigration.migrate(database.dataSource(), "log", "classpath:db/log");
        RecordingClock.createSimulation(database.dataSource());
        List<Class<?>> sources = new ArrayList<>(List.of(also));
        sources.add(App.class);
        SpringApplication app = new SpringApplication(sources.toArray(Class[]::new));
        app.setWebApplicationType(web);
        List<String> arguments = new ArrayList<>();
        for (String property : database.properties()) {
            arguments.add("--" + property);
        }
        try {
            arguments.add("--brightline.keys.file="
                    + Files.createTempDirectory(Files.createDirectories(Path.of("target", "keys")), "query")
                            .resolve("kek"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        arguments.add("--spring.flyway.enabled=false");
        properties.forEach(property -> arguments.add("--" + property));
        return new QueryProgram(app.run(arguments.toArray(String[]::new)));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public String property(String name) {
        return context.getEnvironment().getRequiredProperty(name);
    }

    public JdbcClient jdbc() {
        return JdbcClient.create(bean(DataSource.class));
    }

    /** The same database without the program's time-outs, for what a test prepares. */
    public JdbcClient patiently() {
        return JdbcClient.create(new DriverManagerDataSource(
                property("spring.datasource.url"),
                property("spring.datasource.username"),
                property("spring.datasource.password")));
    }

    /** The database of keys. */
    public JdbcClient keys() {
        return JdbcClient.create(context.getBean("keyStoreDataSource", DataSource.class));
    }

    public Story story() {
        return new Story(context);
    }

    /** Waits until every projection holds all of the log. */
    public void settle() {
        Horizons horizons = bean(Horizons.class);
        long newest = horizons.newest();
        context.getBeansOfType(Projection.class).values().forEach(projection -> {
            if (!horizons.await(projection.name(), newest, Duration.ofSeconds(60))) {
                throw new AssertionError(projection.name() + " did not come to index " + newest);
            }
        });
    }

    @Override
    public void close() {
        context.close();
    }
}

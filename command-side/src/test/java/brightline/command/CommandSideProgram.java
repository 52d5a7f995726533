package brightline.command;

import brightline.edge.TestDatabase;
import brightline.edge.access.AccessConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The command side with its way in, on a port and an empty database of its own. */
public final class CommandSideProgram {
    private CommandSideProgram() {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({CommandSide.class, AccessConfiguration.class})
    static class Program {}

    /**
     * Starts it; to be closed.
     *
     * @param more components of the test's own
     */
    public static ConfigurableApplicationContext start(TestDatabase database, Class<?>... more) {
        Path keys = keyFile(database);
        return new SpringApplicationBuilder(Program.class)
                .sources(more)
                .properties(database.properties())
                .properties(
                        "server.port=0",
                        "spring.flyway.enabled=false",
                        "spring.main.banner-mode=off",
                        "brightline.desks=false",
                        "brightline.keys.file=" + keys,
                        "brightline.imports.directory=" + keys.resolveSibling("imports"))
                .run();
    }

    /** Where the key of that database stands: every start over the same database finds the same. */
    public static Path keyFile(TestDatabase database) {
        String name = database.url().replaceAll("\\W+", "-");
        try {
            return Files.createDirectories(Path.of("target", "keys", name)).resolve("kek");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

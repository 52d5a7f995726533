package brightline.command;

import brightline.edge.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The command side without the web, on an empty database of its own. */
public final class CommandSideProgram {
    private CommandSideProgram() {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(CommandSide.class)
    static class Program {}

    /** @param more configurations of the test's own */
    public static ConfigurableApplicationContext start(TestDatabase database, Class<?>... more) {
        return new SpringApplicationBuilder(Program.class)
                .sources(more)
                .web(WebApplicationType.NONE)
                .properties(database.properties())
                .properties("spring.flyway.enabled=false", "brightline.keys.file=" + keyFile())
                .run();
    }

    /** A path at which a new key may be written. */
    public static Path keyFile() {
        try {
            return Files.createTempDirectory("brightline-keys").resolve("kek");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package brightline.command.register;

import brightline.command.CommandSide;
import brightline.command.CommandSideProgram;
import brightline.edge.TestDatabase;
import brightline.edge.access.AccessConfiguration;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The command side with its addresses, on a free port. */
public final class ServedCommandSide {
    private ServedCommandSide() {}

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({AccessConfiguration.class, CommandSide.class})
    static class Program {}

    /** @param spool where imported files wait */
    public static ConfigurableApplicationContext start(TestDatabase database, Path spool) {
        return new SpringApplicationBuilder(Program.class)
                .properties(database.properties())
                .properties(
                        "server.port=0",
                        "brightline.demo=true",
                        "brightline.desks=false",
                        "spring.flyway.enabled=false",
                        "brightline.keys.file=" + CommandSideProgram.keyFile(database),
                        "brightline.imports.directory=" + spool)
                .run();
    }
}

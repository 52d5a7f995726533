package brightline.command.imports;

import brightline.edge.door.FileRoute;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where files come in, and where they wait: the directory {@code brightline.imports.directory}. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {
    @Bean
    Spool importSpool(@Value("${brightline.imports.directory:var/imports}") Path directory) {
        return new Spool(directory);
    }

    @Bean
    FileRoute importFiles() {
        return new FileRoute(ImportController.PATH);
    }
}

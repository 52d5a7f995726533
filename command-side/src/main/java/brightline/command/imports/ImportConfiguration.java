package brightline.command.imports;

import brightline.edge.clock.Regularly;
import brightline.edge.door.FileRoute;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where files come in, and where they wait: the directory {@code brightline.imports.directory}. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {
    @Bean
    Spool importSpool(
            @Value("${brightline.imports.directory:var/imports}") Path directory,
            @Value("${brightline.imports.files-kept:30d}") Duration kept) {
        return new Spool(directory, kept);
    }

    @Bean
    SmartLifecycle importFilesForgotten(Imports imports) {
        return new Regularly(
                "import-files", Duration.ofHours(1), SmartLifecycle.DEFAULT_PHASE, imports::forgetOldFiles);
    }

    @Bean
    FileRoute importFiles() {
        return new FileRoute(ImportController.PATH);
    }
}

package brightline.command;

import brightline.edge.keys.KeyStoreConfiguration;
import brightline.edge.schema.MigrationLogin;
import brightline.edge.schema.SchemaMigration;
import brightline.edge.store.EventLogConfiguration;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The command side, to be imported by an application: its schema, its handlers and its addresses under /api/commands. */
@Configuration(proxyBeanMethods = false)
// Nested classes are nobody's components here: a test keeps its own in itself.
@ComponentScan(excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\$.*"))
@Import({EventLogConfiguration.class, KeyStoreConfiguration.class})
public class CommandSide {

    @Bean
    SchemaMigration commandSchema(DataSource dataSource, MigrationLogin login) {
        return SchemaMigration.migrate(login.on(dataSource), "command", "classpath:db/command");
    }
}

package brightline.command.register;

import brightline.edge.schema.SchemaMigration;
import javax.sql.DataSource;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register and its clerk; needs a {@link SchemaMigration} named {@code commandSchema}. */
@Configuration(proxyBeanMethods = false)
public class RegisterConfiguration {

    @Bean
    ReferenceRegister referenceRegister(
            DataSource dataSource, @Qualifier("commandSchema") SchemaMigration commandSchema) {
        return new ReferenceRegister(JdbcClient.create(dataSource));
    }

    @Bean
    RegisterClerk registerClerk(DataSource dataSource) {
        return new RegisterClerk(JdbcClient.create(dataSource));
    }

    /** In the appending transaction, not after it: the default is a reader of its own. */
    @Bean
    ConfigurerModule registerInTheAppendingTransaction() {
        return configurer -> configurer.eventProcessing().registerSubscribingEventProcessor(RegisterClerk.GROUP);
    }
}

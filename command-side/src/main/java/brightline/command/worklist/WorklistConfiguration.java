package brightline.command.worklist;

import brightline.edge.schema.SchemaMigration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.MailSender;

/** Work lists by account, and by mail where a mail server and a sender are configured. */
@Configuration(proxyBeanMethods = false)
class WorklistConfiguration {

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty({"spring.mail.host", "brightline.mail.from"})
    @EnableConfigurationProperties(MailProperties.class)
    static class ByMail {
        @Bean
        MailFollower mailFollower(
                MailSender sender,
                MailProperties properties,
                DataSource dataSource,
                @Qualifier("commandSchema") SchemaMigration commandSchema) {
            return new MailFollower(sender, properties, dataSource, commandSchema);
        }
    }
}

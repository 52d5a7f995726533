package brightline.command.submission;

import brightline.command.receipt.Receipts;
import brightline.edge.clock.Regularly;
import brightline.edge.keys.KeyStore;
import brightline.edge.keys.KeyedMac;
import brightline.edge.problem.ProblemSource;
import brightline.edge.schema.SchemaMigration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.unitofwork.RollbackConfigurationType;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The path of submissions, put together. */
@Configuration(proxyBeanMethods = false)
class SubmissionConfiguration {
    @Bean
    Answers answers(DataSource dataSource, @Qualifier("commandSchema") SchemaMigration commandSchema) {
        return new Answers(JdbcClient.create(dataSource));
    }

    @Bean
    SmartLifecycle answersForgotten(Answers answers) {
        return new Regularly("idempotency-keys", Duration.ofHours(1), SmartLifecycle.DEFAULT_PHASE, answers::forget);
    }

    @Bean
    SubmissionAnswers submissionAnswers() {
        return new SubmissionAnswers();
    }

    @Bean
    SubmissionMeters submissionMeters(MeterRegistry registry) {
        return new SubmissionMeters(registry);
    }

    @Bean
    Commands commands(CommandBus bus, Answers answers, SubmissionMeters meters, Receipts receipts) {
        return new Commands(bus, answers, meters, receipts);
    }

    @Bean
    Requests requests(KeyStore keys) {
        return new Requests(new KeyedMac(keys, "submission-content"));
    }

    @Bean
    ProblemSource refusalProblems() {
        return new RefusalProblems();
    }

    /**
     * Puts the key's guard around all command handlers, and lets every failure undo everything: the bus's own default would
     * commit what a handler did before a checked exception.
     */
    @Bean
    ConfigurerModule oncePerKey(Answers answers, SubmissionMeters meters, Receipts receipts) {
        return configurer -> configurer.onInitialize(configuration -> configuration.onStart(Integer.MIN_VALUE, () -> {
            CommandBus bus = configuration.commandBus();
            bus.registerHandlerInterceptor(new OncePerKey(answers, meters, receipts));
            if (bus instanceof SimpleCommandBus simple) {
                simple.setRollbackConfiguration(RollbackConfigurationType.ANY_THROWABLE);
            }
        }));
    }
}

package brightline.query.projection;

import brightline.edge.schema.MigrationLogin;
import brightline.edge.schema.SchemaMigration;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The machinery that keeps read models up with the log. Every {@link Projection} bean gets a processor of its own. */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {
    @Bean
    SchemaMigration readModelSchema(DataSource dataSource, MigrationLogin login) {
        return SchemaMigration.migrate(login.on(dataSource), "rm", "classpath:db/query");
    }

    /**
     * Tokens with a node's name that stays the same after a restart, so that a killed node takes its own claim up at once.
     *
     * @param node two nodes on one database need two names
     */
    @Bean
    TokenStore tokenStore(
            ConnectionProvider connections,
            TokenSchema schema,
            @Qualifier("eventSerializer") Serializer serializer,
            @Value("${brightline.query.node:query}") String node) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .schema(schema)
                .serializer(serializer)
                .nodeId(node)
                .claimTimeout(Duration.ofSeconds(10))
                .build();
    }

    @Bean
    ReadModels readModels(DataSource dataSource, @Qualifier("readModelSchema") SchemaMigration schema) {
        return new ReadModels(dataSource);
    }

    @Bean
    Horizons horizons(DataSource dataSource, ReadModels readModels, @Qualifier("eventLogSchema") SchemaMigration log) {
        return new Horizons(dataSource, readModels);
    }

    @Bean
    ProjectionProcessors projectionProcessors(
            List<Projection> projections,
            ReadModels readModels,
            LeftOutEvents leftOut,
            EventStore eventStore,
            TokenStore tokenStore,
            TransactionManager transactions,
            ConnectionProvider connections,
            DeadLetterSchema deadLetterSchema,
            @Qualifier("eventSerializer") Serializer serializer,
            DataSource dataSource,
            MigrationLogin login) {
        ReadModels.define(login.on(dataSource), projections);
        return new ProjectionProcessors(
                projections.stream()
                        .sorted(Comparator.comparing(Projection::name))
                        .map(projection -> new ProjectionProcessor(
                                projection,
                                readModels,
                                leftOut,
                                eventStore,
                                tokenStore,
                                transactions,
                                deadLetters(
                                        projection.name(), transactions, connections, deadLetterSchema, serializer)))
                        .toList(),
                readModels,
                transactions);
    }

    private static SequencedDeadLetterQueue<EventMessage<?>> deadLetters(
            String group,
            TransactionManager transactions,
            ConnectionProvider connections,
            DeadLetterSchema schema,
            Serializer serializer) {
        return JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                .processingGroup(group)
                .transactionManager(transactions)
                .connectionProvider(connections)
                .schema(schema)
                .genericSerializer(serializer)
                .eventSerializer(serializer)
                .build();
    }
}

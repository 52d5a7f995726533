package brightline.edge.store;

import brightline.edge.clock.RecordingClock;
import brightline.edge.keys.KeyFile;
import brightline.edge.schema.MigrationLogin;
import brightline.edge.schema.SchemaMigration;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.MessageOriginProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/** The event log as both sides use it. */
@org.springframework.context.annotation.Configuration
@PropertySource("classpath:brightline/event-log.properties")
@Import(MigrationLogin.class)
public class EventLogConfiguration {

    @Bean
    SchemaMigration eventLogSchema(DataSource dataSource, MigrationLogin login) {
        return SchemaMigration.migrate(login.on(dataSource), "log", "classpath:db/log");
    }

    /** @param simulation whether a database without events becomes one that takes simulated times */
    @Bean
    RecordingClock recordingClock(
            DataSource dataSource,
            @Qualifier("eventLogSchema") SchemaMigration schema,
            @Value("${brightline.simulation:false}") boolean simulation) {
        RecordingClock clock = new RecordingClock(dataSource);
        if (simulation && clock.mode() == RecordingClock.Mode.REAL) {
            RecordingClock.createSimulation(dataSource);
            return new RecordingClock(dataSource);
        }
        return clock;
    }

    /** @param keys file of the key-encryption key; the writer's stands beside it */
    @Bean
    WriterKey writerKey(@Value("${brightline.keys.file}") Path keys) {
        return new WriterKey(KeyFile.readOrCreate(keys.resolveSibling("writer-key"), WriterKey::random));
    }

    @Bean
    FenceMeters fenceMeters(IndexFence fence) {
        return new FenceMeters(fence);
    }

    @Bean
    IndexFence indexFence(DataSource dataSource, @Qualifier("eventLogSchema") SchemaMigration schema) {
        return new IndexFence(dataSource);
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer() {
        return new EventLogSerializer();
    }

    @Bean
    Jackson3SerializerCustomizer jackson3SerializerCustomizer() {
        return EventLogSerializer.JSON;
    }

    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return new DuplicateKeys();
    }

    @Bean
    EventSchema eventSchema() {
        return EventSchema.builder()
                .eventTable("log.domain_event_entry")
                .globalIndexColumn("global_index")
                .timestampColumn("time_stamp")
                .eventIdentifierColumn("event_identifier")
                .aggregateIdentifierColumn("aggregate_identifier")
                .sequenceNumberColumn("sequence_number")
                .typeColumn("type")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("meta_data")
                .build();
    }

    @Bean
    TokenSchema tokenSchema() {
        return TokenSchema.builder()
                .setTokenTable("log.token_entry")
                .setProcessorNameColumn("processor_name")
                .setSegmentColumn("segment")
                .setTokenColumn("token")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("timestamp")
                .setOwnerColumn("owner")
                .build();
    }

    @Bean
    DeadLetterSchema deadLetterSchema() {
        return DeadLetterSchema.builder()
                .deadLetterTable("log.dead_letter_entry")
                .deadLetterIdentifierColumn("dead_letter_id")
                .processingGroupColumn("processing_group")
                .sequenceIdentifierColumn("sequence_identifier")
                .sequenceIndexColumn("sequence_index")
                .messageTypeColumn("message_type")
                .eventIdentifierColumn("event_identifier")
                .timestampColumn("time_stamp")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("meta_data")
                .aggregateTypeColumn("type")
                .aggregateIdentifierColumn("aggregate_identifier")
                .sequenceNumberColumn("sequence_number")
                .tokenTypeColumn("token_type")
                .tokenColumn("token")
                .enqueuedAtColumn("enqueued_at")
                .lastTouchedColumn("last_touched")
                .processingStartedColumn("processing_started")
                .causeTypeColumn("cause_type")
                .causeMessageColumn("cause_message")
                .diagnosticsColumn("diagnostics")
                .build();
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            DataSource dataSource,
            IndexFence fence,
            RecordingClock clock,
            WriterKey writer,
            Configuration configuration,
            ConnectionProvider connectionProvider,
            TransactionManager transactionManager,
            EventSchema eventSchema,
            PersistenceExceptionResolver exceptionResolver,
            @Qualifier("eventSerializer") Serializer serializer) {
        JdbcEventStorageEngine.Builder builder = JdbcEventStorageEngine.builder()
                .snapshotSerializer(serializer)
                .eventSerializer(serializer)
                .persistenceExceptionResolver(exceptionResolver)
                .connectionProvider(connectionProvider)
                .transactionManager(transactionManager)
                .schema(eventSchema)
                .batchSize(1_000);
        return new EventLogEngine(
                builder, transactionManager, dataSource, fence, clock, writer, configuration.upcasterChain());
    }

    @Bean
    RecordedEvents recordedEvents(
            DataSource dataSource,
            @Qualifier("eventLogSchema") SchemaMigration schema,
            Configuration configuration,
            @Qualifier("eventSerializer") Serializer serializer) {
        return new RecordedEvents(dataSource, serializer, configuration.upcasterChain());
    }

    /** Every reader reads for itself: the shared cache would compare positions by age and wake up by the second. */
    @Bean("eventBus")
    @Qualifier("eventStore")
    EmbeddedEventStore eventStore(EventStorageEngine storageEngine) {
        return EmbeddedEventStore.builder()
                .storageEngine(storageEngine)
                .optimizeEventConsumption(false)
                .build();
    }

    /** A handler that fails stops or parks; the framework's default would log it and go on to the next event. */
    @Bean
    ConfigurerModule failuresAreNeverSkipped() {
        return configurer -> configurer.eventProcessing(processing ->
                processing.registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.instance()));
    }

    @Bean
    CorrelationDataProvider messageOrigin() {
        return new MessageOriginProvider();
    }

    /** What every event says about the command it came from: who acted, and which submission it belongs to. */
    @Bean
    CorrelationDataProvider recordedWith() {
        return new SimpleCorrelationDataProvider(EventMetadata.ACTOR, EventMetadata.SUBMISSION);
    }
}

package brightline.edge.schema;

import java.util.Set;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.springframework.boot.sql.init.dependency.AbstractBeansOfTypeDependsOnDatabaseInitializationDetector;

/** Tells Boot that Axon's stores use the database. Named in {@code META-INF/spring.factories}. */
final class StoresAfterSchemas extends AbstractBeansOfTypeDependsOnDatabaseInitializationDetector {
    @Override
    protected Set<Class<?>> getDependsOnDatabaseInitializationBeanTypes() {
        return Set.of(EventStorageEngine.class, TokenStore.class);
    }
}

package brightline.edge.description;

import io.swagger.v3.core.jackson.ModelResolver;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** The description of documents, to be imported by an application that serves HTTP. */
@Configuration(proxyBeanMethods = false)
public class DescriptionConfiguration {
    @Bean
    SchemaNames schemaNames() {
        return new SchemaNames();
    }

    /** Takes the place of the one that names schemas by the simple names of classes; the first one given is asked last. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelResolver schemasOfRecords(ObjectMapperProvider mappers, SchemaNames names) {
        return new ModelResolver(mappers.jsonMapper(), names).openapi31(true);
    }

    @Bean
    DocumentDescription documentDescription(SchemaNames names) {
        return new DocumentDescription(names);
    }

    @Bean
    UnfinishedDocuments unfinishedDocuments() {
        return new UnfinishedDocuments();
    }
}

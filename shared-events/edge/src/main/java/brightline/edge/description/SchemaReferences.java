package brightline.edge.description;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which schemas of the description stand in which. */
final class SchemaReferences {
    static final String PREFIX = "#/components/schemas/";

    private SchemaReferences() {}

    /** Names of the schemas that documents which are sent are made of. */
    static Set<String> sent(OpenAPI api) {
        Set<String> found = new HashSet<>();
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(SchemaReferences::taken)
                .forEach(schema -> reached(api.getComponents().getSchemas(), schema, found));
        return found;
    }

    /** Schemas of what an operation takes as a body. */
    static Stream<Schema<?>> taken(Operation operation) {
        return operation.getRequestBody() == null
                ? Stream.empty()
                : operation.getRequestBody().getContent().values().stream().map(content -> content.getSchema());
    }

    /** Adds the names of all schemas that are referred to, by whatever way. */
    @SuppressWarnings("rawtypes")
    static void reached(Map<String, Schema> schemas, @Nullable Schema<?> from, Set<String> found) {
        if (from == null) {
            return;
        }
        each(from, schema -> {
            String name = name(schema);
            if (name != null && found.add(name)) {
                reached(schemas, schemas.get(name), found);
            }
        });
    }

    /** The name of the schema this is a reference to; null where it is none. */
    static @Nullable String name(Schema<?> schema) {
        String reference = schema.get$ref();
        return reference == null ? null : reference.substring(PREFIX.length());
    }

    /** The schema itself and all within, references not followed. */
    static void each(Schema<?> schema, Consumer<Schema<?>> visitor) {
        visitor.accept(schema);
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(one -> each(one, visitor));
        }
        if (schema.getItems() != null) {
            each(schema.getItems(), visitor);
        }
        if (schema.getAdditionalProperties() instanceof Schema<?> values) {
            each(values, visitor);
        }
        if (schema.getAnyOf() != null) {
            List.copyOf(schema.getAnyOf()).forEach(one -> each(one, visitor));
        }
    }
}

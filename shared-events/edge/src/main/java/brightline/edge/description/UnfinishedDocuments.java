package brightline.edge.description;

import io.swagger.v3.core.util.AnnotationsUtils;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Describes the documents of {@link Unfinished} operations: as those of others, where nothing has to be there. */
final class UnfinishedDocuments implements GlobalOperationCustomizer {
    private static final String MARK = "x-unfinished";
    private static final String ENDING = "Draft";

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        if (handler.hasMethodAnnotation(Unfinished.class)) {
            operation.addExtension(MARK, true);
        }
        return operation;
    }

    /** Has the marked operations take schemas of their own; to be done once the finished ones are described. */
    @SuppressWarnings("rawtypes")
    static void describe(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        Map<String, Schema> drafts = new HashMap<>();
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getExtensions() != null
                        && operation.getExtensions().remove(MARK) != null)
                .flatMap(operation -> operation.getRequestBody().getContent().values().stream())
                .forEach(body -> {
                    Set<String> finished = new HashSet<>();
                    SchemaReferences.reached(schemas, body.getSchema(), finished);
                    finished.forEach(
                            name -> drafts.put(name + ENDING, draft(Objects.requireNonNull(schemas.get(name)))));
                    body.setSchema(draft(body.getSchema()));
                });
        schemas.putAll(drafts);
    }

    private static Schema<?> draft(Schema<?> finished) {
        Schema<?> draft = AnnotationsUtils.clone(finished, true);
        draft.setRequired(null);
        draft.setMinItems(null);
        SchemaReferences.each(draft, UnfinishedDocuments::refersToDraft);
        return draft;
    }

    private static void refersToDraft(Schema<?> schema) {
        if (schema.get$ref() != null) {
            schema.set$ref(schema.get$ref() + ENDING);
        }
    }
}

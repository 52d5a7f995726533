package brightline.query.figures;

import brightline.edge.problem.DescribedProblem;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the API's description says of all queries alike: an example of the answer, and that one can be asked to wait for an event. The
 * examples are files, named by the address behind {@code /api/queries}: {@code cases._.timeline.json}. An answer that is a record is
 * described by that; a figure by its example.
 */
@Component
final class QueryAnswers implements GlobalOpenApiCustomizer {
    private static final String QUERIES = "/api/queries/";
    private static final String EXAMPLES = "/brightline/query/answers/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public void customise(OpenAPI api) {
        api.getComponents()
                .addResponses(
                        "NotYet",
                        DescribedProblem.of(
                                "What is asked for does not yet hold the event of atLeastIndex, after two seconds",
                                List.of(FigureEngine.notYet())));
        api.getPaths().forEach(QueryAnswers::describe);
    }

    private static void describe(String path, PathItem item) {
        item.readOperations().forEach(QueryAnswers::mayHaveToWait);
        Operation query = item.getGet();
        if (path.startsWith(QUERIES) && query != null) {
            String name = path.substring(QUERIES.length())
                    .replaceAll("\\{[^}]*}", "_")
                    .replace('/', '.');
            Objects.requireNonNull(query.getResponses().get("200"), path)
                    .getContent()
                    .values()
                    .forEach(body -> show(body, EXAMPLES + name + ".json"));
        }
    }

    private static void mayHaveToWait(Operation operation) {
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(one -> "atLeastIndex".equals(one.getName()))) {
            operation.getResponses().putIfAbsent("409", DescribedProblem.at("NotYet"));
        }
    }

    private static void show(MediaType body, String file) {
        try (InputStream example = QueryAnswers.class.getResourceAsStream(file)) {
            if (example != null) {
                JsonNode shown = JSON.readTree(example);
                body.setExample(JSON.treeToValue(shown, Map.class));
                if (body.getSchema().get$ref() == null) {
                    body.setSchema(AnswerSchema.like(shown));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

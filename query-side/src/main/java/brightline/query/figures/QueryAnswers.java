package brightline.query.figures;

import brightline.edge.problem.DescribedProblem;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

/** What the API's description says of all queries alike that can be asked to wait for an event. */
final class QueryAnswers implements GlobalOpenApiCustomizer {
    @Override
    public void customise(OpenAPI api) {
        api.getComponents()
                .addResponses(
                        "NotYet",
                        DescribedProblem.of(
                                "What is asked for does not yet hold the event of atLeastIndex, after two seconds",
                                List.of(FigureEngine.notYet())));
        api.getPaths().values().forEach(item -> item.readOperations().forEach(QueryAnswers::describe));
    }

    private static void describe(Operation operation) {
        if (operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(one -> "atLeastIndex".equals(one.getName()))) {
            operation.getResponses().putIfAbsent("409", DescribedProblem.at("NotYet"));
        }
    }
}

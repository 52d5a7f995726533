package brightline.query.asking;

import brightline.edge.problem.DescribedProblem;
import io.swagger.v3.oas.models.OpenAPI;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.stereotype.Component;

/** Says in the API's description that every query may find its account's budget used up. */
@Component
final class AskingAnswers implements GlobalOpenApiCustomizer {
    private static final String NAME = "TooMuchAsked";

    @Override
    public void customise(OpenAPI api) {
        api.getComponents()
                .addResponses(
                        NAME,
                        DescribedProblem.of(
                                "The account asks more at once than its budget",
                                List.of(AskingProblems.tooManyQuestions(), AskingProblems.tooManyWaiting())));
        api.getPaths().forEach((path, item) -> {
            if (path.startsWith("/api/queries/")) {
                item.readOperations()
                        .forEach(operation -> operation.getResponses().putIfAbsent("429", DescribedProblem.at(NAME)));
            }
        });
    }
}

package brightline.edge.problem;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/** How the API's description shows an answer that is a problem: with the problems themselves as examples. */
public final class DescribedProblem {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SCHEMA = "#/components/schemas/Problem";

    private DescribedProblem() {}

    /** What a problem document holds. */
    public static Map<String, Schema> schemas() {
        return ModelConverters.getInstance(true).readAll(Problem.class);
    }

    /**
     * The answer with these problems.
     *
     * @param problems of one status, each an example
     */
    public static ApiResponse of(String description, List<Problem> problems) {
        MediaType body = new MediaType().schema(new Schema<>().$ref(SCHEMA));
        ApiResponse answer = new ApiResponse().description(description);
        for (Problem problem : problems) {
            body.addExamples(
                    problem.code(),
                    new Example().summary(problem.title()).value(JSON.convertValue(problem, Map.class)));
            if (problem.retryAfter() != null) {
                answer.addHeaderObject(
                        HttpHeaders.RETRY_AFTER,
                        new Header()
                                .description("Seconds until it is worth trying again")
                                .schema(new IntegerSchema()));
            }
        }
        return answer.content(new Content().addMediaType(Problem.MEDIA_TYPE.toString(), body));
    }

    /** Where an operation points to an answer that stands in {@link Components} under that name. */
    public static ApiResponse at(String name) {
        return new ApiResponse().$ref("#/components/responses/" + name);
    }
}

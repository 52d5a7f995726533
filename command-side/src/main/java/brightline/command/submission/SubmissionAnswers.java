package brightline.command.submission;

import brightline.edge.problem.DescribedProblem;
import brightline.edge.problem.Problem;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** What the API's description says of all submissions alike: the headers of their answers, and why one is not taken. */
final class SubmissionAnswers implements GlobalOpenApiCustomizer {
    private static final long SOME_VERSION = 3;
    private static final Problem REFUSED = Problem.of(
                    HttpStatus.CONFLICT, "interaction-voided", "The record was voided")
            .withAction("Record the contact anew if it happened after all.");

    @Override
    public void customise(OpenAPI api) {
        api.getComponents()
                .addResponses(
                        "NotTaken",
                        DescribedProblem.of(
                                "A rule refuses it, by the code and source of that rule; or another submission stood in its way",
                                List.of(
                                        REFUSED,
                                        SubmissionProblem.conflict().problem(),
                                        SubmissionProblem.stillRunning().problem())))
                .addResponses(
                        "Overtaken",
                        DescribedProblem.of(
                                "The record has changed since it was read",
                                List.of(SubmissionProblem.stale(SOME_VERSION).problem())))
                .addResponses(
                        "KeyReused",
                        DescribedProblem.of(
                                "The key was used for something else",
                                List.of(SubmissionProblem.keyReused().problem())))
                .addResponses(
                        "VersionMissing",
                        DescribedProblem.of(
                                "If-Match is missing",
                                List.of(SubmissionProblem.versionMissing().problem())));
        api.getPaths().values().forEach(item -> item.readOperations().forEach(SubmissionAnswers::describe));
    }

    private static void describe(Operation operation) {
        boolean keyed = header(operation, Requests.KEY_HEADER) != null;
        Parameter version = header(operation, HttpHeaders.IF_MATCH);
        ApiResponses answers = operation.getResponses();
        if (keyed) {
            answers.putIfAbsent("409", DescribedProblem.at("NotTaken"));
            answers.putIfAbsent("422", DescribedProblem.at("KeyReused"));
        }
        if (version != null) {
            answers.putIfAbsent("412", DescribedProblem.at("Overtaken"));
            answers.putIfAbsent("428", DescribedProblem.at("VersionMissing"));
        }
        answers.forEach((status, answer) -> {
            if (status.startsWith("2") && keyed) {
                headers(answer, status.equals("201"), version != null);
            }
        });
    }

    private static @Nullable Parameter header(Operation operation, String name) {
        List<Parameter> parameters = operation.getParameters();
        return parameters == null
                ? null
                : parameters.stream()
                        .filter(one -> name.equals(one.getName()))
                        .findFirst()
                        .orElse(null);
    }

    private static void headers(ApiResponse answer, boolean created, boolean versioned) {
        answer.addHeaderObject(
                Accepted.INDEX_HEADER,
                text(
                        "Index of the submission's last event: a query with it as atLeastIndex has counted the submission"));
        answer.addHeaderObject(
                Accepted.RECEIPT_HEADER,
                text(
                        "Signed receipt, a JSON Web Signature; its key is at /api/commands/receipt-keys. Absent where nothing was recorded"));
        if (created) {
            answer.addHeaderObject(HttpHeaders.LOCATION, text("Where it stands"));
        }
        if (versioned) {
            answer.addHeaderObject(HttpHeaders.ETAG, text("Its version now, for the next If-Match"));
        }
    }

    private static Header text(String description) {
        return new Header().description(description).schema(new StringSchema());
    }
}

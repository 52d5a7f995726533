package brightline.edge.access;

import brightline.edge.description.DocumentDescription;
import brightline.edge.problem.DescribedProblem;
import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.Problem;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

/** What the API's description says of every operation alike: who may, by the table of routes, and what it answers when it cannot. */
final class ApiDescription implements GlobalOpenApiCustomizer {
    private static final String TOKEN = "token";
    private static final String SESSION = "session";
    private static final String ANY_TYPE = "*/*";
    private static final Duration SOON = Duration.ofSeconds(2);

    private final RoutePolicy policy;
    private final DocumentDescription documents;

    ApiDescription(RoutePolicy policy, DocumentDescription documents) {
        this.policy = policy;
        this.documents = documents;
    }

    @Override
    public void customise(OpenAPI api) {
        api.info(
                new Info()
                        .title("Brightline")
                        .version("1")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0"))
                        .description(
                                "The system of record for police work in schools: commands record what happened as events, queries answer "
                                        + "from what was recorded. Commands take an Idempotency-Key, so that sending again is harmless; edits name the "
                                        + "version they are edits of in If-Match. Times are ISO 8601 with offset, days are days of the agency's zone."));
        api.servers(List.of(new Server().url("/").description("Whoever answered this")));
        DescribedProblem.schemas().forEach(api.getComponents()::addSchemas);
        documents.describe(api);
        api.getComponents()
                .addSecuritySchemes(
                        TOKEN,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .description("A token of POST /api/commands/tokens with the scope of the address"))
                .addSecuritySchemes(
                        SESSION,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("brightline")
                                .description(
                                        "The cookie of a signed-in browser; changing requests also carry the page's X-CSRF-TOKEN"))
                .addResponses(
                        "InvalidRequest",
                        DescribedProblem.of(
                                "The request cannot be read, or has fields that are not right",
                                List.of(Problem.invalid(
                                        List.of(new FieldProblem("/school", "missing", "must be given"))))))
                .addResponses("NotSignedIn", DescribedProblem.of("Not signed in", List.of(Refusals.notSignedIn())))
                .addResponses(
                        "StepUpNeeded",
                        DescribedProblem.of(
                                "Another role's business, or of a session that has not shown lately whose it is",
                                List.of(Problem.forbidden(), Refusals.stepUpNeeded())))
                .addResponses("Forbidden", DescribedProblem.of("Another role's business", List.of(Problem.forbidden())))
                .addResponses(
                        "NotFound", DescribedProblem.of("Not there, or not to be seen", List.of(Problem.notFound())))
                .addResponses(
                        "Unavailable",
                        DescribedProblem.of("Not available just now", List.of(Problem.unavailable(SOON))));
        api.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> describe(path, method, operation)));
    }

    private void describe(String path, PathItem.HttpMethod method, Operation operation) {
        RouteRule rule = policy.ruleFor(
                HttpMethod.valueOf(method.name()), PathContainer.parsePath(path.replaceAll("\\{[^}]*}", "x")));
        if (rule == null) {
            return;
        }
        ApiResponses answers = operation.getResponses();
        answers.values().forEach(ApiDescription::isJson);
        if (operation.getRequestBody() != null || operation.getParameters() != null) {
            answers.putIfAbsent("400", DescribedProblem.at("InvalidRequest"));
        }
        if (path.contains("{")) {
            answers.putIfAbsent("404", DescribedProblem.at("NotFound"));
        }
        answers.putIfAbsent("503", DescribedProblem.at("Unavailable"));
        if (rule.open()) {
            return;
        }
        answers.putIfAbsent("401", DescribedProblem.at("NotSignedIn"));
        operation.addSecurityItem(new SecurityRequirement().addList(SESSION));
        if (rule.scope() != null) {
            operation.addSecurityItem(new SecurityRequirement().addList(TOKEN));
        }
        boolean anybody = rule.roles().equals(EnumSet.allOf(AccountRole.class));
        if (rule.proof().isFresh()) {
            answers.putIfAbsent("403", DescribedProblem.at("StepUpNeeded"));
        } else if (!anybody) {
            answers.putIfAbsent("403", DescribedProblem.at("Forbidden"));
        }
        operation.description(described(operation.getDescription(), anybody ? "every account" : roles(rule)));
    }

    /** Where a handler names no type, it is JSON. */
    private static void isJson(ApiResponse answer) {
        if (answer.getContent() != null && answer.getContent().remove(ANY_TYPE) instanceof MediaType body) {
            answer.getContent().addMediaType(org.springframework.http.MediaType.APPLICATION_JSON_VALUE, body);
        }
    }

    private static String described(@Nullable String description, String who) {
        return (description == null ? "" : description + "\n\n") + "Who may: " + who + ".";
    }

    private static String roles(RouteRule rule) {
        return EnumSet.copyOf(rule.roles()).stream().map(AccountRole::text).collect(Collectors.joining(", "));
    }
}

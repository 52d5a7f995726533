package brightline.command.endpoint;

import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Creates;
import brightline.command.submission.KeyHeader;
import brightline.command.submission.Requests;
import brightline.command.submission.WithIndex;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the API's description says of an endpoint that returns a command: the key it is sent with, its answer in the place of the command,
 * 201 where it creates, and the document's sample.
 */
final class EndpointDescription implements GlobalOperationCustomizer, ModelConverter {
    private final JsonMapper json;

    EndpointDescription(JsonMapper json) {
        this.json = json;
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        Class<?> command = ResolvableType.forType(type.getType()).toClass();
        if (AnsweredBy.class.isAssignableFrom(command)) {
            Class<?> answer = SubmittedCommands.answerOf(command);
            Class<?> out = ResolvableType.forClass(answer).as(WithIndex.class).resolveGeneric(0);
            return context.resolve(new AnnotatedType(out == null ? answer : out).resolveAsRef(true));
        }
        return others.hasNext() ? others.next().resolve(type, context, others) : null;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        Sample[] samples = handler.getMethod().getAnnotationsByType(Sample.class);
        if (samples.length > 0) {
            operation.getRequestBody().getContent().values().forEach(content -> show(samples, content));
        }
        Class<?> command = handler.getReturnType().getParameterType();
        if (!AnsweredBy.class.isAssignableFrom(command)) {
            return operation;
        }
        operation.addParametersItem(new HeaderParameter()
                .name(Requests.KEY_HEADER)
                .required(true)
                .description(KeyHeader.MEANING)
                .schema(new StringSchema().pattern(KeyHeader.FORM)));
        if (Creates.class.isAssignableFrom(command)) {
            ApiResponse answer = operation.getResponses().remove("200");
            operation.getResponses().addApiResponse("201", answer.description("Created"));
        }
        if (Arrays.stream(handler.getMethodParameters())
                .anyMatch(one -> one.hasParameterAnnotation(IfMatch.class) && one.getParameterType() == Long.class)) {
            operation.getParameters().stream()
                    .filter(one -> HttpHeaders.IF_MATCH.equals(one.getName()))
                    .forEach(one -> one.required(false)
                            .description("The version that was read, in quotes; none before anything was recorded"));
        }
        return operation;
    }

    private void show(Sample[] samples, MediaType content) {
        for (Sample sample : samples) {
            Object document = json.readValue(sample.value(), Object.class);
            if (sample.name().isEmpty()) {
                content.setExample(document);
            } else {
                content.addExamples(sample.name(), new Example().value(document));
            }
        }
    }
}

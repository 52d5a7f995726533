package brightline.command.endpoint;

import brightline.command.submission.AnsweredBy;
import brightline.edge.problem.Faults;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the document of an endpoint that returns a command as Spring MVC reads any, and looks at it as a whole. */
final class DocumentArgument implements HandlerMethodArgumentResolver {
    private final HandlerMethodArgumentResolver reader;
    private final Documents documents;
    private final JsonMapper json;

    /** @param reader Spring MVC's own, of request bodies */
    DocumentArgument(HandlerMethodArgumentResolver reader, Documents documents, JsonMapper json) {
        this.reader = reader;
        this.documents = documents;
        this.json = json;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(RequestBody.class)
                && parameter.getMethod() != null
                && AnsweredBy.class.isAssignableFrom(parameter.getMethod().getReturnType())
                && AnnotationUtils.findAnnotation(parameter.getParameterType(), ReadBy.class) == null;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders)
            throws Exception {
        Object document;
        try {
            document = Objects.requireNonNull(reader.resolveArgument(parameter, container, web, binders));
        } catch (HttpMessageNotReadableException unread) {
            for (Throwable cause : Faults.chain(unread)) {
                if (cause instanceof JacksonException failure) {
                    throw documents.refusal(failure, sent(web), parameter.getParameterType());
                }
            }
            throw unread;
        }
        return documents.whole(document);
    }

    /** The door holds the body, so that it can be read once more. */
    private @Nullable JsonNode sent(NativeWebRequest web) throws IOException {
        try {
            return json.readTree(Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class))
                    .getInputStream());
        } catch (JacksonException noDocument) {
            return null;
        }
    }
}

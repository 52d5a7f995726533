package brightline.edge.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Refuses, before any controller reads it, what none can use: control characters and halves of characters in parameters and addresses,
 * which the database does not take, a query parameter that nobody would type, and a content type that names no type.
 */
final class PlainRequests implements HandlerInterceptor {
    /** Of one value in an address; a filter with every school of a large district is shorter. */
    private static final int LONGEST = 2_000;

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && !variables.values().stream().map(String::valueOf).allMatch(PlainRequests::isPlain)) {
            throw new ProblemException(Problem.notFound());
        }
        if (!namesAType(request.getContentType())) {
            throw new ProblemException(Problem.unsupportedMediaType());
        }
        boolean inAddress =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        request.getParameterMap().forEach((name, values) -> {
            if (!isPlain(name) || !Arrays.stream(values).allMatch(PlainRequests::isPlain)) {
                throw wrong("wrong-character", "a parameter holds a control character, or half of a character");
            }
            if (inAddress && Arrays.stream(values).anyMatch(value -> value != null && value.length() > LONGEST)) {
                throw wrong("too-long", "a parameter is longer than " + LONGEST + " characters");
            }
        });
        return true;
    }

    private static ProblemException wrong(String code, String reason) {
        return new ProblemException(Problem.invalid(List.of(new FieldProblem("", code, reason))));
    }

    /** Lines and tabs are for forms. */
    private static boolean isPlain(@Nullable String text) {
        // A name of a form without a value has none, not even an empty one.
        return text == null
                || text.codePoints()
                        .noneMatch(one -> one < ' ' && one != '\t' && one != '\n' && one != '\r'
                                || one == 0x7F
                                || Character.getType(one) == Character.SURROGATE);
    }

    private static boolean namesAType(@Nullable String contentType) {
        try {
            return contentType == null
                    || contentType.isEmpty()
                    || MediaType.parseMediaType(contentType).isConcrete();
        } catch (InvalidMediaTypeException _) {
            return false;
        }
    }
}

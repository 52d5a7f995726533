package brightline.command.endpoint;

import brightline.command.submission.Accepted;
import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Commands;
import brightline.command.submission.Creates;
import brightline.command.submission.Identified;
import brightline.command.submission.Requests;
import brightline.command.submission.Versioned;
import brightline.command.submission.WithIndex;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever command an endpoint returns is submitted by its sender, once per key, and answered: 201 with its place where it creates,
 * else 200, with the index, the receipt and, where what is answered has one, its version.
 */
final class SubmittedCommands implements HandlerMethodReturnValueHandler {
    private final Commands commands;
    private final SenderArgument senders;
    private final JsonMapper json;

    SubmittedCommands(Commands commands, SenderArgument senders, JsonMapper json) {
        this.commands = commands;
        this.senders = senders;
        this.json = json;
    }

    @Override
    public boolean supportsReturnType(MethodParameter type) {
        return AnsweredBy.class.isAssignableFrom(type.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object command, MethodParameter type, ModelAndViewContainer container, NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        Accepted<?> accepted = commands.send(
                Objects.requireNonNull(command),
                answerOf(command.getClass()),
                senders.of(web).request());
        HttpServletResponse response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        accepted.headers().forEach((name, values) -> response.setHeader(name, values.getFirst()));
        Object answer = accepted.answer();
        if (command instanceof Creates<?> creates) {
            response.setStatus(HttpStatus.CREATED.value());
            response.setHeader(HttpHeaders.LOCATION, place(creates, (Identified) answer, web));
        }
        if (answer instanceof Versioned versioned && versioned.version() != null) {
            response.setHeader(HttpHeaders.ETAG, Requests.etag(versioned.version()));
        }
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(
                response.getOutputStream(), answer instanceof WithIndex<?> with ? with.at(accepted.index()) : answer);
    }

    /** What is put stands where it was put; what is posted, one step below. */
    private static String place(Creates<?> command, Identified created, NativeWebRequest web) {
        HttpServletRequest http = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        return "PUT".equals(http.getMethod())
                ? http.getRequestURI()
                : command.below(http.getRequestURI()) + "/"
                        + UriUtils.encodePathSegment(created.id().toString(), StandardCharsets.UTF_8);
    }

    /** The type of the answer, as its handler gives it, that a type of commands declares. */
    static Class<?> answerOf(Class<?> command) {
        return Objects.requireNonNull(
                ResolvableType.forClass(command).as(AnsweredBy.class).resolveGeneric(0));
    }
}

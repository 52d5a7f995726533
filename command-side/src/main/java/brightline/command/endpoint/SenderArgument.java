package brightline.command.endpoint;

import brightline.command.submission.Requests;
import brightline.edge.access.CurrentActor;
import brightline.edge.clock.RecordingClock;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives endpoints, and what submits for them, the {@link Sender}: one for each request. */
final class SenderArgument implements HandlerMethodArgumentResolver {
    private static final String SENDER = SenderArgument.class.getName();

    private final Requests requests;
    private final RecordingClock clock;

    SenderArgument(Requests requests, RecordingClock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Sender.class;
    }

    @Override
    public Sender resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return of(request);
    }

    /** @throws brightline.edge.problem.ProblemException when there is no key, or none of the form of one */
    Sender of(NativeWebRequest web) {
        if (web.getAttribute(SENDER, RequestAttributes.SCOPE_REQUEST) instanceof Sender known) {
            return known;
        }
        CurrentActor actor = CurrentActor.required();
        HttpServletRequest http = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        var sender = new Sender(actor, requests.of(http, actor.username()), clock.instant());
        web.setAttribute(SENDER, sender, RequestAttributes.SCOPE_REQUEST);
        return sender;
    }
}

package brightline.edge.access;

import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.RequestPath;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.util.ServletRequestPathUtils;

/** How a request is turned away: machines get a problem, people the sign-in page or an error page. */
final class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {
    /** Not Basic: that would make a browser ask for a password in a window of its own. */
    private static final String CHALLENGE = "Bearer realm=\"brightline\"";

    private final RoutePolicy policy;
    private final FreshProofs proofs;
    private final PageToReturnTo pages;
    private final ProblemWriter writer;

    Refusals(RoutePolicy policy, FreshProofs proofs, PageToReturnTo pages, ProblemWriter writer) {
        this.policy = policy;
        this.proofs = proofs;
        this.pages = pages;
        this.writer = writer;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, @Nullable AuthenticationException failure)
            throws IOException {
        if (ProblemWriter.isForMachine(request)) {
            notSignedIn(response);
        } else {
            response.sendRedirect(request.getContextPath() + SignInPages.PATH);
        }
    }

    /** Answers 401, whatever was asked and by whom. */
    void notSignedIn(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
        writer.write(response, notSignedIn());
    }

    /** Answers 429, whatever was asked and by whom. */
    void later(HttpServletResponse response, SignInLater later) throws IOException {
        writer.write(response, later.problem());
    }

    static Problem notSignedIn() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "not-signed-in", "Not signed in")
                .withAction("Sign in, or send a valid API token.");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException failure)
            throws IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn)) {
            commence(request, response, null);
            return;
        }
        RequestPath path = ServletRequestPathUtils.parseAndCache(request);
        HttpMethod method = HttpMethod.valueOf(request.getMethod());
        RouteRule rule = policy.ruleFor(method, path.pathWithinApplication());
        if (failure instanceof CsrfException) {
            AccessLog.denied(signedIn, "csrf", rule);
            answer(
                    request,
                    response,
                    Problem.of(HttpStatus.FORBIDDEN, "csrf", "The request does not come from a page of this session")
                            .withAction("Load the page again and repeat."));
            return;
        }
        RoutePolicy.Decision decision =
                policy.decide(method, path.pathWithinApplication(), signedIn, proofs.isFresh(request, signedIn));
        AccessLog.denied(signedIn, decision.name(), rule);
        switch (decision) {
            case NO_SUCH_ROUTE -> answer(request, response, Problem.notFound());
            case NO_SUCH_METHOD -> {
                response.setHeader(
                        HttpHeaders.ALLOW, String.join(", ", policy.methodsOf(path.pathWithinApplication())));
                answer(
                        request,
                        response,
                        Problem.of(
                                HttpStatus.METHOD_NOT_ALLOWED,
                                "method-not-allowed",
                                "This method is not offered here"));
            }
            case NOT_BY_TOKEN ->
                answer(
                        request,
                        response,
                        Problem.of(HttpStatus.FORBIDDEN, "not-by-token", "This token may not do this")
                                .withAction(
                                        "Sign in as a person, or use a token with the scope that this address needs."));
            case STEP_UP_NEEDED -> stepUp(request, response);
            case ALLOWED, NOT_SIGNED_IN, FORBIDDEN -> answer(request, response, Problem.forbidden());
        }
    }

    /** Pages come back to where one was; what a form of a page sent is asked for anew there. */
    private void stepUp(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (ProblemWriter.isForMachine(request)) {
            writer.write(response, stepUpNeeded());
            return;
        }
        pages.keep(request, response);
        response.sendRedirect(request.getContextPath() + OwnProof.PATH);
    }

    static Problem stepUpNeeded() {
        return Problem.of(HttpStatus.FORBIDDEN, "step-up-needed", "Confirm first that it is you")
                .withAction("Give your password or code at " + OwnProof.PATH + ", then send this again.");
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (ProblemWriter.isForMachine(request)) {
            writer.write(response, problem);
        } else {
            response.sendError(problem.status());
        }
    }
}

package brightline.edge.door;

import brightline.edge.problem.Faults;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Stands behind the sign-in, before a worker is asked for: reads the body of whoever was let through, so that no worker waits
 * for it. A form with files is read at its own route alone, later. From here until it is answered a request counts as one of its account.
 */
final class BodyReading extends OncePerRequestFilter {
    private final AtOnce requestsOfAccount;

    BodyReading(DoorProperties properties) {
        this.requestsOfAccount = new AtOnce(properties.requestsPerAccount(), DoorProblems::tooManyRequests);
    }

    /** @throws ProblemException 413, 408, 415, or 429 where too many of one account are under way */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String account = request.getRemoteUser();
        if (account == null) {
            read(request, response, chain);
        } else {
            request.setAttribute(Faults.SIGNED_IN, true);
            requestsOfAccount.run(account, () -> read(request, response, chain));
        }
    }

    private static void read(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        GuardedBody body = WebUtils.getNativeRequest(request, GuardedBody.class);
        if (body != null) {
            if (BodyGate.isMultipart(request)) {
                throw new ProblemException(Problem.unsupportedMediaType());
            }
            body.bytes();
        }
        chain.doFilter(request, response);
    }
}

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
 * for it. A form with files is read at its own route alone, later.
 */
final class BodyReading extends OncePerRequestFilter {
    /** @throws ProblemException 413, 408 or 415 */
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRemoteUser() != null) {
            request.setAttribute(Faults.SIGNED_IN, true);
        }
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

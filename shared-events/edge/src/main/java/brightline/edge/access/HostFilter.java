package brightline.edge.access;

import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Turns away what was not sent to one of our {@link HostNames}, unread: a foreign name decides nothing here. */
final class HostFilter extends OncePerRequestFilter {
    private final HostNames names;
    private final ProblemWriter writer;

    HostFilter(HostNames names, ProblemWriter writer) {
        this.names = names;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean one = Collections.list(request.getHeaders(HttpHeaders.HOST)).size() == 1;
        if (one && names.include(request.getServerName(), request.getLocalAddr())) {
            chain.doFilter(request, response);
        } else {
            writer.write(response, misdirected());
        }
    }

    static Problem misdirected() {
        return Problem.of(
                        HttpStatus.MISDIRECTED_REQUEST,
                        "misdirected-request",
                        "This installation does not go by that name")
                .withAction(
                        "Use the address you were given. Who keeps the installation adds a name with brightline.hosts.");
    }
}

package brightline.edge.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers every exception of every controller, before the framework's own resolvers, whose log lines and error pages repeat
 * the exception's message. Machines get the problem, people the error page of its status.
 */
final class ProblemResolver implements HandlerExceptionResolver, Ordered {
    private final ProblemTable table;
    private final ProblemWriter writer;

    ProblemResolver(ProblemTable table, ProblemWriter writer) {
        this.table = table;
        this.writer = writer;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        Problem problem = table.problemFor(failure);
        if (Faults.isOurs(problem, failure)) {
            Faults.log(request, problem, failure);
        }
        try {
            if (!response.isCommitted()) {
                answer(request, response, failure, problem);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Exception failure, Problem problem)
            throws IOException {
        String allowed = ProblemTable.allowed(failure);
        if (allowed != null) {
            response.setHeader(HttpHeaders.ALLOW, allowed);
        }
        writer.answer(request, response, problem);
    }
}

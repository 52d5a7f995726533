package brightline.edge.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The outermost filter: gives each request an id, for its log lines and its answer, and lets no exception through to the
 * servlet container, which would print its message.
 */
public final class RequestIdFilter extends OncePerRequestFilter {
    /** The header that carries the id, both ways. */
    public static final String HEADER = "X-Request-Id";

    /** The id's key in the logging context. */
    public static final String MDC_KEY = "requestId";

    private static final Pattern ACCEPTED = Pattern.compile("[!-~]{1,64}");

    private final ProblemTable table;
    private final ProblemWriter writer;

    RequestIdFilter(ProblemTable table, ProblemWriter writer) {
        this.table = table;
        this.writer = writer;
    }

    /** The id of the request being answered by this thread; null outside a request. */
    public static @Nullable String current() {
        return MDC.get(MDC_KEY);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        String id = idOf(request);
        request.setAttribute(MDC_KEY, id);
        MDC.put(MDC_KEY, id);
        try {
            response.setHeader(HEADER, id);
            chain.doFilter(request, response);
        } catch (Exception failure) {
            Problem problem = table.problemFor(failure);
            if (Faults.isOurs(problem, failure)) {
                Faults.log(request, problem, failure);
            }
            if (!response.isCommitted()) {
                writer.answer(request, response, problem);
            }
        } finally {
            MDC.remove(MDC_KEY);
        }
    }

    private static String idOf(HttpServletRequest request) {
        if (request.getAttribute(MDC_KEY) instanceof String known) {
            return known;
        }
        String sent = request.getHeader(HEADER);
        return sent != null && ACCEPTED.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
    }
}

package brightline.edge.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/** Writes a problem as an answer, from wherever the request was stopped: a filter, the sign-in, a controller. */
public final class ProblemWriter {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Whether this request's errors are problem details rather than pages: everything under {@code /api}, {@code /actuator}
     * and {@code /v3}, and whoever asks for JSON and not for HTML.
     */
    public static boolean isForMachine(HttpServletRequest request) {
        return isForMachine(
                request,
                request.getRequestURI().substring(request.getContextPath().length()));
    }

    static boolean isForMachine(HttpServletRequest request, String path) {
        if (path.startsWith("/api/")
                || path.startsWith("/actuator")
                || path.startsWith("/v3/")
                || path.equals("/api")) {
            return true;
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept == null) {
            return false;
        }
        String accepted = accept.toLowerCase(Locale.ROOT);
        return accepted.contains("json") && !accepted.contains("text/html");
    }

    /** Answers machines with the problem, and people with the error page of its status. */
    public void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (isForMachine(request)) {
            write(response, problem);
            return;
        }
        ErrorPages.show(request, response, problem);
    }

    /** Answers with the problem; does nothing when an answer is already on its way. */
    public void write(HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE.toString());
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        sayWhenAgain(response, problem);
        response.getOutputStream().write(JSON.writeValueAsBytes(problem));
    }

    static void sayWhenAgain(HttpServletResponse response, Problem problem) {
        if (problem.retryAfter() != null) {
            response.setHeader(
                    HttpHeaders.RETRY_AFTER, Long.toString(problem.retryAfter().toSeconds()));
        }
    }
}

package brightline.edge.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where the servlet container sends what went wrong. Shows the template {@code error/<status>}, {@code error/4xx} or {@code
 * error/5xx} with {@code status}, {@code title}, {@code detail}, {@code action} and {@code requestId}; a bare page when there
 * is none.
 */
@Controller
@RequestMapping("${spring.web.error.path:/error}")
final class ErrorPages implements ErrorController {
    private static final String PROBLEM = ErrorPages.class.getName() + ".problem";

    private final List<ErrorViewResolver> views;
    private final ProblemWriter writer;

    ErrorPages(List<ErrorViewResolver> views, ProblemWriter writer) {
        this.views = List.copyOf(views);
        this.writer = writer;
    }

    /** Leaves the request to its error page, and says in the header when to come again. */
    static void show(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        request.setAttribute(PROBLEM, problem);
        ProblemWriter.sayWhenAgain(response, problem);
        response.sendError(problem.status());
    }

    @RequestMapping
    @Nullable
    ModelAndView error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Problem problem = problemOf(request);
        String path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String uri
                ? uri.substring(Math.min(uri.length(), request.getContextPath().length()))
                : "";
        if (ProblemWriter.isForMachine(request, path)) {
            writer.write(response, problem);
            return null;
        }
        HttpStatus status = HttpStatus.valueOf(problem.status());
        response.setStatus(status.value());
        for (ErrorViewResolver resolver : views) {
            ModelAndView view = resolver.resolveErrorView(request, status, model(problem));
            if (view != null) {
                return view;
            }
        }
        barePage(response, problem);
        return null;
    }

    private static Problem problemOf(HttpServletRequest request) {
        if (request.getAttribute(PROBLEM) instanceof Problem problem) {
            return problem;
        }
        return ProblemTable.ofStatus(
                request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
                        ? status
                        : HttpStatus.NOT_FOUND.value());
    }

    private static Map<String, Object> model(Problem problem) {
        Map<String, Object> model = new HashMap<>();
        model.put("status", problem.status());
        model.put("title", problem.title());
        model.put("detail", problem.detail() == null ? "" : problem.detail());
        model.put("action", problem.action() == null ? "" : problem.action());
        String id = RequestIdFilter.current();
        model.put("requestId", id == null ? "" : id);
        return model;
    }

    private static void barePage(HttpServletResponse response, Problem problem) throws IOException {
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        String said = paragraph(problem.detail()) + paragraph(problem.action());
        response.getWriter().write("""
                        <!doctype html>
                        <html lang="en"><head><title>%1$s</title></head>
                        <body><main><h1>%1$s</h1>%2$s<p>Status %3$d</p></main></body></html>
                        """.formatted(problem.title(), said, problem.status()));
    }

    private static String paragraph(@Nullable String words) {
        return words == null ? "" : "<p>" + words + "</p>";
    }
}

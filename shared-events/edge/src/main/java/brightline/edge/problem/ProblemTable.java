package brightline.edge.problem;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.IncorrectResultSizeDataAccessException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.transaction.TransactionException;
import org.springframework.validation.BindException;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import tools.jackson.core.JacksonException;

/** Which exception is which problem: the one table of it. An exception that nobody knows is our fault, and says nothing. */
final class ProblemTable {
    private static final Duration SOON = Duration.ofSeconds(2);

    private final List<ProblemSource> sources;

    ProblemTable(List<ProblemSource> sources) {
        this.sources = List.copyOf(sources);
    }

    /** The problem for what stopped a request; {@link #internal()} when it is nobody's. */
    Problem problemFor(Throwable failure) {
        List<Throwable> chain = Faults.chain(failure);
        for (Throwable t : chain) {
            Problem problem = stated(t);
            if (problem != null) {
                return problem;
            }
        }
        for (Throwable t : chain) {
            Problem problem = ofStorage(t);
            if (problem != null) {
                return problem;
            }
        }
        Problem problem = ofWeb(failure);
        return problem == null ? internal() : problem;
    }

    private @Nullable Problem stated(Throwable failure) {
        for (ProblemSource source : sources) {
            Problem problem = source.problemFor(failure);
            if (problem != null) {
                return problem;
            }
        }
        return switch (failure) {
            case ProblemException known -> known.problem();
            case RuleRefusal refusal -> Problem.refused(refusal);
            case MaxUploadSizeExceededException _ -> Problem.bodyTooLarge();
            case InvalidParameterException _ -> malformedParameters();
            default -> null;
        };
    }

    private static @Nullable Problem ofStorage(Throwable failure) {
        return switch (failure) {
            case DataIntegrityViolationException _,
                    InvalidDataAccessResourceUsageException _,
                    InvalidDataAccessApiUsageException _,
                    IncorrectResultSizeDataAccessException _ -> internal();
            case DataAccessException _, TransactionException _ -> Problem.unavailable(SOON);
            case SQLException sql when isUnavailable(sql.getSQLState()) -> Problem.unavailable(SOON);
            default -> null;
        };
    }

    /** SQLSTATE classes of a server that is gone, full, stopping, or made us wait: not of a wrong statement. */
    private static boolean isUnavailable(@Nullable String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("40")
                        || state.startsWith("53")
                        || state.startsWith("55")
                        || state.startsWith("57")
                        || state.startsWith("58"));
    }

    private static @Nullable Problem ofWeb(Throwable failure) {
        return switch (failure) {
            case HttpMessageNotReadableException unread -> unreadable(unread);
            case MethodArgumentTypeMismatchException mismatch -> mismatch(mismatch);
            case MissingRequestHeaderException missing -> missingHeader(missing.getHeaderName());
            case MissingServletRequestParameterException missing ->
                Problem.invalid(List.of(
                        new FieldProblem("?" + missing.getParameterName(), "missing-parameter", "must be given")));
            case MissingServletRequestPartException missing ->
                Problem.invalid(
                        List.of(new FieldProblem("/" + missing.getRequestPartName(), "missing-part", "must be given")));
            case HandlerMethodValidationException invalid -> invalid(invalid);
            case BindException invalid -> invalid(invalid.getBindingResult());
            case MultipartException _ ->
                Problem.of(HttpStatus.BAD_REQUEST, "malformed-multipart", "The form with its file cannot be read")
                        .withAction("Send it as multipart/form-data, whole, with a boundary.");
            case RequestRejectedException _ ->
                Problem.of(HttpStatus.BAD_REQUEST, "malformed-request", "The request holds characters it must not hold")
                        .withAction("Leave out control characters and malformed escapes.");
            case HttpRequestMethodNotSupportedException _ -> methodNotAllowed();
            case HttpMediaTypeNotSupportedException _ -> Problem.unsupportedMediaType();
            case HttpMediaTypeNotAcceptableException _ ->
                Problem.of(HttpStatus.NOT_ACCEPTABLE, "not-acceptable", "None of the accepted types is offered here")
                        .withAction("Accept application/json, or what the description of this resource names.");
            case AccessDeniedException _ -> Problem.forbidden();
            case AuthenticationServiceException _ -> Problem.unavailable(SOON);
            case ErrorResponse response -> ofStatus(response.getStatusCode().value());
            default -> null;
        };
    }

    private static Problem unreadable(HttpMessageNotReadableException unread) {
        for (Throwable t : Faults.chain(unread)) {
            if (t instanceof JacksonException json) {
                return JsonProblems.of(json);
            }
        }
        return Problem.of(HttpStatus.BAD_REQUEST, "missing-body", "The request has no body that can be read")
                .withAction("Send a JSON document.");
    }

    private static Problem mismatch(MethodArgumentTypeMismatchException mismatch) {
        MethodParameter parameter = mismatch.getParameter();
        if (parameter.hasParameterAnnotation(PathVariable.class)) {
            return Problem.notFound();
        }
        String pointer = parameter.hasParameterAnnotation(RequestHeader.class) ? "" : "?" + mismatch.getName();
        return Problem.invalid(List.of(new FieldProblem(
                pointer, "wrong-value", "The value of " + mismatch.getName() + " is not of the form it must have")));
    }

    private static Problem invalid(HandlerMethodValidationException invalid) {
        List<FieldProblem> errors = new ArrayList<>();
        invalid.getParameterValidationResults().forEach(result -> {
            String name = result.getMethodParameter().getParameterName();
            for (MessageSourceResolvable error : result.getResolvableErrors()) {
                String pointer = error instanceof FieldError field ? pointer(field.getField()) : "?" + name;
                errors.add(new FieldProblem(pointer, constraint(error), "does not keep its constraint"));
            }
        });
        return Problem.invalid(errors);
    }

    private static Problem invalid(BindingResult result) {
        return Problem.invalid(result.getAllErrors().stream()
                .map(error -> new FieldProblem(
                        error instanceof FieldError field ? pointer(field.getField()) : "",
                        constraint(error),
                        "does not keep its constraint"))
                .toList());
    }

    /** {@code students[0].role} as {@code /students/0/role}. */
    private static String pointer(String field) {
        return "/" + field.replace("]", "").replace('[', '/').replace('.', '/');
    }

    private static String constraint(MessageSourceResolvable error) {
        String[] codes = error.getCodes();
        String last = codes == null || codes.length == 0 ? TypeMismatchException.ERROR_CODE : codes[codes.length - 1];
        return last.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** The problem for a status that something decided without saying why. */
    static Problem ofStatus(int status) {
        return switch (status) {
            case 401 -> notSignedIn();
            case 403 -> Problem.forbidden();
            case 404 -> Problem.notFound();
            case 405 -> methodNotAllowed();
            case 413 -> Problem.bodyTooLarge();
            case 503 -> Problem.unavailable(SOON);
            default -> {
                HttpStatus known = HttpStatus.resolve(status);
                yield known == null || known.is5xxServerError()
                        ? internal()
                        : Problem.of(known, "http-" + status, known.getReasonPhrase());
            }
        };
    }

    static Problem notSignedIn() {
        return Problem.of(HttpStatus.UNAUTHORIZED, "not-signed-in", "Not signed in")
                .withAction("Sign in, or send a valid API token.");
    }

    static Problem missingHeader(String header) {
        return Problem.of(HttpStatus.BAD_REQUEST, "missing-header", "A header is missing")
                .withDetail("The header " + header + " must be sent.");
    }

    static Problem methodNotAllowed() {
        return Problem.of(HttpStatus.METHOD_NOT_ALLOWED, "method-not-allowed", "This method is not offered here");
    }

    private static Problem malformedParameters() {
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed-parameters", "The parameters cannot be read")
                .withAction("Send fewer of them, percent-encoded in UTF-8.");
    }

    static Problem bodyBeyondLimits(String place) {
        return Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "body-beyond-limits",
                        "The body nests too deep or holds a value too long")
                .withDetail("Reading stopped" + place + ".")
                .withAction("Send shorter texts, numbers and names, and flatter objects.");
    }

    /** Our fault. What it was is in the log, under the request's id. */
    static Problem internal() {
        return Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal", "The fault is ours")
                .withAction("Tell the operator the request id.")
                .withRequestId(RequestIdFilter.current());
    }

    /** The methods a refused request could have used, for the Allow header; null when unknown. */
    static @Nullable String allowed(Throwable failure) {
        if (!(failure instanceof HttpRequestMethodNotSupportedException refused)) {
            return null;
        }
        String[] methods = refused.getSupportedMethods();
        return methods == null || methods.length == 0 ? null : String.join(", ", methods);
    }
}

package brightline.edge.problem;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Problem details as of RFC 9457. Nothing in here quotes the request or an exception: what was sent may be about a child.
 *
 * @param type {@code urn:brightline:problem:<code>}
 * @param title short, the same for every occurrence of this type
 * @param status the HTTP status
 * @param detail what happened this time; null when the title says it all
 * @param action what the caller can do about it; null when nothing
 * @param source where the rule is written; null when no rule was broken
 * @param errors what is wrong with which field; empty when the problem is not with fields
 * @param requestId what to quote to an operator; null unless the fault is ours
 * @param retryAfter when to try again, sent as a header; null when trying again is no use
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        @Nullable String action,
        @Nullable String source,
        List<FieldProblem> errors,
        @Nullable String requestId,
        @JsonIgnore @Nullable Duration retryAfter) {
    /** What every problem type starts with. */
    public static final String TYPE_PREFIX = "urn:brightline:problem:";

    /** The media type of a problem. */
    public static final MediaType MEDIA_TYPE = MediaType.APPLICATION_PROBLEM_JSON;

    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem with a code and a title, and nothing else yet. */
    public static Problem of(HttpStatus status, String code, String title) {
        return new Problem(TYPE_PREFIX + code, title, status.value(), null, null, null, List.of(), null, null);
    }

    /** Something asked for does not exist, or may not be seen: the two look alike. */
    public static Problem notFound() {
        return of(HttpStatus.NOT_FOUND, "not-found", "Not found")
                .withAction("Check the address. What you may not see is not found either.");
    }

    /** The account's role has no business here. */
    public static Problem forbidden() {
        return of(HttpStatus.FORBIDDEN, "forbidden", "This account's role may not do this");
    }

    /** The request is understood but its fields are not right. */
    public static Problem invalid(List<FieldProblem> errors) {
        return of(HttpStatus.BAD_REQUEST, "invalid-request", "The request has fields that are not right")
                .withAction("Correct the fields named in errors and send again.")
                .withErrors(errors);
    }

    /** A rule refuses what was asked. */
    public static Problem refused(RuleRefusal refusal) {
        return new Problem(
                TYPE_PREFIX + refusal.code(),
                refusal.title(),
                HttpStatus.CONFLICT.value(),
                null,
                refusal.action(),
                refusal.source(),
                refusal.errors(),
                null,
                null);
    }

    /** Something we need does not answer just now. */
    public static Problem unavailable(Duration retryAfter) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, "unavailable", "Not available just now")
                .withAction("Send the same request again with the same Idempotency-Key.")
                .withRetryAfter(retryAfter);
    }

    /** The body is longer than is read. */
    public static Problem bodyTooLarge() {
        return of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "The body is larger than is read here")
                .withAction("Send less at once.");
    }

    /** The body is of a type that is not read. */
    public static Problem unsupportedMediaType() {
        return of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", "This content type is not read here")
                .withAction("Send application/json, or what the description of this resource names.");
    }

    /** The code at the end of the type. */
    public String code() {
        return type.substring(TYPE_PREFIX.length());
    }

    public Problem withDetail(String newDetail) {
        return new Problem(type, title, status, newDetail, action, source, errors, requestId, retryAfter);
    }

    public Problem withAction(String newAction) {
        return new Problem(type, title, status, detail, newAction, source, errors, requestId, retryAfter);
    }

    public Problem withSource(String newSource) {
        return new Problem(type, title, status, detail, action, newSource, errors, requestId, retryAfter);
    }

    public Problem withErrors(List<FieldProblem> newErrors) {
        return new Problem(type, title, status, detail, action, source, newErrors, requestId, retryAfter);
    }

    public Problem withRequestId(@Nullable String newRequestId) {
        return new Problem(type, title, status, detail, action, source, errors, newRequestId, retryAfter);
    }

    public Problem withRetryAfter(Duration newRetryAfter) {
        return new Problem(type, title, status, detail, action, source, errors, requestId, newRetryAfter);
    }
}

package brightline.command.submission;

import brightline.edge.door.ReceivedBody;
import brightline.edge.keys.KeyedMac;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a submission is from its HTTP request. */
public final class Requests {
    /** The header with the client's key. */
    public static final String KEY_HEADER = "Idempotency-Key";

    /** How If-Match and ETag write a version. */
    public static final String VERSION_FORM = "^\"(0|[1-9][0-9]{0,17})\"$";

    private static final Pattern KEY = Pattern.compile(KeyHeader.FORM);
    private static final Pattern VERSION = Pattern.compile(VERSION_FORM);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KeyedMac mac;

    Requests(KeyedMac mac) {
        this.mac = mac;
    }

    /**
     * The submission an HTTP request makes. Two bodies that read alike are the same.
     *
     * @param actor the account's user name
     * @throws brightline.edge.problem.ProblemException when there is no key or it is not of the form of one
     */
    public Request of(HttpServletRequest http, String actor) {
        byte[] body = ReceivedBody.of(http);
        return request(http, actor, SortedJson.of(body), () -> FirstReading.of(address(http), body));
    }

    /**
     * The submission of an HTTP request whose body is no JSON.
     *
     * @param actor the account's user name
     * @param description what the body says, without anything random in it
     * @throws brightline.edge.problem.ProblemException when there is no key or it is not of the form of one
     */
    public Request described(HttpServletRequest http, String actor, Object description) {
        String json = JSON.writeValueAsString(description);
        return request(http, actor, SortedJson.of(json.getBytes(StandardCharsets.UTF_8)), () -> Stream.of(json));
    }

    private static String address(HttpServletRequest http) {
        return http.getMethod() + " " + http.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    }

    /** @param first the body as earlier releases may have read it */
    private Request request(HttpServletRequest http, String actor, String body, Supplier<Stream<String>> first) {
        List<String> keys = Collections.list(http.getHeaders(KEY_HEADER));
        if (keys.isEmpty()) {
            throw SubmissionProblem.keyMissing();
        }
        String key = keys.getFirst();
        if (keys.size() > 1 || !KEY.matcher(key).matches()) {
            throw SubmissionProblem.keyMalformed();
        }
        UnaryOperator<String> content = read -> mac.of(http.getMethod(), http.getRequestURI(), ifMatch(http), read);
        return new Request(
                actor,
                key,
                new Content(content.apply(body), () -> first.get().map(content).collect(Collectors.toSet())));
    }

    /**
     * The version that the sender of an edit saw.
     *
     * @return null where the sender saw none
     * @throws brightline.edge.problem.ProblemException when there is something else than one strong version (400)
     */
    public static @Nullable Long versionSeen(HttpServletRequest http) {
        String seen = http.getHeader(HttpHeaders.IF_MATCH);
        if (seen == null || seen.isBlank()) {
            return null;
        }
        Matcher version = VERSION.matcher(seen.strip());
        if (!version.matches()) {
            throw SubmissionProblem.versionMalformed();
        }
        return Long.valueOf(version.group(1));
    }

    /** The version as ETag holds it. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    private static String ifMatch(HttpServletRequest http) {
        @Nullable String seen = http.getHeader(HttpHeaders.IF_MATCH);
        return seen == null ? "" : seen.strip();
    }
}

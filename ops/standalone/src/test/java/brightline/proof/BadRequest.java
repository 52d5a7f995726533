package brightline.proof;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request that should be refused.
 *
 * @param token null for none
 * @param body empty for none
 * @param status that must come; 0 for any that says the request is wrong
 * @param pointer of the field that must be named; null where there is none
 * @param code that must be said; null for any
 */
record BadRequest(
        String what,
        String method,
        String path,
        @Nullable String token,
        byte[] body,
        Map<String, String> headers,
        int status,
        @Nullable String pointer,
        @Nullable String code) {
    BadRequest {
        what = what.replaceAll("[^ -~]", "?");
    }

    BadRequest with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new BadRequest(what, method, path, token, body, more, status, pointer, code);
    }

    BadRequest without(String header) {
        Map<String, String> fewer = new HashMap<>(headers);
        fewer.remove(header);
        return new BadRequest(what, method, path, token, body, fewer, status, pointer, code);
    }

    /** A request with the headers a good one has. @param body JSON; null for none */
    static BadRequest request(
            String what,
            String method,
            String path,
            @Nullable String token,
            @Nullable String body,
            int status,
            @Nullable String pointer,
            @Nullable String code) {
        return new BadRequest(
                what,
                method,
                path,
                token,
                body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8),
                usualHeaders(),
                status,
                pointer,
                code);
    }

    /** The headers of a good request. */
    static Map<String, String> usualHeaders() {
        return Map.of(
                "Content-Type",
                "application/json",
                "Accept",
                "application/json, application/problem+json",
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }
}

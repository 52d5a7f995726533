package brightline.edge.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.WebUtils;

/**
 * Those whose password was right and whose code is still to come: kept in memory for five minutes, known by a cookie of 256 random
 * bits. It is no session and opens nothing but the form of the code.
 */
public final class HalfSignedIn {
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final int MANY = 10_000;
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Whose password was right, and which. */
    record Half(UUID accountId, int credentialVersion) {}

    private final OwnCookie cookie;
    private final Cache<String, Half> halves;

    HalfSignedIn(OwnCookie cookie, Ticker ticker) {
        this.cookie = cookie;
        this.halves = Caffeine.newBuilder()
                .expireAfterWrite(LIFETIME)
                .maximumSize(MANY)
                .ticker(ticker)
                .build();
    }

    /** Begins; what this browser had begun before is over. */
    void begin(HttpServletRequest request, HttpServletResponse response, Account account) {
        forget(request);
        byte[] random = new byte[BYTES];
        RANDOM.nextBytes(random);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        halves.put(id, new Half(account.id(), account.credentialVersion()));
        set(response, id, LIFETIME);
    }

    /** Whether the browser may give a code. */
    public boolean isBegun(HttpServletRequest request) {
        return of(request) != null;
    }

    /** Whose code is awaited from this browser; null when nobody's is, or no more. */
    @Nullable
    Half of(HttpServletRequest request) {
        Cookie sent = WebUtils.getCookie(request, cookie.name());
        return sent == null ? null : halves.getIfPresent(sent.getValue());
    }

    /** Ends it. */
    void end(HttpServletRequest request, HttpServletResponse response) {
        forget(request);
        set(response, "", Duration.ZERO);
    }

    private void forget(HttpServletRequest request) {
        Cookie sent = WebUtils.getCookie(request, cookie.name());
        if (sent != null) {
            halves.invalidate(sent.getValue());
        }
    }

    private void set(HttpServletResponse response, String value, Duration lifetime) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.with(value, lifetime).toString());
    }
}

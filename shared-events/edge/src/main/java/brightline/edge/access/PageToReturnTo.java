package brightline.edge.access;

import brightline.edge.problem.ProblemWriter;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;
import org.springframework.web.util.WebUtils;

/** The page that was asked for before sign-in, to be returned to after it: a path of ours in a cookie, for a quarter of an hour. */
final class PageToReturnTo implements RequestCache {
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final int LONGEST = 2_000;
    private static final Pattern LOCAL = Pattern.compile("/(?!/)[!-\\[\\]-~]*");

    private final OwnCookie cookie;

    PageToReturnTo(OwnCookie cookie) {
        this.cookie = cookie;
    }

    /** Only pages are returned to: no data, and nothing that was sent. */
    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        if (!request.getMethod().equals(HttpMethod.GET.name())
                || ProblemWriter.isForMachine(request)
                || request.getRequestURI().indexOf('.') >= 0) {
            return;
        }
        keep(request, response);
    }

    /** The page at this address, whatever was sent to it. */
    void keep(HttpServletRequest request, HttpServletResponse response) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String page = request.getQueryString() == null ? path : path + "?" + request.getQueryString();
        if (!page.equals("/") && isLocal(page)) {
            set(
                    response,
                    Base64.getUrlEncoder().withoutPadding().encodeToString(page.getBytes(StandardCharsets.US_ASCII)),
                    LIFETIME);
        }
    }

    /** Asked once, after sign-in. */
    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        Cookie sent = WebUtils.getCookie(request, cookie.name());
        if (sent == null) {
            return null;
        }
        removeRequest(request, response);
        String page = decoded(sent.getValue());
        return isLocal(page) ? new SimpleSavedRequest(page) : null;
    }

    /** The page is asked for anew, and its request is as good as the first one. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        set(response, "", Duration.ZERO);
    }

    private void set(HttpServletResponse response, String value, Duration lifetime) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.with(value, lifetime).toString());
    }

    private static String decoded(String value) {
        try {
            return new String(Base64.getUrlDecoder().decode(value), StandardCharsets.US_ASCII);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private static boolean isLocal(String page) {
        return page.length() <= LONGEST && LOCAL.matcher(page).matches();
    }
}

package brightline.edge.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/**
 * Keeps the token that a page's forms and scripts must send back: in the session of who has one, else in a cookie, so that
 * looking at the sign-in page opens no session.
 */
final class FormTokens implements CsrfTokenRepository {
    private static final String HEADER = "X-CSRF-TOKEN";

    private final CsrfTokenRepository inSession = new HttpSessionCsrfTokenRepository();
    private final CookieCsrfTokenRepository inCookie = new CookieCsrfTokenRepository();

    FormTokens(OwnCookie cookie) {
        inCookie.setCookieName(cookie.name());
        inCookie.setHeaderName(HEADER);
        inCookie.setCookieCustomizer(cookie::complete);
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return place(request).generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        place(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return place(request).loadToken(request);
    }

    private CsrfTokenRepository place(HttpServletRequest request) {
        return request.getSession(false) == null ? inCookie : inSession;
    }
}

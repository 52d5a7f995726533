package brightline.edge.access;

import java.time.Duration;
import org.springframework.http.ResponseCookie;

/** A cookie that no script reads and that goes to nobody's request but our own pages'. */
record OwnCookie(String name, boolean tls) {
    /** @param tls whether browsers reach us over TLS: no other host can set the cookie then */
    static OwnCookie of(String what, boolean tls) {
        return new OwnCookie((tls ? "__Host-" : "") + "brightline" + what, tls);
    }

    void complete(ResponseCookie.ResponseCookieBuilder cookie) {
        cookie.path("/").httpOnly(true).sameSite("Strict");
        if (tls) {
            cookie.secure(true);
        }
    }

    ResponseCookie with(String value, Duration lifetime) {
        ResponseCookie.ResponseCookieBuilder cookie =
                ResponseCookie.from(name, value).maxAge(lifetime);
        complete(cookie);
        return cookie.build();
    }
}

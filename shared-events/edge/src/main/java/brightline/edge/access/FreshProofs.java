package brightline.edge.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.InstantSource;

/** When sessions last showed who they belong to: at sign-in, and whenever that was confirmed. */
final class FreshProofs {
    private static final String SHOWN_AT = FreshProofs.class.getName();

    private final Duration lasts;
    private final InstantSource clock;

    /** @param lasts how long what was shown is fresh */
    FreshProofs(Duration lasts, InstantSource clock) {
        this.lasts = lasts;
        this.clock = clock;
    }

    /** It is shown now. */
    void shown(HttpSession session) {
        session.setAttribute(SHOWN_AT, clock.millis());
    }

    /** Whether it was shown lately. A token and a password are shown with each request that carries them. */
    boolean isFresh(HttpServletRequest request, SignedIn signedIn) {
        if (signedIn.means() != SignedIn.Means.SESSION) {
            return true;
        }
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(SHOWN_AT) instanceof Long shownAt
                && clock.millis() - shownAt < lasts.toMillis();
    }
}

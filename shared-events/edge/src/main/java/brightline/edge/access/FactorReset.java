package brightline.edge.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the owner of an account is told once after signing in: a system administrator removed the second factor. */
public record FactorReset(Instant at) {
    private static final String ATTRIBUTE = FactorReset.class.getName();

    /** Leaves it for the first page of the session. */
    void tell(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    /** What is to be told on the page being made; null when nothing is, or it was told already. */
    public static @Nullable FactorReset toTell(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof FactorReset told)) {
            return null;
        }
        session.removeAttribute(ATTRIBUTE);
        return told;
    }
}

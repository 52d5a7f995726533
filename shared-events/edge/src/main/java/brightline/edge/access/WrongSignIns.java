package brightline.edge.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of an account is told once after signing in: passwords and codes that were not right since the last time.
 *
 * @param tries how many, codes among them
 * @param codes how many of them were wrong codes: whoever tried had the password, or an open session
 * @param lastAt when the last was
 * @param elsewhere whether any came from where the account was not signed in from lately
 */
public record WrongSignIns(int tries, int codes, Instant lastAt, boolean elsewhere) {
    private static final String ATTRIBUTE = WrongSignIns.class.getName();

    /** Leaves it for the first page of the session. */
    void tell(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    /** What is to be told on the page being made; null when nothing is, or it was told already. */
    public static @Nullable WrongSignIns toTell(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof WrongSignIns told)) {
            return null;
        }
        session.removeAttribute(ATTRIBUTE);
        return told;
    }
}

package brightline.edge.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of an account is told after signing in: that somebody else gave it another password, when and who. All of the last thirty
 * days are told whenever one is new: whoever signed in with one of them was told of it, and need not have been the owner.
 *
 * @param resets the newest first
 */
public record PasswordResets(List<Reset> resets) implements Serializable {
    private static final String ATTRIBUTE = PasswordResets.class.getName();

    /** One of them. @param by user name of the account that did it; null where the installation did */
    public record Reset(Instant at, @Nullable String by) implements Serializable {}

    public PasswordResets {
        resets = List.copyOf(resets);
    }

    /** Leaves it for the first page of the session. */
    void tell(HttpSession session) {
        session.setAttribute(ATTRIBUTE, this);
    }

    /** What is to be told on the page being made; null when nothing is, or it was told already. */
    public static @Nullable PasswordResets toTell(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof PasswordResets told)) {
            return null;
        }
        session.removeAttribute(ATTRIBUTE);
        return told;
    }
}

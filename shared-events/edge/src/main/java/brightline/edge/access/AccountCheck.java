package brightline.edge.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at the account behind every request again: a closed account or a changed password ends its session, a changed role
 * acts in it, and no session outlives its longest time.
 */
final class AccountCheck extends OncePerRequestFilter {
    private final Accounts accounts;
    private final Duration longestSession;
    private final InstantSource clock;

    AccountCheck(Accounts accounts, Duration longestSession, InstantSource clock) {
        this.accounts = accounts;
        this.longestSession = longestSession;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn before) {
            SignedIn now = isOver(request, before)
                    ? null
                    : before.refreshed(accounts.current(before.actor().accountId()));
            if (!before.equals(now)) {
                replace(request, before, now);
            }
        }
        chain.doFilter(request, response);
    }

    private boolean isOver(HttpServletRequest request, SignedIn signedIn) {
        HttpSession session = request.getSession(false);
        return signedIn.means() == SignedIn.Means.SESSION
                && session != null
                && clock.millis() - session.getCreationTime() > longestSession.toMillis();
    }

    private static void replace(HttpServletRequest request, SignedIn before, @Nullable SignedIn now) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(now);
        SecurityContextHolder.setContext(context);
        HttpSession session = request.getSession(false);
        if (now == null && before.means() == SignedIn.Means.SESSION && session != null) {
            session.invalidate();
        }
    }
}

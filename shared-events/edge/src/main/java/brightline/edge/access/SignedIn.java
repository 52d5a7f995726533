package brightline.edge.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** A proven account, and by what means it was proven. Holds no credential. */
final class SignedIn extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    /** How an account was proven. */
    enum Means {
        SESSION,
        TOKEN,
        BASIC
    }

    private static final HttpSessionSecurityContextRepository SESSIONS = new HttpSessionSecurityContextRepository();

    private final CurrentActor actor;
    private final int credentialVersion;
    private final Means means;
    private final Set<TokenScope> scopes;

    /** @param scopes of the token; empty for other means, which are not limited by scope */
    SignedIn(CurrentActor actor, int credentialVersion, Means means, Set<TokenScope> scopes) {
        super(List.of(new SimpleGrantedAuthority(actor.role().authority())));
        this.actor = actor;
        this.credentialVersion = credentialVersion;
        this.means = means;
        this.scopes = Set.copyOf(scopes);
        super.setAuthenticated(true);
    }

    CurrentActor actor() {
        return actor;
    }

    Means means() {
        return means;
    }

    /** Whether who this thread answers is signed in by a session, and not by a header beside somebody's cookie. */
    static boolean bySession() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                && signedIn.means == Means.SESSION;
    }

    /** Whether a route that needs this scope (null: none will do) is open to how this account was proven. */
    boolean reaches(@Nullable TokenScope scope) {
        return means != Means.TOKEN || scope != null && scopes.contains(scope);
    }

    /** The session goes on with what lets its owner in from here on, under a new id: nobody who knew the old one has it. */
    static void goOn(Account now, HttpServletRequest request, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn(now.actor(), now.credentialVersion(), Means.SESSION, Set.of()));
        SecurityContextHolder.setContext(context);
        request.changeSessionId();
        SESSIONS.saveContext(context, request, response);
    }

    /** The same proof for the account as it is now; null when the account no longer stands behind it. */
    @Nullable
    SignedIn refreshed(@Nullable Account now) {
        if (now == null || !now.enabled()) {
            return null;
        }
        if (means != Means.TOKEN && now.credentialVersion() != credentialVersion) {
            return null;
        }
        return new SignedIn(now.actor(), now.credentialVersion(), means, scopes);
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public CurrentActor getPrincipal() {
        return actor;
    }

    /** The account's id: this is the name that access logs and session stores keep. */
    @Override
    public String getName() {
        return actor.accountId().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that
                && actor.equals(that.actor)
                && credentialVersion == that.credentialVersion
                && means == that.means
                && scopes.equals(that.scopes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(actor, credentialVersion, means, scopes);
    }
}

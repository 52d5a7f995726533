package brightline.edge.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs in who sends an {@code Authorization} header: an API token as bearer, or in demonstrations HTTP Basic. A request with
 * that header stands or falls by it; its session, if any, is not looked at, and therefore it needs no CSRF token.
 */
final class HeaderSignIn extends OncePerRequestFilter {
    private final ApiTokens tokens;
    private final Accounts accounts;
    private final @Nullable BasicCredentials basic;
    private final Refusals refusals;
    private final SignInWatch watch;

    /** @param basic null when HTTP Basic is off */
    HeaderSignIn(
            ApiTokens tokens,
            Accounts accounts,
            @Nullable BasicCredentials basic,
            Refusals refusals,
            SignInWatch watch) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.basic = basic;
        this.refusals = refusals;
        this.watch = watch;
    }

    /** Whether a request is signed in by header, and so is nothing a foreign page can make a browser send. */
    static boolean speaksFor(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!speaksFor(request)) {
            chain.doFilter(request, response);
            return;
        }
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        SignedIn signedIn;
        try {
            signedIn = headers.size() == 1 ? signIn(headers.getFirst()) : null;
        } catch (SignInLater later) {
            refusals.later(response, later);
            return;
        }
        if (signedIn == null) {
            refusals.notSignedIn(response);
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(signedIn);
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private @Nullable SignedIn signIn(String header) {
        int space = header.indexOf(' ');
        String scheme = space < 0 ? "" : header.substring(0, space).toLowerCase(Locale.ROOT);
        String credential = header.substring(space + 1).strip();
        return switch (scheme) {
            case "bearer" -> byToken(credential);
            case "basic" -> basic == null ? null : basic.verify(credential);
            default -> null;
        };
    }

    private @Nullable SignedIn byToken(String clear) {
        ApiTokens.Valid token = tokens.verify(clear);
        Account account = token == null ? null : accounts.current(token.accountId());
        if (token == null || account == null || !token.isOf(account)) {
            watch.tokenRefused();
            return null;
        }
        return new SignedIn(account.actor(), account.credentialVersion(), SignedIn.Means.TOKEN, token.scopes());
    }
}

package brightline.edge.access;

import brightline.edge.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AccountExpiredException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The second half of signing in: the code, of who is {@link HalfSignedIn}. The form at {@link #PATH} has fields {@code code} and the CSRF token. */
final class CodeSignIn extends AbstractAuthenticationProcessingFilter implements AuthenticationFailureHandler {
    static final String PATH = SignInPages.PATH + "/code";

    private final HalfSignedIn halves;
    private final Accounts accounts;
    private final SignInGuard guard;
    private final OpenSessions sessions;
    private final SignInWatch watch;
    private final ProblemWriter writer;

    CodeSignIn(
            HalfSignedIn halves,
            Accounts accounts,
            SignInGuard guard,
            OpenSessions sessions,
            SignInWatch watch,
            ProblemWriter writer) {
        super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, PATH));
        this.halves = halves;
        this.accounts = accounts;
        this.guard = guard;
        this.sessions = sessions;
        this.watch = watch;
        this.writer = writer;
        setSecurityContextRepository(new HttpSessionSecurityContextRepository());
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        HalfSignedIn.Half half = halves.of(request);
        Account account = half == null ? null : accounts.find(half.accountId()).orElse(null);
        if (half == null
                || account == null
                || !account.enabled()
                || account.credentialVersion() != half.credentialVersion()) {
            throw new AccountExpiredException("Half signed in no more");
        }
        if (sessions.isFull()) {
            throw SignInLater.busyNow();
        }
        String code = request.getParameter("code");
        return switch (guard.verifyCode(account, code == null ? "" : code)) {
            case Verification.Accepted(Account now) -> {
                halves.end(request, response);
                var signedIn = new SignedIn(now.actor(), now.credentialVersion(), SignedIn.Means.SESSION, Set.of());
                watch.accepted(signedIn);
                yield signedIn;
            }
            case Verification.Refused refused -> {
                watch.refused(refused, SignedIn.Means.SESSION);
                throw new BadCredentialsException("Refused");
            }
            case Verification.Postponed postponed -> {
                watch.postponed(postponed, SignedIn.Means.SESSION);
                throw SignInLater.of(postponed);
            }
        };
    }

    /** Back to the form with {@code ?wrong} or {@code ?busy}; to the beginning with {@code ?expired} when it took too long. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String place = request.getContextPath() + PATH;
        switch (failure) {
            case SignInLater later
            when later.busy() && !ProblemWriter.isForMachine(request) -> response.sendRedirect(place + "?busy");
            case SignInLater later -> {
                if (!later.busy()) {
                    halves.end(request, response);
                }
                writer.answer(request, response, later.problem());
            }
            case BadCredentialsException _ -> response.sendRedirect(place + "?wrong");
            default -> {
                halves.end(request, response);
                response.sendRedirect(request.getContextPath() + SignInPages.PATH + "?expired");
            }
        }
    }
}

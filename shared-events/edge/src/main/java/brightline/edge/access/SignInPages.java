package brightline.edge.access;

import brightline.edge.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/** Form sign-in with an account's username and password, at {@link #PATH}. */
final class SignInPages implements AuthenticationManager, AuthenticationFailureHandler, LogoutHandler {
    /** The page, and where its form is posted: fields {@code username}, {@code password} and the CSRF token. */
    static final String PATH = "/sign-in";

    /** Where signing out is posted. */
    static final String SIGN_OUT_PATH = "/sign-out";

    private final Accounts accounts;
    private final SecondFactors factors;
    private final HalfSignedIn halves;
    private final OpenSessions sessions;
    private final SignInWatch watch;
    private final ProblemWriter writer;

    SignInPages(
            Accounts accounts,
            SecondFactors factors,
            HalfSignedIn halves,
            OpenSessions sessions,
            SignInWatch watch,
            ProblemWriter writer) {
        this.accounts = accounts;
        this.factors = factors;
        this.halves = halves;
        this.sessions = sessions;
        this.watch = watch;
        this.writer = writer;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        if (sessions.isFull()) {
            throw SignInLater.busyNow();
        }
        String password = authentication.getCredentials() instanceof String text ? text : "";
        return switch (accounts.verify(authentication.getName(), password)) {
            case Verification.Accepted(Account account)
            when factors.isEnrolledNow(account.id()) -> throw new CodeNeeded(account);
            case Verification.Accepted(Account account) -> {
                var signedIn =
                        new SignedIn(account.actor(), account.credentialVersion(), SignedIn.Means.SESSION, Set.of());
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

    /**
     * On to the form of the code where one is needed. Else back to the page with {@code ?error}, or {@code ?busy} when too many
     * sign in at once; never says what was wrong.
     */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof CodeNeeded needed) {
            halves.begin(request, response, needed.account());
            response.sendRedirect(request.getContextPath() + CodeSignIn.PATH);
        } else if (!(failure instanceof SignInLater later)) {
            response.sendRedirect(request.getContextPath() + PATH + "?error");
        } else if (later.busy() && !ProblemWriter.isForMachine(request)) {
            response.sendRedirect(request.getContextPath() + PATH + "?busy");
        } else {
            writer.answer(request, response, later.problem());
        }
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication instanceof SignedIn signedIn) {
            AccessLog.signedOut(signedIn);
        }
    }
}

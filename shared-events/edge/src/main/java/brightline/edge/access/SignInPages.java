package brightline.edge.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/** Form sign-in with an account's username and password, at {@link #PATH}. */
final class SignInPages implements AuthenticationProvider, AuthenticationFailureHandler, LogoutHandler {
    /** The page, and where its form is posted: fields {@code username}, {@code password} and the CSRF token. */
    static final String PATH = "/sign-in";

    /** Where signing out is posted. */
    static final String SIGN_OUT_PATH = "/sign-out";

    private final Accounts accounts;

    SignInPages(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication authentication) {
        String password = authentication.getCredentials() instanceof String text ? text : "";
        return switch (accounts.verify(authentication.getName(), password)) {
            case Verification.Accepted(Account account) -> {
                var signedIn =
                        new SignedIn(account.actor(), account.credentialVersion(), SignedIn.Means.SESSION, Set.of());
                AccessLog.signedIn(signedIn);
                yield signedIn;
            }
            case Verification.Refused refused -> {
                AccessLog.refused(refused, SignedIn.Means.SESSION);
                throw new BadCredentialsException("Refused");
            }
        };
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** Back to the page with {@code ?error}, or {@code ?busy} when too many sign in at once; never says what was wrong. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        String why = failure instanceof AuthenticationServiceException ? "?busy" : "?error";
        response.sendRedirect(request.getContextPath() + PATH + why);
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication instanceof SignedIn signedIn) {
            AccessLog.signedOut(signedIn);
        }
    }
}

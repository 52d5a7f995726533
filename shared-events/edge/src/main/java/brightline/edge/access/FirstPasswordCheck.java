package brightline.edge.access;

import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a session whose password the system made go nowhere but to the page where its owner chooses another: whoever made the
 * account, or read its file, knows the first one.
 */
final class FirstPasswordCheck extends OncePerRequestFilter {
    private static final List<String> STILL =
            List.of(OwnPassword.PATH, SignInPages.PATH, SignInPages.SIGN_OUT_PATH, "/favicon.ico");

    private final Accounts accounts;
    private final ProblemWriter writer;

    FirstPasswordCheck(Accounts accounts, ProblemWriter writer) {
        this.accounts = accounts;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!isBySession()
                || STILL.contains(path)
                || path.startsWith("/assets/")
                || path.startsWith("/actuator/health")) {
            chain.doFilter(request, response);
        } else if (ProblemWriter.isForMachine(request)) {
            writer.write(
                    response,
                    Problem.of(HttpStatus.FORBIDDEN, "password-must-be-changed", "The first password must be changed")
                            .withAction("Choose another at " + OwnPassword.PATH + ", then send this again."));
        } else {
            response.sendRedirect(request.getContextPath() + OwnPassword.PATH);
        }
    }

    private boolean isBySession() {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn)
                || signedIn.means() != SignedIn.Means.SESSION) {
            return false;
        }
        Account account = accounts.current(signedIn.actor().accountId());
        return account != null && account.mustChangePassword();
    }
}

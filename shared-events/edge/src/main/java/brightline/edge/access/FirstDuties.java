package brightline.edge.access;

import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a session go nowhere but to the page of what its account owes first: another password than the one the system made, which
 * whoever made the account or read its file knows; and then, where it is required, a second factor.
 */
final class FirstDuties extends OncePerRequestFilter {
    private static final List<String> STILL =
            List.of(SignInPages.PATH, CodeSignIn.PATH, SignInPages.SIGN_OUT_PATH, "/favicon.ico");

    /** @param path of the page where it is done */
    private enum Duty {
        PASSWORD(
                OwnPassword.PATH,
                "password-must-be-changed",
                "The first password must be changed",
                "Choose another at "),
        SECOND_FACTOR(OwnSecondFactor.PATH, "second-factor-needed", "A second factor must be set up", "Set it up at ");

        private final String path;
        private final String code;
        private final String title;
        private final String action;

        Duty(String path, String code, String title, String action) {
            this.path = path;
            this.code = code;
            this.title = title;
            this.action = action;
        }

        /** The page that says that the password is changed comes before that of the second factor, and asks who it is. */
        boolean isDoneAt(String asked) {
            return asked.equals(path)
                    || asked.equals(OwnPassword.PATH)
                    || this == SECOND_FACTOR && asked.equals(OwnProof.PATH);
        }

        Problem problem() {
            return Problem.of(HttpStatus.FORBIDDEN, code, title).withAction(action + path + ", then send this again.");
        }
    }

    private final Accounts accounts;
    private final SecondFactors factors;
    private final boolean ownPassword;
    private final boolean secondFactor;
    private final ProblemWriter writer;

    /**
     * @param ownPassword whether the first password must be changed
     * @param secondFactor whether a second factor is required
     */
    FirstDuties(
            Accounts accounts, SecondFactors factors, boolean ownPassword, boolean secondFactor, ProblemWriter writer) {
        this.accounts = accounts;
        this.factors = factors;
        this.ownPassword = ownPassword;
        this.secondFactor = secondFactor;
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        Duty duty = STILL.contains(path) || path.startsWith("/assets/") || path.startsWith("/actuator/health")
                ? null
                : duty();
        if (duty == null || duty.isDoneAt(path)) {
            chain.doFilter(request, response);
        } else if (ProblemWriter.isForMachine(request)) {
            writer.write(response, duty.problem());
        } else {
            response.sendRedirect(request.getContextPath() + duty.path);
        }
    }

    /** What the account behind the session owes; null for nothing, and where there is no session. */
    private @Nullable Duty duty() {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn)
                || signedIn.means() != SignedIn.Means.SESSION) {
            return null;
        }
        UUID id = signedIn.actor().accountId();
        Account account = ownPassword ? accounts.current(id) : null;
        if (account != null && account.mustChangePassword()) {
            return Duty.PASSWORD;
        }
        return secondFactor && !factors.isEnrolled(id) ? Duty.SECOND_FACTOR : null;
    }
}

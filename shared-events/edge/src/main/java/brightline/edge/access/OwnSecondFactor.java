package brightline.edge.access;

import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Setting up the second factor of the account that is signed in, from a page of its session. */
public final class OwnSecondFactor {
    /** Where the page stands, and where its form is posted. */
    public static final String PATH = "/second-factor";

    /** Where the code is asked for when somebody signs in. */
    public static final String SIGN_IN_PATH = CodeSignIn.PATH;

    private static final String ISSUER = "Brightline";
    private static final String OFFERED = OwnSecondFactor.class.getName();

    /**
     * A secret that an app is told and that nothing is signed in with yet; it stays the same until the session has another one.
     *
     * @param account to which it was offered: a session may have been another's before
     */
    private record Offered(UUID account, String secret) implements Serializable {}

    /**
     * What an app is told.
     *
     * @param secret in base 32, to be typed where nothing can be scanned
     * @param uri all of it, as authenticator apps scan it
     */
    public record Offer(String secret, String uri) {
        @Override
        public String toString() {
            return "Offer[redacted]";
        }
    }

    private final Accounts accounts;
    private final SecondFactors factors;
    private final boolean required;

    OwnSecondFactor(Accounts accounts, SecondFactors factors, boolean required) {
        this.accounts = accounts;
        this.factors = factors;
        this.required = required;
    }

    /** Whether nobody goes on without one. */
    public boolean isRequired() {
        return required;
    }

    /** How many recovery codes are left to the account; null when it has no second factor. */
    public @Nullable Integer recoveryCodesLeft(CurrentActor actor) {
        return factors.isEnrolledNow(actor.accountId()) ? factors.recoveryCodesLeft(actor.accountId()) : null;
    }

    /** What to tell an app; the same for every look at it within the session. */
    public Offer offer(HttpServletRequest request, CurrentActor actor) {
        HttpSession session = session(request);
        Offered offered = session.getAttribute(OFFERED) instanceof Offered before
                        && before.account().equals(actor.accountId())
                ? before
                : new Offered(actor.accountId(), OneTimeCodes.newSecret());
        session.setAttribute(OFFERED, offered);
        String secret = offered.secret();
        return new Offer(
                secret,
                "otpauth://totp/" + ISSUER + ":" + encoded(actor.username()) + "?secret=" + secret + "&issuer=" + ISSUER
                        + "&algorithm=SHA1&digits=" + OneTimeCodes.DIGITS + "&period=" + OneTimeCodes.STEP.toSeconds());
    }

    /**
     * Sets it up, in the place of one there may be, once the app has shown that it knows what was offered. Other sessions and all tokens
     * of the account end; this session goes on under a new id.
     *
     * @return the recovery codes, this once; null when it is not a code of what was offered, or nothing was
     */
    public @Nullable List<String> enrol(
            HttpServletRequest request, HttpServletResponse response, CurrentActor actor, String code) {
        if (!(session(request).getAttribute(OFFERED) instanceof Offered(UUID account, String secret))
                || !account.equals(actor.accountId())) {
            return null;
        }
        List<String> codes = factors.enrol(actor.accountId(), secret, code);
        if (codes != null) {
            session(request).removeAttribute(OFFERED);
            SignedIn.goOn(accounts.anew(account), request, response);
        }
        return codes;
    }

    private static HttpSession session(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !SignedIn.bySession()) {
            throw new ProblemException(Problem.of(
                            HttpStatus.FORBIDDEN,
                            "session-needed",
                            "A second factor is set up by who signed in to a page")
                    .withAction("Sign in with a browser and set it up at " + PATH + "."));
        }
        return session;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

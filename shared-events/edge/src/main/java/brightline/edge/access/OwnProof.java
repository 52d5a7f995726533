package brightline.edge.access;

import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.savedrequest.SavedRequest;

/** Showing again, in a session that goes on, that it is still the account's owner who sits before it. */
public final class OwnProof {
    /** Where the page stands, and where its form is posted. */
    public static final String PATH = "/confirm-it-is-you";

    /** What became of it. */
    public sealed interface Outcome {
        /** It is the owner. @param page that was asked for, a path of ours; null when it was no page */
        record Shown(@Nullable String page) implements Outcome {}

        /** The password or the code was not right; counted as a wrong sign-in. */
        record Wrong() implements Outcome {}

        /** Too many tries, or too many at once: nothing was looked at. */
        record Later(Duration retryAfter) implements Outcome {}
    }

    private final Accounts accounts;
    private final SignInGuard guard;
    private final SecondFactors factors;
    private final FreshProofs proofs;
    private final PageToReturnTo pages;
    private final SignInWatch watch;

    OwnProof(
            Accounts accounts,
            SignInGuard guard,
            SecondFactors factors,
            FreshProofs proofs,
            PageToReturnTo pages,
            SignInWatch watch) {
        this.accounts = accounts;
        this.guard = guard;
        this.factors = factors;
        this.proofs = proofs;
        this.pages = pages;
        this.watch = watch;
    }

    /** Whether a code is asked for, and not the password. */
    public boolean isByCode(CurrentActor actor) {
        return factors.isEnrolledNow(actor.accountId());
    }

    /**
     * Looks at a password, or a code where the account has a second factor. When it is right the session goes on under a new id.
     *
     * @throws ProblemException 403 when whoever asks is not signed in by a session
     */
    public Outcome show(HttpServletRequest request, HttpServletResponse response, CurrentActor actor, String text) {
        HttpSession session = request.getSession(false);
        if (session == null || !SignedIn.bySession()) {
            throw new ProblemException(
                    Problem.of(HttpStatus.FORBIDDEN, "session-needed", "Only who signed in to a page shows it again")
                            .withAction("Sign in with a browser."));
        }
        Account account = accounts.find(actor.accountId()).orElseThrow();
        Verification verification =
                isByCode(actor) ? guard.verifyCode(account, text) : guard.verify(account.username(), text);
        return switch (verification) {
            case Verification.Accepted _ -> {
                request.changeSessionId();
                proofs.shown(session);
                AccessLog.changed("identity.confirmed", Map.of("account", account.id()));
                SavedRequest asked = pages.getRequest(request, response);
                yield new Outcome.Shown(asked == null ? null : asked.getRedirectUrl());
            }
            case Verification.Refused refused -> {
                watch.refused(refused, SignedIn.Means.SESSION);
                yield new Outcome.Wrong();
            }
            case Verification.Postponed postponed -> {
                watch.postponed(postponed, SignedIn.Means.SESSION);
                yield new Outcome.Later(postponed.retryAfter());
            }
        };
    }
}

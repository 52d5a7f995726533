package brightline.edge.access;

import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;

/** Choosing another password for the account that is signed in, from a page of its session. */
public final class OwnPassword {
    /** Where the page stands, and where its form is posted. */
    public static final String PATH = "/password";

    /** What is wrong with a password that was chosen. */
    public enum Fault {
        /** Fewer than 12 characters. */
        TOO_SHORT,
        /** More than 256 characters. */
        TOO_LONG,
        SAME,
        HOLDS_USERNAME,
        /** Fewer than five different characters. */
        TOO_PLAIN
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** It is stored. Other sessions and all tokens of the account have ended; this session goes on under a new id. */
        record Changed() implements Outcome {}

        /** The current password was not right; counted as a wrong sign-in. */
        record WrongCurrent() implements Outcome {}

        /** Too many tries, or too many at once: nothing was looked at. */
        record Later(Duration retryAfter) implements Outcome {}

        /** The new one keeps no rule. */
        record Unfit(Fault fault) implements Outcome {}
    }

    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    OwnPassword(Accounts accounts, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.events = events;
    }

    /** Whether the account goes on with a password that the system made. */
    public boolean isFirst(CurrentActor actor) {
        Account account = accounts.current(actor.accountId());
        return account != null && account.mustChangePassword();
    }

    /** @throws ProblemException 403 when whoever asks is not signed in by a session */
    public Outcome change(HttpServletRequest request, HttpServletResponse response, String current, String chosen) {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn)
                || signedIn.means() != SignedIn.Means.SESSION) {
            throw new ProblemException(Problem.of(
                            HttpStatus.FORBIDDEN, "session-needed", "A password is changed by who signed in to a page")
                    .withAction("Sign in with a browser and change it at " + PATH + "."));
        }
        CurrentActor actor = signedIn.actor();
        Fault fault = PasswordRules.faultOf(chosen, actor.username(), current);
        if (fault != null) {
            return new Outcome.Unfit(fault);
        }
        return switch (accounts.changePassword(actor.accountId(), current, chosen)) {
            case Verification.Accepted(Account now) -> {
                SignedIn.goOn(now, request, response);
                events.publishEvent(new PasswordChanged(actor.accountId()));
                yield new Outcome.Changed();
            }
            case Verification.Refused _ -> new Outcome.WrongCurrent();
            case Verification.Postponed postponed -> new Outcome.Later(postponed.retryAfter());
        };
    }
}

package brightline.edge.access;

import brightline.edge.problem.Problem;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;

/** Who signs in is to come back later. Says the same whether or not there is such an account. */
final class SignInLater extends AuthenticationException {
    private static final long serialVersionUID = 1L;
    private static final int SECONDS_PER_MINUTE = 60;
    private static final Duration SOON = Duration.ofSeconds(5);

    private final boolean busy;
    private final Duration retryAfter;

    private SignInLater(boolean busy, Duration retryAfter) {
        super(busy ? "Too many sign in" : "Too many wrong sign-ins");
        this.busy = busy;
        this.retryAfter = retryAfter;
    }

    static SignInLater of(Verification.Postponed postponed) {
        return new SignInLater(postponed.why() == Verification.Why.BUSY, postponed.retryAfter());
    }

    /** Others are signing in, or as many sessions are open as may be. */
    static SignInLater busyNow() {
        return new SignInLater(true, SOON);
    }

    /** Whether that has to do with others only, and passes within seconds. */
    boolean busy() {
        return busy;
    }

    Problem problem() {
        return (busy ? busyProblem() : postponedProblem()).withRetryAfter(retryAfter);
    }

    private static Problem busyProblem() {
        return Problem.of(HttpStatus.TOO_MANY_REQUESTS, "sign-in-busy", "Too many are signing in at once")
                .withAction("Try again in a few seconds.");
    }

    private Problem postponedProblem() {
        long minutes = retryAfter.plusSeconds(SECONDS_PER_MINUTE - 1).toMinutes();
        return Problem.of(HttpStatus.TOO_MANY_REQUESTS, "sign-in-postponed", "Too many wrong sign-ins")
                .withDetail("Too many user names and passwords did not match, from here or for this user name.")
                .withAction("Wait %s, then try again, or sign in from where you have signed in lately."
                                .formatted(minutes == 1 ? "a minute" : minutes + " minutes")
                        + " For a new password, ask your system administrator.");
    }
}

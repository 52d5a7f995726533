package brightline.edge.door;

import brightline.edge.problem.Problem;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** What the door says to what it does not take. */
final class DoorProblems {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(5);

    private DoorProblems() {}

    static Problem bodyTooSlow() {
        return Problem.of(HttpStatus.REQUEST_TIMEOUT, "body-too-slow", "The body did not arrive in time")
                .withAction("Send it again with the same Idempotency-Key; over a slow line, send less at once.");
    }

    /** Hardly ever read by anybody: its sender has gone. */
    static Problem bodyCutOff() {
        return Problem.of(HttpStatus.BAD_REQUEST, "body-cut-off", "The body ended before its end")
                .withAction("Send it again, whole, with the same Idempotency-Key.");
    }

    static Problem malformedForm() {
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed-form", "The form cannot be read")
                .withAction("Send at most 500 fields, percent-encoded in UTF-8.");
    }

    /** For who sends from an address that is signing in too often at once. */
    static Problem tooManySignIns() {
        return Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-sign-ins", "Too many sign in from there at once")
                .withAction("Wait a few seconds and sign in again.")
                .withRetryAfter(LATER);
    }

    /** For who is not signed in. */
    static Problem tooManyFromThere() {
        return Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-from-there", "Too much is asked from there at once")
                .withAction("Wait a moment and ask again.")
                .withRetryAfter(SOON);
    }

    static Problem tooManyRequests() {
        return Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests", "This account asks too much at once")
                .withAction(
                        "Wait for the answers to what was sent, then send this again with the same Idempotency-Key.")
                .withRetryAfter(SOON);
    }

    static Problem tooManyFiles() {
        return Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-files", "Other files are arriving")
                .withAction("Send the file again when those have arrived. Nothing of it was kept.")
                .withRetryAfter(LATER);
    }

    /** All workers of a share are taken and enough wait for them. */
    static Problem busy() {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "busy", "Too much is asked at once")
                .withAction("Nothing was done. Send the same request again with the same Idempotency-Key.")
                .withRetryAfter(SOON);
    }
}

package brightline.command.submission;

import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Why a submission is not answered with what it asked for, other than by a rule or for its fields. */
public final class SubmissionProblem {
    private static final Duration SOON = Duration.ofSeconds(2);

    private SubmissionProblem() {}

    static ProblemException keyMissing() {
        return new ProblemException(
                Problem.of(HttpStatus.BAD_REQUEST, "idempotency-key-missing", "The header Idempotency-Key is missing")
                        .withAction("Send a new random key of 16 to 255 visible characters with each new submission."));
    }

    static ProblemException keyMalformed() {
        return new ProblemException(
                Problem.of(HttpStatus.BAD_REQUEST, "idempotency-key-malformed", "The Idempotency-Key is not one")
                        .withAction("Send one key of 16 to 255 visible characters without blanks."));
    }

    static ProblemException keyReused() {
        return new ProblemException(Problem.of(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "idempotency-key-reused",
                        "This Idempotency-Key was used for another submission")
                .withAction("Send a new submission under a new key."));
    }

    static ProblemException stillRunning() {
        return new ProblemException(Problem.of(
                        HttpStatus.CONFLICT,
                        "submission-still-running",
                        "The first submission under this key is still running")
                .withAction("Send the same submission again with the same key in a few seconds.")
                .withRetryAfter(SOON));
    }

    /** The commit was sent and not answered: it may have happened. */
    static ProblemException outcomeUnknown() {
        return new ProblemException(
                Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "outcome-unknown", "Whether this was recorded is not known")
                        .withAction("Send the same submission again with the same key: it is recorded once.")
                        .withRetryAfter(SOON));
    }

    /** It was recorded; the evidence its sender is owed could not be written down. */
    static ProblemException receiptNotKept() {
        return new ProblemException(Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE, "receipt-not-kept", "The receipt could not be written down yet")
                .withAction("Send the same submission again with the same key: it is recorded once.")
                .withRetryAfter(SOON));
    }

    /** Nothing was recorded, and the same submission may succeed. */
    static ProblemException notRecorded() {
        return new ProblemException(Problem.unavailable(SOON));
    }

    /** Others changed the same streams again and again, or the ids are taken. */
    static ProblemException conflict() {
        return new ProblemException(Problem.of(
                        HttpStatus.CONFLICT, "conflict", "Another submission changed the same record at the same time")
                .withAction("Read the record again, and send what is still needed under a new key."));
    }

    /**
     * The record has changed since it was read.
     *
     * @param current the version it has now; null where there is no such record
     */
    public static ProblemException stale(@Nullable Long current) {
        return new ProblemException(
                Problem.of(HttpStatus.PRECONDITION_FAILED, "stale-version", "The record has changed since it was read")
                        .withDetail(current == null ? "There is none." : "Its version is now " + current + ".")
                        .withAction("Read the record again and decide whether the change is still needed."));
    }

    /** An edit must say which version it is an edit of. */
    public static ProblemException versionMissing() {
        return new ProblemException(
                Problem.of(HttpStatus.PRECONDITION_REQUIRED, "version-missing", "The header If-Match is missing")
                        .withAction("Send If-Match with the version that was read, in quotes."));
    }

    static ProblemException versionMalformed() {
        return new ProblemException(
                Problem.of(HttpStatus.BAD_REQUEST, "version-malformed", "The header If-Match does not hold a version")
                        .withAction("Send If-Match with one version as it stood in ETag, in quotes."));
    }

    /** What cannot be told to the caller, with the exception's texts left behind: they quote what was appended. */
    static IllegalStateException fault(String described) {
        return new IllegalStateException(described);
    }
}

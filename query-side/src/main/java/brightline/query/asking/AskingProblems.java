package brightline.query.asking;

import brightline.edge.problem.Problem;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** What is said to who asks more than the account's budget. */
final class AskingProblems {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LATER = Duration.ofSeconds(5);

    private AskingProblems() {}

    static Problem tooManyWaiting() {
        return Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too-many-waiting", "Too many wait for an event at once")
                .withAction("Ask again in a moment, or without atLeastIndex.")
                .withRetryAfter(SOON);
    }

    static Problem tooManyQuestions() {
        return Problem.of(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "too-many-questions",
                        "This account asks too many questions at once")
                .withAction(
                        "Wait for the answers to what was asked, then ask again; group by less, or ask for less time.")
                .withRetryAfter(LATER);
    }
}

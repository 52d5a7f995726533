package brightline.command.submission;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One try to run a command; travels with the command message, inside this JVM only. */
final class Submission {
    /** Its key in the message's metadata. */
    static final String METADATA = "brightline.submission";

    private final Request request;
    private @Nullable Object answer;
    private @Nullable String storedAnswer;
    private long index;
    private boolean ready;

    Submission(Request request) {
        this.request = request;
    }

    Request request() {
        return request;
    }

    /** Everything is written; only the commit is left. */
    void ready(Object handlersAnswer, long lastIndex) {
        answer = handlersAnswer;
        index = lastIndex;
        ready = true;
    }

    void repeats(String answerOfTheFirst, long lastIndex) {
        storedAnswer = answerOfTheFirst;
        index = lastIndex;
    }

    /** Whether a failure now is a failure of the commit, whose outcome may be unknown. */
    boolean isReady() {
        return ready;
    }

    <T> Accepted<T> accepted(Class<T> type, Answers answers) {
        String stored = storedAnswer;
        return stored == null
                ? new Accepted<>(Objects.requireNonNull(type.cast(answer)), index, false)
                : new Accepted<>(answers.read(stored, type), index, true);
    }
}

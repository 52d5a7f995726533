package brightline.command.submission;

import brightline.edge.store.AppendedEvents.AppendedEvent;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One try to run a command; travels with the command message, inside this JVM only. */
final class Submission {
    /** Its key in the message's metadata. */
    static final String METADATA = "brightline.submission";

    private final String id = UUID.randomUUID().toString();
    private final Request request;
    private final boolean rehearsed;
    private @Nullable Object answer;
    private Answers.@Nullable Stored earlier;
    private List<AppendedEvent> events = List.of();
    private @Nullable String receipt;
    private long index;
    private boolean ready;

    Submission(Request request) {
        this(request, false);
    }

    private Submission(Request request, boolean rehearsed) {
        this.request = request;
        this.rehearsed = rehearsed;
    }

    /** One that is decided and written, and never committed. */
    static Submission rehearsed(Request request) {
        return new Submission(request, true);
    }

    boolean isRehearsed() {
        return rehearsed;
    }

    /** Stands in the metadata of its events and in its receipt. */
    String id() {
        return id;
    }

    Request request() {
        return request;
    }

    /** All events it has appended, in order. */
    List<AppendedEvent> events() {
        return events;
    }

    /** Null where nothing was recorded. */
    @Nullable
    String receipt() {
        return receipt;
    }

    /** Its events are written; the receipt is good once they are committed. */
    void recorded(List<AppendedEvent> appended, String signed) {
        events = appended;
        receipt = signed;
    }

    /** Everything is written; only the commit is left. */
    void ready(Object handlersAnswer, long lastIndex) {
        answer = handlersAnswer;
        index = lastIndex;
        ready = true;
    }

    void repeats(Answers.Stored first) {
        earlier = first;
        index = first.index();
        receipt = first.receipt();
    }

    boolean isRepeated() {
        return earlier != null;
    }

    /** Whether a failure now is a failure of the commit, whose outcome may be unknown. */
    boolean isReady() {
        return ready;
    }

    <T> Accepted<T> accepted(Class<T> type, Answers answers) {
        Answers.Stored first = earlier;
        T given = first == null ? type.cast(answer) : answers.read(first.answer(), type);
        return new Accepted<>(Objects.requireNonNull(given), index, first != null, receipt);
    }
}

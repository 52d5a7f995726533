package brightline.query.accounts;

import brightline.edge.store.EventMetadata;
import brightline.edge.store.LogPosition;
import brightline.edge.store.RecordedEvents;
import brightline.events.EventCatalogue;
import brightline.events.account.AccountEvent;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened to one account, when, and who did it: read from its stream. */
@Component
public final class AccountHistory {
    private static final int MOST = 500;

    private final RecordedEvents log;

    AccountHistory(RecordedEvents log) {
        this.log = log;
    }

    /**
     * One thing that happened.
     *
     * @param event stored name of the event, for example {@code account.closed}
     * @param by user name of who did it; {@code installation} where nobody was signed in; null where nobody is named
     * @param index in the log
     */
    public record Happened(
            String event,
            String words,
            Instant at,
            @Nullable String by,
            long index) {}

    /** The latest first, five hundred at most; none for an account that the log does not know. */
    public List<Happened> of(UUID account, AccountWords words) {
        return log.ofStreams(List.of(account.toString()), Long.MAX_VALUE).reversed().stream()
                .filter(message -> message.getPayload() instanceof AccountEvent)
                .limit(MOST)
                .map(message -> happened(message, words))
                .toList();
    }

    private static Happened happened(TrackedEventMessage<?> message, AccountWords words) {
        AccountEvent event = (AccountEvent) message.getPayload();
        LogPosition position = LogPosition.of(Objects.requireNonNull(message.trackingToken()));
        Object by = message.getMetaData().get(EventMetadata.ACTOR);
        return new Happened(
                EventCatalogue.nameOf(event.getClass()),
                words.of(event),
                position.recordedAt(),
                by == null ? null : by.toString(),
                position.index());
    }
}

package brightline.command.disclosure;

import brightline.events.request.RequestEvent.RequestDecided;
import brightline.events.request.RequestEvent.RequestReceived;
import org.jspecify.annotations.Nullable;

/** What decisions about a request need to remember. */
sealed interface RecordRequestState {
    record Unknown() implements RecordRequestState {}

    /** @param decided null while it is open */
    record Received(RequestReceived as, @Nullable RequestDecided decided, boolean withStatement)
            implements RecordRequestState {}
}

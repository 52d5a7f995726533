package brightline.command.review;

import brightline.events.Code;
import brightline.events.InteractionId;
import brightline.events.OfficerId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What decisions about a review need to remember. */
sealed interface ReviewState {
    record Unknown() implements ReviewState {}

    /**
     * @param interactionId null for a complaint about a whole incident
     * @param owner null while nobody has it
     * @param overrides by officer; empty for a part whose officer is not named
     */
    record Open(
            @Nullable InteractionId interactionId,
            @Nullable String owner,
            Map<Optional<OfficerId>, Overridden> overrides)
            implements ReviewState {
        public Open {
            overrides = Map.copyOf(overrides);
        }
    }

    record Closed(Open before, Code conclusion) implements ReviewState {}

    record Overridden(String to, Code reason) {}
}

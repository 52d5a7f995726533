package brightline.command.deadline;

import brightline.events.Code;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What decisions about a deadline need to remember. */
sealed interface DeadlineState {
    record Unknown() implements DeadlineState {}

    /**
     * @param aboutOfficer whether it is about an officer, who may have done it long before
     * @param missed whether its passing is recorded
     */
    record Waiting(Instant triggeredAt, Instant dueAt, boolean aboutOfficer, boolean missed) implements DeadlineState {}

    record Met(Waiting before, Instant metAt, @Nullable Code manner) implements DeadlineState {}

    record Cancelled(Waiting before) implements DeadlineState {}
}

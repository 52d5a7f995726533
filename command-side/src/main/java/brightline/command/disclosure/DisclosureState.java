package brightline.command.disclosure;

import brightline.events.disclosure.DisclosureEvent.*;
import org.jspecify.annotations.Nullable;

/** What decisions about a record given away need to remember. */
sealed interface DisclosureState {
    record Unknown() implements DisclosureState {}

    /**
     * @param due the latest correction who has it has to be told of; null while the record was right
     * @param sent the latest notice, of that correction or an earlier one; null before the first
     */
    record Made(
            DisclosureMade as,
            @Nullable NoticeDue due,
            @Nullable NoticeSent sent) implements DisclosureState {
        /** Whether the latest correction is still to be told. */
        boolean isNoticeDue() {
            return due != null && (sent == null || sent.sentAt().isBefore(due.correctedAt()));
        }
    }
}

package brightline.command.clash;

import brightline.events.ClashId;
import brightline.events.Correction;
import brightline.events.ImportId;
import brightline.events.StudentId;
import brightline.events.clash.ClashCause;
import org.jspecify.annotations.Nullable;

/** What can be asked of one question whether two are one child. */
sealed interface ClashCommand {
    ClashId clashId();

    /** Asks it. @param kept who was kept apart @param from who had the number before */
    record Find(
            StudentId kept,
            StudentId from,
            ClashCause cause,
            @Nullable ImportId importId) implements ClashCommand {
        @Override
        public ClashId clashId() {
            return ClashId.of(kept, from);
        }
    }

    /** Answers it. @param into with whom the one who was kept apart would be joined; null where they are one already */
    record Decide(
            ClashId clashId, Finding finding, @Nullable StudentId into, Correction correction)
            implements ClashCommand {}

    /** Takes the answer back. */
    record Reopen(ClashId clashId, Correction correction) implements ClashCommand {}
}

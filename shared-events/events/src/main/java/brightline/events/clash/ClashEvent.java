package brightline.events.clash;

import brightline.events.ClashId;
import brightline.events.Correction;
import brightline.events.EventName;
import brightline.events.ImportId;
import brightline.events.StudentId;
import org.jspecify.annotations.Nullable;

/**
 * What can happen about a number that was stated of two people. Who they are stands in their own entries; each keeps it, whatever is
 * decided.
 */
public sealed interface ClashEvent {
    ClashId clashId();

    /**
     * Somebody was kept apart from the student whose number it was.
     *
     * @param kept who was kept apart
     * @param from who had the number before
     * @param importId the file that stated it; null where a person did, or nobody
     */
    @EventName("clash.found")
    record ClashFound(
            ClashId clashId,
            StudentId kept,
            StudentId from,
            ClashCause cause,
            @Nullable ImportId importId) implements ClashEvent {}

    /**
     * The two are one child. That they count as one is said in the entry that rests from then on.
     *
     * @param into with whom this answer joined the one who was kept apart; null where they were one already
     */
    @EventName("clash.found-same")
    record FoundSame(ClashId clashId, @Nullable StudentId into, Correction correction) implements ClashEvent {}

    /** The two are two children, and both have the number. */
    @EventName("clash.found-different")
    record FoundDifferent(ClashId clashId, Correction correction) implements ClashEvent {}

    /** What was decided was wrong, and the question is open again. */
    @EventName("clash.reopened")
    record ClashReopened(ClashId clashId, Correction correction) implements ClashEvent {}
}

package brightline.query.question;

import org.jspecify.annotations.Nullable;

/**
 * What an answer is to rest on.
 *
 * @param asKnownOn null for what is known now
 * @param atLeastIndex index of an event; null for none
 */
public record Basis(
        @Filter(value = "What was recorded until the end of that day, or until that moment", example = "2026-03-31")
        @Nullable
        AsKnownOn asKnownOn,

        @Filter(value = "The answer rests on the event of this index, or says that it cannot yet", example = "1")
        @Nullable
        Long atLeastIndex) {
    /** Zero where the answer need not rest on an event. */
    public long index() {
        return atLeastIndex == null ? 0 : atLeastIndex;
    }
}

package brightline.edge.keys;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a change of the key-encryption key has come.
 *
 * @param step what is to be done next
 * @param rewrapped rows of students, cases and named keys that now stand under the new key
 * @param backup file name of the backup taken under the new key; null before
 * @param verifiedKeys how many keys that backup, restored, was seen to hold; null before
 * @param problem why the last attempt stopped; null when none did
 * @param startedAt by the database's clock, like {@code endedAt}
 * @param endedAt null while it goes on
 */
public record RotationReport(
        UUID id,
        String oldKey,
        String newKey,
        Step step,
        long rewrapped,
        @Nullable String backup,
        @Nullable Long verifiedKeys,
        @Nullable String problem,
        Instant startedAt,
        @Nullable Instant endedAt) {

    /** The steps in their order; none begins before the one before it is done. */
    public enum Step {
        /** Everything the old key wraps is wrapped by the new one. Both open. */
        REWRAPPING,
        /** The key store is copied. */
        BACKING_UP,
        /** The copy is restored elsewhere and every key in it opened under the new key alone. */
        RESTORING,
        /** The old key is destroyed: from then on every older copy of wrapped keys is dead. */
        DESTROYING,
        DONE
    }
}

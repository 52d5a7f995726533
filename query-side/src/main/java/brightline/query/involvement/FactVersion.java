package brightline.query.involvement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All facts of one interaction from one recording until the next that changed any of them.
 *
 * @param knownToIndex null for what holds now
 * @param knownToAt null for what holds now
 */
record FactVersion(
        List<InvolvementFact> facts,
        long knownFromIndex,
        Instant knownFromAt,
        @Nullable Long knownToIndex,
        @Nullable Instant knownToAt) {
    FactVersion {
        facts = List.copyOf(facts);
    }

    FactVersion until(long index, Instant at) {
        return new FactVersion(facts, knownFromIndex, knownFromAt, index, at);
    }
}

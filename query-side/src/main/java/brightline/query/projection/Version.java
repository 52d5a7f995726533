package brightline.query.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was known of something from one recording until the next that changed it.
 *
 * @param to null for what holds now
 */
public record Version<T>(T known, Change from, @Nullable Change to) {

    /** The last event of one submission. @param at when it was recorded */
    public record Change(long index, Instant at) {}

    /** The changes in which events were recorded, the earliest first: one for each submission. */
    public static List<Change> changes(Collection<Recorded> events) {
        Map<String, Change> bySubmission = new HashMap<>();
        for (Recorded recorded : events) {
            bySubmission.merge(
                    recorded.submission(),
                    new Change(recorded.index(), recorded.recordedAt()),
                    (one, other) -> one.index() > other.index() ? one : other);
        }
        return bySubmission.values().stream()
                .sorted(Comparator.comparingLong(Change::index))
                .toList();
    }

    /**
     * All versions, the earliest first. A change after which the same is known as before makes none.
     *
     * @param knownAfter what is known after a change, asked in order; null while nothing is
     */
    public static <T> List<Version<T>> of(List<Change> changes, Function<Change, @Nullable T> knownAfter) {
        List<Version<T>> versions = new ArrayList<>();
        for (Change change : changes) {
            T known = knownAfter.apply(change);
            Version<T> last = versions.isEmpty() ? null : versions.getLast();
            if (known == null || last != null && last.known().equals(known)) {
                continue;
            }
            if (last != null) {
                versions.set(versions.size() - 1, new Version<>(last.known(), last.from(), change));
            }
            versions.add(new Version<>(known, change, null));
        }
        return versions;
    }

    /** Index from which another version holds; null for the one that holds now. */
    public @Nullable Long toIndex() {
        return to == null ? null : Long.valueOf(to.index());
    }

    /** The condition that a row, named so in the statement, was known at {@code :horizon}. */
    public static String known(String row) {
        return "%1$s.known_from_index <= :horizon and (%1$s.known_to_index is null or %1$s.known_to_index > :horizon)"
                .formatted(row);
    }
}

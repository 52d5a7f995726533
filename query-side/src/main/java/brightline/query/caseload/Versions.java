package brightline.query.caseload;

import brightline.query.projection.Recorded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The versions of what one stream says. What one submission recorded is one version, known from the last of its events; a submission
 * that changes nothing of it makes none.
 */
final class Versions {
    private Versions() {}

    /** One more event of a stream. @param <R> what the stream's events fold to */
    @FunctionalInterface
    interface Fold<R> {
        R with(@Nullable R before, Object event);
    }

    /**
     * A row's values from one recording until the next that changed any of them.
     *
     * @param knownToIndex null for what holds now
     */
    record Version(long knownFromIndex, @Nullable Long knownToIndex, List<@Nullable Object> values) {}

    /**
     * All versions, the earliest first.
     *
     * @throws RuntimeException if one of the events cannot be understood: the event is then parked already
     */
    static <R> List<Version> of(List<Recorded> events, Fold<R> fold, Function<R, List<@Nullable Object>> row) {
        Map<String, Long> lastOf = new HashMap<>();
        events.forEach(one -> lastOf.put(one.submission(), one.index()));
        Set<Long> changes = Set.copyOf(lastOf.values());
        List<Version> versions = new ArrayList<>();
        R record = null;
        for (Recorded one : events) {
            record = fold.with(record, one.event());
            if (!changes.contains(one.index())) {
                continue;
            }
            List<@Nullable Object> values = row.apply(record);
            Version last = versions.isEmpty() ? null : versions.getLast();
            if (last != null && last.values().equals(values)) {
                continue;
            }
            if (last != null) {
                versions.set(versions.size() - 1, new Version(last.knownFromIndex(), one.index(), last.values()));
            }
            versions.add(new Version(one.index(), null, values));
        }
        return versions;
    }
}

package brightline.edge.keys;

import brightline.edge.keys.StudentKeys.Holder;
import brightline.events.StudentId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Students found by their numbers, with their keys in hand, so that their cases can be opened without a second look into the
 * key store. For one submission; not to be kept.
 */
public final class KnownStudents {
    /** Nobody. */
    public static final KnownStudents NONE = new KnownStudents(Map.of());

    private final Map<String, List<Holder>> byNumber;

    /** @param byNumber as the numbers were given; several may mean one student, and one may be several students' */
    KnownStudents(Map<String, List<Holder>> byNumber) {
        this.byNumber = Map.copyOf(byNumber);
    }

    /** Whose number it is, of several who had it first; null if it was not asked for. */
    public @Nullable StudentId withNumber(String number) {
        List<Holder> holders = byNumber.get(number);
        return holders == null ? null : holders.getFirst().key().student();
    }

    /** Each who was ever registered under a number or is led to by it, first who had it first, with whoever that turned out to be. */
    public Map<String, SequencedMap<StudentId, StudentId>> holders() {
        Map<String, SequencedMap<StudentId, StudentId>> all = new HashMap<>();
        byNumber.forEach((number, holders) -> {
            SequencedMap<StudentId, StudentId> ofNumber = new LinkedHashMap<>();
            holders.forEach(holder -> ofNumber.put(holder.entry(), holder.key().student()));
            all.put(number, ofNumber);
        });
        return all;
    }

    Map<StudentId, StudentKey> keys() {
        Map<StudentId, StudentKey> keys = new HashMap<>();
        byNumber.values().stream()
                .flatMap(Collection::stream)
                .forEach(holder -> keys.put(holder.key().student(), holder.key()));
        return keys;
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}

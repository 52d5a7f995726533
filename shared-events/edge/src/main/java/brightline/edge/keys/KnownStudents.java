package brightline.edge.keys;

import brightline.events.StudentId;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Students found by their numbers, with their keys in hand, so that their cases can be opened without a second look into the
 * key store. For one submission; not to be kept.
 */
public final class KnownStudents {
    /** Nobody. */
    public static final KnownStudents NONE = new KnownStudents(Map.of());

    private final Map<String, StudentKey> byNumber;
    private final Map<StudentId, StudentKey> byId;

    /** @param byNumber as the numbers were given; several may mean one student */
    KnownStudents(Map<String, StudentKey> byNumber) {
        this.byNumber = Map.copyOf(byNumber);
        this.byId = byNumber.values().stream()
                .collect(Collectors.toUnmodifiableMap(StudentKey::student, key -> key, (one, _) -> one));
    }

    /** Whose number it is; null if it was not asked for. */
    public @Nullable StudentId withNumber(String number) {
        StudentKey key = byNumber.get(number);
        return key == null ? null : key.student();
    }

    Map<StudentId, StudentKey> keys() {
        return byId;
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}

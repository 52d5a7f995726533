package brightline.command.imports;

import java.util.EnumMap;
import java.util.Map;

/** Why a line that can be read is of no concern. */
enum OutOfScope implements LineAnswer {
    NO_STUDENT("The person is not a student"),
    NOT_AT_SCHOOL("A student, but not on the grounds of a K-12 school"),
    NO_SCHOOL("An organization that is not a school"),
    LINE_REJECTED("Another line about the same person was rejected"),
    LEFT_BEFORE("A student who had left before ever being taken in");

    private final String words;

    OutOfScope(String words) {
        this.words = words;
    }

    /** For people. */
    String words() {
        return words;
    }

    /** How many lines, by reason. */
    static final class Tally {
        private final Map<OutOfScope, Long> lines = new EnumMap<>(OutOfScope.class);

        void add(OutOfScope reason, long more) {
            if (more > 0) {
                lines.merge(reason, more, Long::sum);
            }
        }

        void add(Map<OutOfScope, Long> more) {
            more.forEach(this::add);
        }

        Map<OutOfScope, Long> lines() {
            return Map.copyOf(lines);
        }

        long sum() {
            return lines.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}

package brightline.command.register;

import brightline.events.ComparisonForm;
import java.util.regex.Pattern;

/** Whether two ways to write an officer's name mean one name. */
public final class OfficerName {
    private static final Pattern INITIAL = Pattern.compile("\\p{L}\\.?");

    private OfficerName() {}

    /**
     * Capitals and blanks make no other name, nor does a first initial after a comma: {@code OKONKWO, A.} is Okonkwo, and is Okonkwo, Ada;
     * but not Okonkwo, B.
     */
    public static boolean same(String one, String other) {
        Written first = Written.of(one);
        Written second = Written.of(other);
        return first.last.equals(second.last) && first.mayBe(second);
    }

    /** What names that may be one have in common. */
    static String lastName(String name) {
        return Written.of(name).last;
    }

    /** @param first what stands after the comma; empty where nothing does */
    private record Written(String last, String first) {
        static Written of(String name) {
            String form = ComparisonForm.of(name).replace(" ", "");
            int comma = form.indexOf(',');
            return comma < 0 ? new Written(form, "") : new Written(form.substring(0, comma), form.substring(comma + 1));
        }

        boolean mayBe(Written other) {
            return first.equals(other.first) || isInitialOf(other.first) || other.isInitialOf(first);
        }

        private boolean isInitialOf(String longer) {
            return first.isEmpty()
                    ? longer.isEmpty() || INITIAL.matcher(longer).matches()
                    : INITIAL.matcher(first).matches()
                            && longer.startsWith(first.substring(0, first.offsetByCodePoints(0, 1)));
        }
    }
}

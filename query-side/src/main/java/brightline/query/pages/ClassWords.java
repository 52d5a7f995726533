package brightline.query.pages;

import brightline.events.rules.InvolvementClass;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The classes of involvements as people read them. */
public final class ClassWords {
    private ClassWords() {}

    /** The class in words, for instance {@code Safety response}. */
    public static String of(InvolvementClass involvementClass) {
        return switch (involvementClass) {
            case ROUTINE_DISCIPLINE -> "Routine discipline";
            case ROUTINE_DISCIPLINE_LOW -> "Routine discipline, low";
            case NEEDS_REVIEW -> "Needs review";
            case LAW_ENFORCEMENT -> "Law enforcement";
            case LAW_ENFORCEMENT_DISCRETION -> "Law enforcement with a choice";
            case SAFETY_RESPONSE -> "Safety response";
            case DECLINED -> "Referred back to the school";
            case NOT_ROUTINE -> "Not routine discipline";
            case NOT_APPLICABLE -> "Not measured";
            case EXCLUDED -> "Voided";
        };
    }

    /**
     * The class of that name in words.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static String of(String name) {
        return of(InvolvementClass.valueOf(name));
    }

    /** Every class to choose from. */
    public static List<Choice> choices() {
        return Arrays.stream(InvolvementClass.values())
                .map(one -> Choice.of(one.name(), of(one)))
                .toList();
    }

    /** A code in upper case as words: {@code IMMINENT_THREAT} reads {@code Imminent threat}. */
    public static String plain(String code) {
        String words = code.replace('_', ' ').toLowerCase(Locale.ROOT);
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}

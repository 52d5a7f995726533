package brightline.events.code;

import brightline.events.Code;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people say and where they can use what a list offers: data beside the code lists for those who choose from them. No
 * record holds it and no rule reads it, so that it may change without an edition.
 */
public final class EverydayWords {
    private static final Map<Code, List<String>> CONDUCT = conduct();
    private static final Map<String, String> ALTERNATIVES = alternatives();

    private EverydayWords() {}

    /** The words officers use for a code of conduct, such as {@code vape}; none for most. Words that belong together are joined by a hyphen. */
    public static List<String> of(Code conduct) {
        return CONDUCT.getOrDefault(conduct, List.of());
    }

    /** Every code of conduct that has such words. */
    public static List<Code> conductWithWords() {
        return List.copyOf(CONDUCT.keySet());
    }

    /**
     * Where an outcome stands among the alternatives to arrest, the mildest first.
     *
     * @return from 0; behind all others for one that has no place
     */
    public static int order(String outcome) {
        int place = List.copyOf(ALTERNATIVES.keySet()).indexOf(outcome);
        return place < 0 ? ALTERNATIVES.size() : place;
    }

    /** Whether law or city offers the outcome there; an outcome that nobody limits is offered everywhere. */
    public static boolean isOffered(String outcome, String jurisdiction) {
        String limited = limitedTo(outcome);
        return limited == null || limited.equals(jurisdiction);
    }

    private static @Nullable String limitedTo(String outcome) {
        String jurisdiction = ALTERNATIVES.getOrDefault(outcome, "");
        return jurisdiction.isBlank() ? null : jurisdiction;
    }

    private static Map<Code, List<String>> conduct() {
        Map<Code, List<String>> words = new HashMap<>();
        for (Map<String, String> row : ShippedTable.read(EverydayWords.class, "conduct_words.csv")) {
            words.put(
                    Code.of(row.getOrDefault("code", "")),
                    Arrays.asList(row.getOrDefault("words", "").split(" ", -1)));
        }
        return Map.copyOf(words);
    }

    private static Map<String, String> alternatives() {
        Map<String, String> places = new LinkedHashMap<>();
        for (Map<String, String> row : ShippedTable.read(EverydayWords.class, "alternatives_offered.csv")) {
            places.put(row.getOrDefault("code", ""), row.getOrDefault("jurisdiction", ""));
        }
        return places;
    }
}

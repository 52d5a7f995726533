package brightline.query.students;

import brightline.edge.keys.PersonalPart.Identity;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody types of a name: every word must begin some part of the first or last name, whatever the case, accents and
 * order. Prints as redacted.
 */
final class NameQuery {
    /** Fewer letters would find a whole school. */
    static final int FEWEST_LETTERS = 2;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Letters of their own that people type without their stroke or as two. */
    private static final Map<String, String> LETTERS =
            Map.of("ł", "l", "ø", "o", "đ", "d", "ð", "d", "ß", "ss", "æ", "ae", "œ", "oe", "þ", "th", "ı", "i");

    private final List<String> words;

    NameQuery(String typed) {
        this.words = words(typed);
    }

    /** Whether there is enough to look for. */
    boolean isLongEnough() {
        return words.stream().mapToInt(String::length).sum() >= FEWEST_LETTERS;
    }

    boolean matches(Identity identity) {
        List<String> parts = new ArrayList<>(words(identity.firstName()));
        parts.addAll(words(identity.lastName()));
        return words.stream().allMatch(word -> parts.stream().anyMatch(part -> part.startsWith(word)));
    }

    private static List<String> words(@Nullable String name) {
        if (name == null) {
            return List.of();
        }
        String plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace("'", "")
                .replace("’", "");
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        return Arrays.stream(BETWEEN_WORDS.split(plain))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}

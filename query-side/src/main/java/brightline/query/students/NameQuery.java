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
 * What somebody types of a name: every word must begin some part of the first or last name, whatever the case, accents, order, and
 * whether parts are written together. Prints as redacted.
 */
final class NameQuery {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Apostrophes and what is typed or read for one (the okina among them), and what nobody sees. */
    private static final Pattern LEFT_OUT = Pattern.compile("[\\p{Cf}'`´‘’‛′＇ʹʻʼʽʾʿˈꞋꞌ՚׳ـ]");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Letters of their own that people type without their stroke or as two. */
    private static final Map<String, String> LETTERS =
            Map.of("ł", "l", "ø", "o", "đ", "d", "ð", "d", "ß", "ss", "æ", "ae", "œ", "oe", "þ", "th", "ı", "i");

    private final List<String> words;

    NameQuery(String typed) {
        this.words = words(typed);
    }

    /** Whether there is anything to look for. */
    boolean isAny() {
        return !words.isEmpty();
    }

    boolean matches(Identity identity) {
        List<String> parts = new ArrayList<>(parts(identity.firstName()));
        parts.addAll(parts(identity.lastName()));
        // The beginning of one letter would find a whole school; a whole name of one letter finds its bearers.
        return isOneLetter() ? parts.contains(words.getFirst()) : begin(words, parts);
    }

    private boolean isOneLetter() {
        return words.size() == 1
                && words.getFirst().codePointCount(0, words.getFirst().length()) == 1;
    }

    /** Whether the words, some of them perhaps parts of one word, each begin a part. */
    private static boolean begin(List<String> words, List<String> parts) {
        if (words.isEmpty()) {
            return true;
        }
        for (int n = words.size(); n >= 1; n--) {
            String together = String.join("", words.subList(0, n));
            if (parts.stream().anyMatch(part -> part.startsWith(together))
                    && begin(words.subList(n, words.size()), parts)) {
                return true;
            }
        }
        return false;
    }

    /** The words of a name, and from each on all that follow, written together. */
    private static List<String> parts(@Nullable String name) {
        List<String> words = words(name);
        List<String> parts = new ArrayList<>(words);
        for (int i = 0; i + 1 < words.size(); i++) {
            parts.add(String.join("", words.subList(i, words.size())));
        }
        return parts;
    }

    private static List<String> words(@Nullable String name) {
        if (name == null) {
            return List.of();
        }
        String plain = LEFT_OUT.matcher(name).replaceAll("");
        plain = MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
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

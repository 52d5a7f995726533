package brightline.events;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands where there is no number or name: the list {@code words-for-nothing.txt}, and for numbers also a negative one, 0 or 9
 * repeated, and what holds neither letter nor digit. Whoever takes such a word for a number makes one child of many.
 */
public final class WordsForNothing {
    private static final Set<String> WORDS = read();
    private static final Pattern NO_NUMBER = Pattern.compile("-[0-9]+(?:[.,][0-9]+)?|0+(?:[.,]0+)?|9{2,}|X{2,}");
    private static final Pattern SHORT_CODE = Pattern.compile("[A-Z]{1,3}");
    private static final Pattern SAYS_SOMETHING = Pattern.compile("[\\p{L}\\p{N}]");

    private WordsForNothing() {}

    private static Set<String> read() {
        try (InputStream list = Objects.requireNonNull(
                        WordsForNothing.class.getResourceAsStream("/brightline/events/words-for-nothing.txt"));
                var lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .map(ComparisonForm::of)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the text is no number of a student. */
    public static boolean isNoNumber(String text) {
        return isWord(text) || NO_NUMBER.matcher(ComparisonForm.of(text)).matches();
    }

    /** Whether it is no code either, of a school or an officer. Three letters may be one: NA is some North Academy. */
    public static boolean isNoCode(String text) {
        return isWord(text) && !SHORT_CODE.matcher(ComparisonForm.of(text)).matches();
    }

    /** Whether it is one of the words, or holds neither letter nor digit. */
    public static boolean isWord(String text) {
        String form = ComparisonForm.of(text);
        return WORDS.contains(form) || !SAYS_SOMETHING.matcher(form).find();
    }

    /**
     * Whether these are no name of a person: each that is given is a word for nothing. Somebody may be called Null, but not Null Null.
     *
     * @param first, last null where not given
     */
    public static boolean isNoName(@Nullable String first, @Nullable String last) {
        return Stream.<@Nullable String>of(first, last).filter(Objects::nonNull).allMatch(WordsForNothing::isWord);
    }
}

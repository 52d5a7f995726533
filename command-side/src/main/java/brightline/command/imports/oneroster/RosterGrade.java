package brightline.command.imports.oneroster;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The grade words of rosters: the codes of OneRoster 1.1 and 1.2 (CEDS), and what programs write in their place.
 *
 * @param band code of the list {@code grade-band}; empty for grades of no band
 */
record RosterGrade(String band) {
    private static final String FIRST_BAND = "PK-2";
    private static final RosterGrade OF_NO_BAND = new RosterGrade("");
    private static final Pattern NUMBER = Pattern.compile("(?:GRADE)?0*([0-9]{1,2})(?:ST|ND|RD|TH)?(?:GRADE|GRADER)?");

    /** Blanks, and dashes between letters: K-5 is a range, and -1 the year before kindergarten. */
    private static final Pattern BETWEEN = Pattern.compile("[\\s./_]+|(?<=\\p{L})-(?=\\p{L})");

    private static final Map<String, RosterGrade> WORDS = words();

    private static Map<String, RosterGrade> words() {
        Map<String, RosterGrade> words = new HashMap<>();
        Stream.of(
                        "IT",
                        "PR",
                        "PK",
                        "TK",
                        "KG",
                        "K",
                        "KF",
                        "KH",
                        "KP",
                        "KA",
                        "KAM",
                        "KPM",
                        "EK",
                        "HK",
                        "FK",
                        "K3",
                        "K4",
                        "K5",
                        "PK1",
                        "PK2",
                        "PK3",
                        "PK4",
                        "PK5",
                        "P3",
                        "P4",
                        "PREK",
                        "PREK3",
                        "PREK4",
                        "EC",
                        "ECE",
                        "PS3",
                        "PS4",
                        "INFANT",
                        "TODDLER",
                        "INFANTTODDLER",
                        "PRESCHOOL",
                        "PREKINDERGARTEN",
                        "TRANSITIONALKINDERGARTEN",
                        "KINDER",
                        "KINDERGARTEN",
                        "FULLDAYKINDERGARTEN",
                        "HALFDAYKINDERGARTEN",
                        "-1",
                        "-2",
                        "-3")
                .forEach(word -> words.put(word, new RosterGrade(FIRST_BAND)));
        Stream.of("13", "PS", "UG", "OTHER", "AE", "ABE", "UNGRADED", "POSTSECONDARY", "ADULT", "ADULTEDUCATION")
                .forEach(word -> words.put(word, OF_NO_BAND));
        Stream.of("FRESHMAN", "SOPHOMORE", "JUNIOR", "SENIOR")
                .forEach(word -> words.put(word, new RosterGrade("9-12")));
        return Map.copyOf(words);
    }

    /** What a word means; null where nobody knows. */
    static @Nullable RosterGrade of(String written) {
        String word = BETWEEN.matcher(written.toUpperCase(Locale.ROOT)).replaceAll("");
        RosterGrade known = WORDS.get(word);
        if (known != null) {
            return known;
        }
        Matcher number = NUMBER.matcher(word);
        return number.matches() ? ofYear(Integer.parseInt(number.group(1))) : null;
    }

    private static @Nullable RosterGrade ofYear(int year) {
        if (year > 12) {
            return null;
        }
        return new RosterGrade(year <= 2 ? FIRST_BAND : year <= 5 ? "3-5" : year <= 8 ? "6-8" : "9-12");
    }
}

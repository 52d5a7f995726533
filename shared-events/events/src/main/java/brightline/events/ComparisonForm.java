package brightline.events;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The one form in which numbers of students, codes of schools, stars of officers and outside numbers are compared. They are kept and
 * shown as first written; two that nobody could tell apart on paper are one.
 */
public final class ComparisonForm {
    /** Raised with every change of the form: what is indexed by it is then indexed again. */
    public static final int EDITION = 1;

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}"
            + "\\x{180B}-\\x{180F}\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FFA0}\\x{E0100}-\\x{E01EF}&&[^\\t\\n\\r]]");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Z}\\s]+");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\x{2212}\\x{2043}\\x{02D7}]");
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");
    private static final Pattern SHORTENED = Pattern.compile("[+-]?[0-9]+(?:[.,][0-9]+)?E\\+[0-9]+");

    private ComparisonForm() {}

    /**
     * Compatible letters and digits unified (NFKC), nothing that cannot be seen, one kind of blank and of dash, no outer blanks, no case.
     *
     * @return empty where nothing can be seen of the text
     */
    public static String of(String text) {
        String form =
                UNSEEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
        form = DASHES.matcher(BLANKS.matcher(form).replaceAll(" "))
                .replaceAll("-")
                .strip();
        return Normalizer.normalize(form.toUpperCase(Locale.ROOT), Normalizer.Form.NFKC);
    }

    /** The form without its leading zeros, which spreadsheets drop: not the same number, but one to look at. */
    public static String withoutLeadingZeros(String text) {
        return LEADING_ZEROS.matcher(of(text)).replaceFirst("");
    }

    /** Whether two texts are one. */
    public static boolean same(String one, String other) {
        return of(one).equals(of(other));
    }

    /** Whether it is what a spreadsheet leaves of a long number, {@code 1.98765E+13}: many numbers are shortened to one. */
    public static boolean isShortened(String text) {
        return SHORTENED.matcher(of(text)).matches();
    }
}

package brightline.command.fields;

import brightline.events.ComparisonForm;
import brightline.events.WordsForNothing;
import org.jspecify.annotations.Nullable;

/** Why a text is no number or code, however it comes in. In words, without the text; null where nothing is wrong with it. */
public final class NumberFault {
    /** The code of the finding. */
    public static final String CODE = "no-number";

    private static final String NOTHING = "stands for no number; leave it out where there is none";

    private NumberFault() {}

    /** Of a number of a student, or of one that another system gave. */
    public static @Nullable String of(String text) {
        return WordsForNothing.isNoNumber(text) ? NOTHING : ofKey(text);
    }

    /** Of a star, or a source's key: 99 may be one. */
    public static @Nullable String ofCode(String text) {
        return WordsForNothing.isNoCode(text) ? "stands for no code" : ofKey(text);
    }

    /** Of a code that a school is to be known by: one with a comma could not be asked for among others. */
    public static @Nullable String ofSchoolCode(String text) {
        return text.contains(",") ? "must hold no comma: codes are listed with commas between them" : ofCode(text);
    }

    private static @Nullable String ofKey(String text) {
        return ComparisonForm.isShortened(text)
                ? "is a number as a spreadsheet shortens it; send it as text, in full"
                : null;
    }
}

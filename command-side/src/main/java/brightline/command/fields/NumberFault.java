package brightline.command.fields;

import brightline.events.ComparisonForm;
import brightline.events.WordsForNothing;
import org.jspecify.annotations.Nullable;

/** Why a text is no number of a student, an officer, a school or a record, however it comes in. */
public final class NumberFault {
    /** The code of the finding. */
    public static final String CODE = "no-number";

    private NumberFault() {}

    /** In words, without the text; null where nothing is wrong with it. */
    public static @Nullable String of(String text) {
        if (ComparisonForm.isShortened(text)) {
            return "is a number as a spreadsheet shortens it; send it as text, in full";
        }
        return WordsForNothing.isNoNumber(text) ? "stands for no number; leave it out where there is none" : null;
    }
}

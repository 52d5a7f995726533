package brightline.query.pages;

import java.text.NumberFormat;
import java.util.Locale;

/** A count as a page writes it. */
public final class Count {
    private Count() {}

    /** With separators, for instance {@code 1,352}. */
    public static String of(long count) {
        return NumberFormat.getIntegerInstance(Locale.US).format(count);
    }

    /** With the thing counted, for instance {@code 1 contact} or {@code 1,352 contacts}. */
    public static String of(long count, String one, String several) {
        return of(count) + " " + (count == 1 ? one : several);
    }
}

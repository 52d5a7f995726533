package brightline.query.pages;

/**
 * The form by which somebody confirms that it is still them. Holds nothing of what was typed.
 *
 * @param byCode a code is asked for, and not the password
 * @param tab another page waits in a tab of its own
 * @param told what became of the last try
 */
public record ConfirmPage(boolean byCode, boolean tab, Told told) {
    /** What became of a try. */
    public enum Told {
        NOTHING,
        CONFIRMED,
        WRONG,
        LATER
    }
}

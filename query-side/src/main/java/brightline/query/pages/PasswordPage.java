package brightline.query.pages;

import org.jspecify.annotations.Nullable;

/**
 * The form for another password. Holds nothing of what was typed.
 *
 * @param first the reader signed in with a password that the system made, and goes nowhere else before choosing one
 * @param changed it was just changed
 * @param fault what is wrong with which field; null when nothing is
 */
public record PasswordPage(
        boolean first, boolean changed, @Nullable Fault fault) {
    /**
     * What to mend.
     *
     * @param field the field's id: current, chosen or repeated
     */
    public record Fault(String field, String words) {}
}

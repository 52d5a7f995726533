package brightline.command.endpoint;

import brightline.events.Code;
import jakarta.validation.ConstraintValidatorContext;

/** What documents' texts mean. */
public final class Words {
    private Words() {}

    /** The code of a list that a text names, with or without the list's name before it. @param text as {@link CodeOf} lets it through */
    public static Code code(String list, String text) {
        String code = text.strip();
        return new Code(list, code.startsWith(list + "/") ? code.substring(list.length() + 1) : code);
    }

    /** Whether a text holds more than blanks; if not, the constraint says what is said of null. */
    static boolean isGiven(String text, ConstraintValidatorContext context) {
        if (!text.isBlank()) {
            return true;
        }
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate("missing: must be given").addConstraintViolation();
        return false;
    }
}

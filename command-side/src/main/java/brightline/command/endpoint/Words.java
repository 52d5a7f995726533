package brightline.command.endpoint;

import brightline.events.Code;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What documents' texts mean. */
public final class Words {
    private Words() {}

    /** The code of a list that a text names, with or without the list's name before it. @param text as {@link CodeOf} lets it through */
    public static Code code(String list, String text) {
        String code = text.strip();
        return new Code(list, code.startsWith(list + "/") ? code.substring(list.length() + 1) : code);
    }

    /** The same of many: each once, in order; none where nothing is given. */
    public static List<Code> codes(String list, @Nullable List<String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .map(text -> code(list, text))
                        .distinct()
                        .sorted(Comparator.comparing(Code::toString))
                        .toList();
    }

    /** Whether a text holds more than blanks; if not, the constraint says what is said of null. */
    static boolean isGiven(String text, ConstraintValidatorContext context) {
        return !text.isBlank() || refuted(context, "missing: must be given");
    }

    /** Says this in the place of the constraint's own words. @return false */
    static boolean refuted(ConstraintValidatorContext context, String words) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(words).addConstraintViolation();
        return false;
    }
}

package brightline.command.endpoint;

import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.SchoolCode;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What documents' texts mean. */
public final class Words {
    static final String MISSING = "missing: must be given";

    private Words() {}

    /** The code of a list that a text names, with or without the list's name before it. @param text as {@link CodeOf} lets it through */
    public static Code code(String list, String text) {
        String code = text.strip();
        return new Code(list, code.startsWith(list + "/") ? code.substring(list.length() + 1) : code);
    }

    /** The same of many: each once, in order; none where nothing is given. */
    public static List<Code> codes(String list, @Nullable List<@Nullable String> texts) {
        return texts == null
                ? List.of()
                : texts.stream()
                        .map(text -> code(list, Objects.requireNonNull(text)))
                        .distinct()
                        .sorted(Comparator.comparing(Code::toString))
                        .toList();
    }

    /**
     * A school by its code in the address.
     *
     * @throws brightline.edge.problem.ProblemException 400 when it cannot be one
     */
    public static SchoolCode schoolOfAddress(String code) {
        try {
            return new SchoolCode(code.strip());
        } catch (IllegalArgumentException _) {
            throw Refusal.of("/code", "wrong-value", "must be one line of at most 40 characters");
        }
    }

    /** Why something recorded is corrected. @param reason, basis codes of their lists */
    public static Correction correction(String reason, String basis) {
        return new Correction(code("correction-reason", reason), code("correction-basis", basis), null);
    }

    /** Whether a text holds more than blanks; if not, the constraint says what is said of null. */
    public static boolean isGiven(String text, ConstraintValidatorContext context) {
        return !text.isBlank() || refuted(context, MISSING);
    }

    /** Says this in the place of the constraint's own words. @return false */
    public static boolean refuted(ConstraintValidatorContext context, String words) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(words).addConstraintViolation();
        return false;
    }

    /** Says this of one text of a list. @return false */
    static boolean refuted(ConstraintValidatorContext context, int index, String words) {
        context.buildConstraintViolationWithTemplate(words)
                .addContainerElementNode("<list element>", List.class, 0)
                .inIterable()
                .atIndex(index)
                .addConstraintViolation();
        return false;
    }
}

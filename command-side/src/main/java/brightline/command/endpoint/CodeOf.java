package brightline.command.endpoint;

import brightline.edge.description.ToldOfText;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A code, or a list of codes, that its list holds today in the agency's zone, with or without the list's name before it. Null is left to {@code NotNull}. */
@ToldOfText(ToldOfText.What.CODE_LIST)
@Documented
@Constraint(validatedBy = {CodeOf.Check.class, CodeOf.EachCheck.class})
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE_USE})
public @interface CodeOf {
    /** The list's name. */
    String value();

    String message() default "unknown-code: is no code of the list {value} on that day";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Made by Spring, so that it knows what day it is. */
    final class Check implements ConstraintValidator<CodeOf, String> {
        private final Today today;
        private String list = "";

        Check(Today today) {
            this.today = today;
        }

        @Override
        public void initialize(CodeOf code) {
            list = code.value();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || today.isCode(list, text, context);
        }
    }

    /** The same of each text of a list; what is said is said of that text. */
    final class EachCheck implements ConstraintValidator<CodeOf, List<@Nullable String>> {
        private final Today today;
        private String list = "";
        private String message = "";

        EachCheck(Today today) {
            this.today = today;
        }

        @Override
        public void initialize(CodeOf code) {
            list = code.value();
            message = code.message();
        }

        @Override
        public boolean isValid(@Nullable List<@Nullable String> texts, ConstraintValidatorContext context) {
            boolean valid = true;
            context.disableDefaultConstraintViolation();
            for (int i = 0; texts != null && i < texts.size(); i++) {
                String text = texts.get(i);
                if (text == null || text.isBlank()) {
                    valid = Words.refuted(context, i, Words.MISSING);
                } else if (!today.holds(list, text)) {
                    valid = Words.refuted(context, i, message);
                }
            }
            return valid;
        }
    }
}

package brightline.command.endpoint;

import brightline.edge.description.ToldOfText;
import brightline.events.code.CodeLists;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** A code that its list holds today in the agency's zone, with or without the list's name before it. Null is left to {@code NotNull}. */
@ToldOfText(ToldOfText.What.CODE_LIST)
@Documented
@Constraint(validatedBy = CodeOf.Check.class)
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
            return text == null
                    || Words.isGiven(text, context)
                            && CodeLists.standard()
                                    .find(Words.code(list, text), today.date())
                                    .isPresent();
        }
    }
}

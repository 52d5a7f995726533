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
import org.jspecify.annotations.Nullable;

/** One line of text. Outer blanks do not count, and nothing but blanks is as good as nothing. Null is left to {@code NotNull}. */
@ToldOfText(ToldOfText.What.LENGTH)
@Documented
@Constraint(validatedBy = Line.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE_USE})
public @interface Line {
    /** The most characters. */
    int value();

    String message() default "wrong-value: must be one line of at most {value} characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says of blanks what is said of null. */
    final class Check implements ConstraintValidator<Line, String> {
        private int longest;

        @Override
        public void initialize(Line line) {
            longest = line.value();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null
                    || Words.isGiven(text, context)
                            && text.strip().length() <= longest
                            && text.strip().chars().noneMatch(Character::isISOControl);
        }
    }
}

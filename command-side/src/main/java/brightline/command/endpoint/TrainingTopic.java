package brightline.command.endpoint;

import brightline.events.Code;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A topic of training: a code of the list, or {@code agency-topic/} and a code of the agency's own. */
@Documented
@Constraint(validatedBy = TrainingTopic.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE_USE})
public @interface TrainingTopic {
    String message() default "unknown-code: is no code of the list training-topic on that day";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Made by Spring, so that it knows what day it is. */
    final class Check implements ConstraintValidator<TrainingTopic, String> {
        private static final String AGENCY = "agency-topic/";
        private static final Pattern OF_AGENCY = Pattern.compile(AGENCY + "[A-Z0-9_]{1,40}");

        private final Today today;

        Check(Today today) {
            this.today = today;
        }

        /** Whether it is one of the agency's own. */
        public static boolean isOfAgency(String text) {
            return text.strip().startsWith(AGENCY);
        }

        /** The topic that a text names which is one. */
        public static Code topic(String text) {
            return isOfAgency(text) ? Code.of(text.strip()) : Words.code("training-topic", text);
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            if (!isOfAgency(text)) {
                return today.isCode("training-topic", text, context);
            }
            return OF_AGENCY.matcher(text.strip()).matches()
                    || Words.refuted(context, "wrong-value: must be agency-topic/ and 1 to 40 capitals, digits or _");
        }
    }
}

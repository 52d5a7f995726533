package brightline.command.endpoint;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A day of the years 1990 to 2100, in the agency's zone. Null is left to {@code NotNull}. */
@Documented
@Constraint(validatedBy = Day.Check.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.TYPE_USE})
public @interface Day {
    /** Whether it must not be to come: what is said of it has happened. */
    boolean past() default false;

    String message() default "wrong-value: must be a day of the years 1990 to 2100";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Made by Spring, so that it knows what day it is. */
    final class Check implements ConstraintValidator<Day, LocalDate> {
        private static final int FIRST = 1990;
        private static final int LAST = 2100;

        private final Today today;
        private boolean past;

        Check(Today today) {
            this.today = today;
        }

        @Override
        public void initialize(Day day) {
            past = day.past();
        }

        @Override
        public boolean isValid(@Nullable LocalDate day, ConstraintValidatorContext context) {
            if (day == null || day.getYear() < FIRST || day.getYear() > LAST) {
                return day == null;
            }
            return !past
                    || !day.isAfter(today.date())
                    || Words.refuted(context, "in-the-future: must not be after today");
        }
    }
}

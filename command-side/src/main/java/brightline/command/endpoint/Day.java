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

    /** So many years before today at the most; 0 for the years 1990 to 2100. */
    int yearsBack() default 0;

    /** And so many after it. */
    int yearsAhead() default 0;

    String message() default "wrong-value: must be a day of the years 1990 to 2100";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Made by Spring, so that it knows what day it is. */
    final class Check implements ConstraintValidator<Day, LocalDate> {
        private static final int FIRST = 1990;
        private static final int LAST = 2100;

        private final Today today;
        private boolean past;
        private int yearsBack;
        private int yearsAhead;

        Check(Today today) {
            this.today = today;
        }

        @Override
        public void initialize(Day day) {
            past = day.past();
            yearsBack = day.yearsBack();
            yearsAhead = day.yearsAhead();
        }

        @Override
        public boolean isValid(@Nullable LocalDate day, ConstraintValidatorContext context) {
            if (day != null && yearsBack > 0) {
                return isNear(day) || Words.refuted(context, near());
            }
            if (day == null || day.getYear() < FIRST || day.getYear() > LAST) {
                return day == null;
            }
            return !past
                    || !day.isAfter(today.date())
                    || Words.refuted(context, "in-the-future: must not be after today");
        }

        private boolean isNear(LocalDate day) {
            return !day.isBefore(today.date().minusYears(yearsBack))
                    && !day.isAfter(today.date().plusYears(yearsAhead));
        }

        private String near() {
            return "wrong-value: must be a day of the last " + yearsBack + " years"
                    + (yearsAhead == 0 ? "" : " or the next");
        }
    }
}

package brightline.events;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name under which an event is stored for ever. The class may be renamed and moved; this name and its revision may
 * not. A changed shape is a new revision with an upcaster from the older one.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventName {
    /** Stream and fact, past tense: {@code interaction.student-arrested}. */
    String value();

    /** The revision of the payload's shape, starting with 1. */
    int revision() default 1;
}

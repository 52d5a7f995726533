package brightline.command.endpoint;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A document that a reader of ours looks at field by field, because what is right in it hangs together: a code must hold on the day
 * something happened, a field belongs to a role. Its constraints are told in the API's description and held by that reader.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ReadBy {
    /** The reader. */
    Class<?> value();
}

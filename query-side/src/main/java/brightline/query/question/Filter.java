package brightline.query.question;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A component of a question that is a parameter of the component's name. What its type and what stands here let stand is read; anything
 * else is refused. Null where the parameter is not given.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Filter {
    /** One line without anything that an address or a statement could take for its own. */
    String WORD = "[A-Za-z0-9 ._@/-]{1,200}";

    /** What it says, for the API's description. */
    String value();

    /** A value, for the description; empty for none. */
    String example() default "";

    /**
     * The condition in SQL that it sets, in which the value stands under the parameter's name; empty where the question's reader makes
     * something else of it.
     */
    String where() default "";

    /** All texts that it may be; empty where the type says it. */
    String[] oneOf() default {};

    /** A regular expression for the whole of a text. */
    String form() default WORD;

    /** What it must be, in words; empty where that follows from type and limits. */
    String must() default "";

    /** The least number. */
    int least() default 0;

    /** The greatest number; as large as its type where none is said. */
    int most() default Integer.MAX_VALUE;

    /** Whether it must be given. */
    boolean needed() default false;

    /** The code list that its values come from; empty for none. */
    String codeList() default "";
}

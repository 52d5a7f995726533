package brightline.query.figures;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a {@link FigureQuestion} that is asked for that it takes less than all. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
public @interface Limited {
    /** The only dimensions to filter and group by, where no class, and so no rule set, matters; empty for all of them. */
    Dimension[] to() default {};

    /** Whether it takes groups. */
    boolean grouped() default false;
}

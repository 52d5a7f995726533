package brightline.edge.description;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Stands at an annotation whose value the description tells of the texts it stands at. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.ANNOTATION_TYPE)
public @interface ToldOfText {
    What value();

    /** What a value is. */
    enum What {
        /** Name of a code list, or names. */
        CODE_LIST,
        /** The most characters. */
        LENGTH
    }
}

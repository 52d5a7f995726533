package brightline.edge.description;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text, or each text of a list, or each name of a map, is a code of one of these lists. Said for the description only: on which day it
 * must hold is its reader's business.
 */
@ToldOfText(ToldOfText.What.CODE_LIST)
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface CodeList {
    /** Names of code lists; with more than one, a code is written with its list. */
    String[] value();
}

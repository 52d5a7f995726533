/** An invented agency with a school year behind it, for demonstrations: nobody in it exists. */
@NullMarked
package brightline.standalone.demo;

import org.jspecify.annotations.NullMarked;

/** What the demonstration shows. */
@NullMarked
package brightline.standalone.demo;

import org.jspecify.annotations.NullMarked;

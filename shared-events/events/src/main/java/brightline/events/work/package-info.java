/** Marks on work lists. */
@NullMarked
package brightline.events.work;

import org.jspecify.annotations.NullMarked;

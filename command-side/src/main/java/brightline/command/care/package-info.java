/** Decisions about events that a projection could not handle. */
@NullMarked
package brightline.command.care;

import org.jspecify.annotations.NullMarked;

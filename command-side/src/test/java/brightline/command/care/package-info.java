/** Decisions about parked events. */
@NullMarked
package brightline.command.care;

import org.jspecify.annotations.NullMarked;

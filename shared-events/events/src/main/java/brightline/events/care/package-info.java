/** What is decided about events that a projection could not handle. */
@NullMarked
package brightline.events.care;

import org.jspecify.annotations.NullMarked;

/** Students, with identity only as secrets. */
@NullMarked
package brightline.events.student;

import org.jspecify.annotations.NullMarked;

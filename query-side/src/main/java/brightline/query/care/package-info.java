/** Which events projections could not handle, what was decided about them, and what came of it. */
@NullMarked
package brightline.query.care;

import org.jspecify.annotations.NullMarked;

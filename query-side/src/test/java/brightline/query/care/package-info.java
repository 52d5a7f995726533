/** Care for parked events, on a real database. */
@NullMarked
package brightline.query.care;

import org.jspecify.annotations.NullMarked;

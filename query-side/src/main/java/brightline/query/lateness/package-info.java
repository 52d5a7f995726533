/** How long after it happened was it recorded (measure M12)? */
@NullMarked
package brightline.query.lateness;

import org.jspecify.annotations.NullMarked;

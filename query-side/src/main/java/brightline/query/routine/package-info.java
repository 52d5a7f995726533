/** How much of police work in schools is routine discipline (measure M2). */
@NullMarked
package brightline.query.routine;

import org.jspecify.annotations.NullMarked;

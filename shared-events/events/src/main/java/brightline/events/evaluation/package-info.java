/** Evaluations of officers, with the figures as they stood. */
@NullMarked
package brightline.events.evaluation;

import org.jspecify.annotations.NullMarked;

/** Evaluations of officers, with figures that never move again. */
@NullMarked
package brightline.command.evaluation;

import org.jspecify.annotations.NullMarked;

@NullMarked
package brightline.command.evaluation;

import org.jspecify.annotations.NullMarked;

/** Alternatives to arrest and court: offered, used or not, and what became of them. */
@NullMarked
package brightline.command.diversion;

import org.jspecify.annotations.NullMarked;

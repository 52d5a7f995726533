/** Numbers stated of two people: they are kept apart, and people decide whether they are one child. */
@NullMarked
package brightline.command.clash;

import org.jspecify.annotations.NullMarked;

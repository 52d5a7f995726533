/** Officers and the schools they are assigned to. */
@NullMarked
package brightline.events.officer;

import org.jspecify.annotations.NullMarked;

/** The fields of a request, read one by one against the code lists and the register, with everything noted that is wrong with them. */
@NullMarked
package brightline.command.fields;

import org.jspecify.annotations.NullMarked;

/** The plan of the house, held against its code. */
@NullMarked
package brightline.architecture;

import org.jspecify.annotations.NullMarked;

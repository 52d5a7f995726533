/** Lists of who serves where, taken in as each side keeps them. */
@NullMarked
package brightline.command.roster;

import org.jspecify.annotations.NullMarked;

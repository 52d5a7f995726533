/** Reads what was recorded, after it was recorded, for those who act on it by commands of their own. */
@NullMarked
package brightline.command.follow;

import org.jspecify.annotations.NullMarked;

/** Records given away, notices to who has a wrong one, and requests about records. */
@NullMarked
package brightline.command.disclosure;

import org.jspecify.annotations.NullMarked;

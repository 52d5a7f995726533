/** What each role has to do, marked by account, and told by mail. */
@NullMarked
package brightline.command.worklist;

import org.jspecify.annotations.NullMarked;

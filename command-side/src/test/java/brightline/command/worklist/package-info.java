@NullMarked
package brightline.command.worklist;

import org.jspecify.annotations.NullMarked;

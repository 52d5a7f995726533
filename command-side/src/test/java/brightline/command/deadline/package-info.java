@NullMarked
package brightline.command.deadline;

import org.jspecify.annotations.NullMarked;

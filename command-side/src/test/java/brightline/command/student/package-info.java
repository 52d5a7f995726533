@NullMarked
package brightline.command.student;

import org.jspecify.annotations.NullMarked;

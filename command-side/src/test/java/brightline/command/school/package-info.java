@NullMarked
package brightline.command.school;

import org.jspecify.annotations.NullMarked;

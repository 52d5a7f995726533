@NullMarked
package brightline.command.officer;

import org.jspecify.annotations.NullMarked;

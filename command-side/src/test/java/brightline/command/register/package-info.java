@NullMarked
package brightline.command.register;

import org.jspecify.annotations.NullMarked;

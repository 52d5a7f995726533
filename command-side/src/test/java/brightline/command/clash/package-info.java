@NullMarked
package brightline.command.clash;

import org.jspecify.annotations.NullMarked;
